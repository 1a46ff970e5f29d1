"""The record of one meeting and its work states. Pure but for tables and store; imports language and core."""
