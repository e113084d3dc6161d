"""The thinking part of the bot: catalogue, understanding, conversation and what people read."""
