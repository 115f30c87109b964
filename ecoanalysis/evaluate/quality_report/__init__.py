"""The quality report: what was measured, as tables for a terminal and as the figures that are published."""
