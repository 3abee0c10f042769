"""Other words people search a command by, beside the words of its name."""

from __future__ import annotations

from collections.abc import Mapping

SYNONYMS: Mapping[str, str] = {
    "Open a dataset folder…": "load import coco voc yolo images annotations",
    "Open files…": "load import coco json picture image annotations recipe",
    "Open a file of raw outputs…": "load predictions results checkpoint onnx dump model coco",
    "Open a folder of raw outputs…": "load predictions results checkpoints dump timeline",
    "Open the demo": "example sample start",
    "Follow a training…": "live watch run recorder step rolling",
    "Pause a training, or follow on": "stop hold live freeze",
    "Newest step of a training": "latest last live catch up",
    "Reload": "refresh update read again",
    "Save the view…": "screenshot picture image png svg jpeg snapshot print",
    "Copy the view": "screenshot picture image png clipboard snapshot",
    "Export decoded boxes…": "save coco voc yolo labelme csv parquet json results predictions proposals detections",
    "Quit": "exit close leave",
    "Filter the anchors": "search find query where label iou level score fate suppressed kept",
    "Raise the score threshold": "confidence objectness more",
    "Lower the score threshold": "confidence objectness less",
    "Clear the selection": "deselect unselect escape",
    "Keys": "shortcuts keyboard hotkeys bindings help",
    "Edit the recipe…": (
        "settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality low "
        "quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize"
    ),
    "Browse recipes…": "presets conventions library torchvision detectron2 mmdet anchors",
    "Open a recipe file…": "load toml config settings",
    "Find or run a command…": "search palette actions",
    "Find the layout of the raw outputs…": "doctor misfit channels order wrong predictions fit",
    "The maths": "formula equation t* target delta encode decode smooth l1 beta lambda loss iou nms help documentation",
    "Glossary": "words terms definitions low-quality low quality fate funnel recall help documentation",
    "Tour of the demo": "tutorial introduction help start",
    "About": "version licence",
    "Full screen": "maximise presentation",
    "Ground truths": "gt truth object boxes annotations class layer",
    "Positive": "foreground matched low-quality low quality anchors layer",
    "Ignored": "between thresholds crowd anchors layer",
    "Negative": "background anchors layer",
    "Sampled": "mini-batch minibatch batch anchors layer",
    "Predictions": "decoded boxes delta regression layer",
    "Proposals": "kept suppressed fate nms detections roi top-k layer",
    "Images panel": "list thumbnails findings unmatched low-quality low quality zero-size",
    "Inspector panel": (
        "why explain label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate"
    ),
    "Tables panel": "rows csv loss fate suppressed kept low-quality low quality",
    "Funnel panel": "fate suppressed kept nms top-k too small low score cut steps",
    "Plots panel": "charts graphs histogram iou loss residual t* level",
    "Next checkpoint": "step training iteration epoch later",
    "Previous checkpoint": "step training iteration epoch earlier",
    "Next place of the finding": "unmatched low-quality low quality zero-size",
    "All anchors": "every box layer dense",
    "Heat of best IoU": "heatmap overlay map",
    "Heat of score p": "heatmap overlay map objectness confidence",
    "Heat of loss": "heatmap overlay map",
    "Zoom to the selection": "magnify centre center",
    "100 %": "zoom actual size pixels original",
    "Measure with the ruler": "distance length size",
    "Turn the pictures as EXIF says": "rotate orientation",
    "Reset the layout": "panels docks default restore",
    "Next ground truth": "object truth gt box annotation",
    "Find an image": "search picture file name",
    "Sort the images…": "order worst loss",
    "Light": "theme colours colors appearance white bright",
    "Dark": "theme colours colors appearance black night",
    "As the system": "theme colours colors appearance",
    "Language of the system": "language translation locale",
    "Move the panels": "float dock undock detach rearrange",
    "Fit": "zoom whole picture",
    "Audit the whole dataset": (
        "better anchors suggest k-means kmeans recall coverage unmatched low-quality low quality statistics report "
        "findings calibration t* lost"
    ),
    "Compare recipes or checkpoints": "diff difference two models",
    "Inspect": "main view workspace",
}
"""By the English text of the command."""
