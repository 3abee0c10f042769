"""The layout doctor in the window: a dialog over `analysis.layout`."""
