"""The window's texts that differ by rule: a rule names its own, the window translates; in braces, thresholds."""

# a coder's
IN_CELL = "t_x and t_y say where in its cell c, of stride s, the centre lies: from 0 to 1."
TWICE_A_SIGMOID = "Twice a sigmoid: the centre within half a cell around cell c, of stride s; sides up to four times."
DISTANCES = "t_l, t_t, t_r and t_b say how far from the point the sides of the box lie."
DISTANCES_OF_BINS = "The network has a number for each whole distance from 0; t is the mean of their softmax."
CORNERS_IN_SIDES = "t says how far each side of the box lies from the anchor's, in widths and heights of the anchor."
STRIDES_FROM_CORNER = "x_0 and y_0 are the corner of the point's cell, of stride s; sides count in strides too."

# an assigner's
NO_ANCHOR_AT = "Unmatched, none at IoU {positive:.2f}"
LOW_QUALITY_ONLY = "No anchor of its own reaches IoU {positive:.2f}. Without the rule it has no positive anchor."
NO_ANCHOR_IN_CELL = "Unmatched, none in its cell"
NO_CANDIDATE = "Unmatched, no candidate over its threshold"
NO_RATIO = "Unmatched, no anchor of such sides"
NONE_TAKEN = "Unmatched, no candidate is its own"
NO_LAYER = "Unmatched, its shape is in no layer"
NO_LOW_QUALITY = "The rule of this recipe has no low-quality matches."

# a sampler's
BY_CHANCE = "a mini-batch drawn by chance"
EVERY_ANCHOR = "every anchor that is not ignored"
COSTLIEST_NEGATIVES = "all positives and the costliest negatives"
