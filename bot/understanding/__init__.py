"""From a message to a Request. Pure: no store, no clock, no network. `understand` is the only door."""
