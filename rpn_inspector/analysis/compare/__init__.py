"""Two recipes or two networks on one picture, label by label and fate by fate. No drawing."""
