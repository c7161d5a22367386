"""From what an expression says to TIMEX3, EDTF and days."""
