"""The layout doctor in the window: one dialog over `analysis.layout`."""
