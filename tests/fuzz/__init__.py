"""Laws that hold for any input, and faults at any write.

The tests try a little each time, always the same; ``python -m tests.fuzz --minutes N`` tries on.
"""
