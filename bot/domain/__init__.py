"""Reporting rules as plain values and functions.

May import the standard library, rapidfuzz, holidays and yaml; never telegram, sqlalchemy, apscheduler, handlers or storage.
"""
