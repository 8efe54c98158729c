"""Brings zorgapp up on one machine: set-up, embedded servers and supervised processes. Knows no Django."""
