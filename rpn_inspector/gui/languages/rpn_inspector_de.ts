<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- German (Deutsch). No native reader has seen this catalogue yet: who reads it as one is asked to mend it, and to strike
     this line. Terms: the table of languages in CONTRIBUTING.md. -->
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>rpn_inspector</name>
<message><source>
Key {key}</source>
<translation>
Taste {key}</translation></message>
<message><source>  standard deviation</source>
<translation>  Standardabweichung</translation></message>
<message><source> (edited)</source>
<translation> (bearbeitet)</translation></message>
<message><source> (x × {x}, y × {y})</source>
<translation> (x × {x}, y × {y})</translation></message>
<message><source> (× {x})</source>
<translation> (× {x})</translation></message>
<message><source> Esc clears what was typed.</source>
<translation> Esc löscht die Eingabe.</translation></message>
<message><source> Ground truth {others} took it too, and {contest} ground truth {owner}.</source>
<translation> Auch Ground Truth {others} nahm ihn, und {contest} Ground Truth {owner}.</translation></message>
<message><source> Ground truth {others} took it too, and {contest} ground truth {owner}: {value} against {second}.</source>
<translation> Auch Ground Truth {others} nahm ihn, und {contest} Ground Truth {owner}: {value} gegen {second}.</translation></message>
<message numerus="yes"><source> Ground truths {list} fall into it too; the last listed stands.</source>
<translation><numerusform> Auch Ground Truth {list} fällt hinein; die zuletzt gelistete gilt.</numerusform><numerusform> Auch die Ground Truths {list} fallen hinein; die zuletzt gelistete gilt.</numerusform></translation></message>
<message numerus="yes"><source> Ground truths {list} teach it too; its objectness follows ground truth {owner}, the last listed.</source>
<translation><numerusform> Auch Ground Truth {list} lehrt ihn; seine Objectness folgt Ground Truth {owner}, der zuletzt gelisteten.</numerusform><numerusform> Auch die Ground Truths {list} lehren ihn; seine Objectness folgt Ground Truth {owner}, der zuletzt gelisteten.</numerusform></translation></message>
<message><source> It counts twice.</source>
<translation> Er zählt doppelt.</translation></message>
<message><source> It reaches that of {others} too, but overlaps ground truth {owner} {words}.</source>
<translation> Er erreicht auch die von {others}, überlappt aber Ground Truth {owner} {words}.</translation></message>
<message><source> The crosses above take the filters away.</source>
<translation> Die Kreuze oben nehmen die Filter weg.</translation></message>
<message numerus="yes"><source> in {n} pictures</source>
<translation><numerusform> in {n} Bild</numerusform><numerusform> in {n} Bildern</numerusform></translation></message>
<message><source> of {number}</source>
<translation> von {number}</translation></message>
<message><source> · IoU of its box {said}</source>
<translation> · IoU der Box {said}</translation></message>
<message><source> · IoU with GT {gt}: anchor {overlap:.4f}, box {fit:.4f}</source>
<translation> · IoU mit GT {gt}: Anchor {overlap:.4f}, Box {fit:.4f}</translation></message>
<message><source> · IoU with GT {gt}: {overlap:.4f}</source>
<translation> · IoU mit GT {gt}: {overlap:.4f}</translation></message>
<message><source> · IoU {said}</source>
<translation> · IoU {said}</translation></message>
<message><source> · IoU: {said}</source>
<translation> · IoU: {said}</translation></message>
<message><source> · of ground truths {numbers}</source>
<translation> · der Ground Truths {numbers}</translation></message>
<message><source>&amp;Edit</source>
<translation>&amp;Bearbeiten</translation></message>
<message><source>&amp;File</source>
<translation>&amp;Datei</translation></message>
<message><source>&amp;Go</source>
<translation>&amp;Gehe zu</translation></message>
<message><source>&amp;Help</source>
<translation>&amp;Hilfe</translation></message>
<message><source>&amp;Recipe</source>
<translation>&amp;Rezept</translation></message>
<message><source>&amp;Tools</source>
<translation>E&amp;xtras</translation></message>
<message><source>&amp;View</source>
<translation>&amp;Ansicht</translation></message>
<message><source>(h, w) cells of each level, where convolutions of a fixed input round otherwise; empty: by strides</source>
<translation>(h, w) Zellen jeder Ebene, wo Faltungen einer festen Eingabe anders runden; leer: nach Strides</translation></message>
<message><source>(h, w) px of the network's input</source>
<translation>(h, w) px der Netzeingabe</translation></message>
<message><source>(smallest, largest) side px of each level: the first for all ratios, its root with each other for squares</source>
<translation>(kleinste, größte) Seite jeder Ebene in px: die erste für alle Verhältnisse, ihre Wurzel mit jeder anderen für Quadrate</translation></message>
<message><source>(width, height) factors of the size, one list for all</source>
<translation>(Breite, Höhe) als Faktoren der Größe, eine Liste für alle</translation></message>
<message><source>(width, height) px of each level</source>
<translation>(Breite, Höhe) px jeder Ebene</translation></message>
<message><source>*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data</source>
<translation>*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data</translation></message>
<message><source>*.toml</source>
<translation>*.toml</translation></message>
<message><source>*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz</source>
<translation>*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz</translation></message>
<message><source>, network px</source>
<translation>, Netz-px</translation></message>
<message><source>... is pooled from the map of this k</source>
<translation>... wird aus der Map dieses k gepoolt</translation></message>
<message><source>1 anchor left out: no decoded box belongs to it</source>
<translation>1 Anker ausgelassen: keine dekodierte Box gehört zu ihm</translation></message>
<message><source>1 box</source>
<translation>1 Box</translation></message>
<message><source>1 box left out: the dataset has no class {name}</source>
<translation>1 Box ausgelassen: Der Datensatz hat keine Klasse {name}</translation></message>
<message><source>1 image</source>
<translation>1 Bild</translation></message>
<message><source>1 image cannot be used: {why}</source>
<translation>1 Bild ist nicht verwendbar: {why}</translation></message>
<message><source>1 image has no predictions</source>
<translation>1 Bild hat keine Vorhersagen</translation></message>
<message><source>1 is suppressed, by a box of another ground truth.</source>
<translation>1 ist unterdrückt, durch eine Box einer anderen Ground Truth.</translation></message>
<message><source>1 is suppressed, by no box of another ground truth.</source>
<translation>1 ist unterdrückt, durch keine Box einer anderen Ground Truth.</translation></message>
<message><source>1 more</source>
<translation>1 weitere</translation></message>
<message><source>1 of {judged} ground truths is lost, {how}.</source>
<translation>1 von {judged} Ground Truths ist verloren, {how}.</translation></message>
<message><source>1 other</source>
<translation>1 andere</translation></message>
<message><source>1 proposal</source>
<translation>1 Proposal</translation></message>
<message><source>1 proposal under the cursor</source>
<translation>1 Proposal unter dem Zeiger</translation></message>
<message><source>100 %</source>
<translation>100 %</translation></message>
<message><source>100 of 8,888</source>
<translation>100 von 8,888</translation></message>
<message><source>100.0 %</source>
<translation>100.0 %</translation></message>
<message><source>88 of 8,888</source>
<translation>88 von 8,888</translation></message>
<message><source>: needs raw outputs</source>
<translation>: braucht Rohausgaben</translation></message>
<message><source>: needs the network's own outputs</source>
<translation>: braucht die Ausgaben des Netzes selbst</translation></message>
<message><source>; the annotations are left out.</source>
<translation>; die Annotationen bleiben weg.</translation></message>
<message><source>; where the size is known, an empty canvas stands in.</source>
<translation>; wo die Größe bekannt ist, steht eine leere Fläche dafür.</translation></message>
<message numerus="yes"><source>; {n} others tie with it</source>
<translation><numerusform>; {n} anderer steht gleich</numerusform><numerusform>; {n} andere stehen gleich</numerusform></translation></message>
<message><source>&lt; mean + std</source>
<translation>&lt; Mittel + Std</translation></message>
<message><source>&lt;b&gt;{place}&lt;/b&gt;: {meaning}. Shipped: {value}</source>
<translation>&lt;b&gt;{place}&lt;/b&gt;: {meaning}. Ausgeliefert: {value}</translation></message>
<message><source>A</source>
<translation>A</translation></message>
<message><source>A and B are the same outputs: choose others above the picture.</source>
<translation>A und B sind dieselben Ausgaben: Wähle oben über dem Bild andere.</translation></message>
<message><source>A better fit is not yet a better AP: only training tells.</source>
<translation>Passt es besser, ist die AP noch nicht besser: Das zeigt erst das Training.</translation></message>
<message><source>A box reaches IoU 0.50, but a top-k cuts it, or it is too small.</source>
<translation>Eine Box erreicht IoU 0.50, aber ein Top-k schneidet sie ab, oder sie ist zu klein.</translation></message>
<message><source>A box reaches IoU 0.50, but another one suppresses it, or is another's.</source>
<translation>Eine Box erreicht IoU 0.50, aber eine andere unterdrückt sie, oder sie gehört einer anderen.</translation></message>
<message><source>A box reaches IoU 0.50, but scores too low.</source>
<translation>Eine Box erreicht IoU 0.50, aber ihr Score ist zu niedrig.</translation></message>
<message><source>A box that no anchor overlaps ties with all at IoU 0, which makes them positive.</source>
<translation>Eine Box, die kein Anchor überlappt, steht mit allen gleich bei IoU 0, was sie positiv macht.</translation></message>
<message><source>A confidence z_0 and one score per class; a negative pays for the confidence alone.</source>
<translation>Eine Konfidenz z_0 und ein Score je Klasse; ein Negativ zahlt nur für die Konfidenz.</translation></message>
<message><source>A coordinate whose t* is exactly 0 is left out, as this library does.</source>
<translation>Eine Koordinate, deren t* genau 0 ist, fällt weg, wie bei dieser Bibliothek.</translation></message>
<message><source>A dash under positive: only raw outputs would tell.</source>
<translation>Ein Strich unter positiv: Nur Rohausgaben würden es sagen.</translation></message>
<message><source>A detection reaches IoU 0.50, and is its own.</source>
<translation>Eine Detektion erreicht IoU 0.50 und ist die eigene.</translation></message>
<message><source>A ground truth that no anchor overlaps ties with all of them at IoU 0.</source>
<translation>Eine Ground Truth, die kein Anchor überlappt, steht mit allen gleich bei IoU 0.</translation></message>
<message><source>A head over proposals</source>
<translation>Ein Head über Proposals</translation></message>
<message><source>A head over proposals.</source>
<translation>Ein Head über Proposals.</translation></message>
<message><source>A is what is open. What moves is counted over every picture, as audit --against does.</source>
<translation>A ist, was offen ist. Was sich bewegt, wird über alle Bilder gezählt, wie von audit --against.</translation></message>
<message><source>A kept box reaches IoU 0.50.</source>
<translation>Eine behaltene Box erreicht IoU 0.50.</translation></message>
<message><source>A new folder (*)</source>
<translation>Ein neuer Ordner (*)</translation></message>
<message><source>A point a cell, without width and height (FCOS, YOLOX, RTMDet, YOLOv8 to YOLO26)</source>
<translation>Ein Punkt je Zelle, ohne Breite und Höhe (FCOS, YOLOX, RTMDet, YOLOv8 bis YOLO26)</translation></message>
<message><source>A point has no area, so no IoU with a ground truth.</source>
<translation>Ein Punkt hat keine Fläche, also keine IoU mit einer Ground Truth.</translation></message>
<message><source>A random mini-batch</source>
<translation>Ein zufälliger Mini-Batch</translation></message>
<message><source>A random mini-batch, with the negatives limited by the positives where asked</source>
<translation>Ein zufälliger Mini-Batch, auf Wunsch mit durch die Positiven begrenzten Negativen</translation></message>
<message><source>A score or an edge is not a finite number.</source>
<translation>Ein Score oder eine Kante ist keine endliche Zahl.</translation></message>
<message><source>A side of it is 0, which is within no factor of any anchor's. So no level trains it.</source>
<translation>Eine Seite davon ist 0, das passt in keinen Faktor zu einem Anchor. Also trainiert keine Ebene sie.</translation></message>
<message><source>A side of the picture is under a stride: one row of cells sees all of it.</source>
<translation>Eine Seite des Bildes ist kürzer als ein Stride: Eine Zellreihe sieht alles.</translation></message>
<message><source>A sigmoid per class, summed.</source>
<translation>Ein Sigmoid je Klasse, summiert.</translation></message>
<message><source>A small bundled dataset with raw predictions</source>
<translation>Ein kleiner mitgelieferter Datensatz mit Rohausgaben</translation></message>
<message><source>A this box</source>
<translation>A diese Box</translation></message>
<message><source>A's rule looks at what the network says: which anchors are positive is not known. {why}</source>
<translation>Die Regel von A sieht, was das Netz sagt: Welche Anchors positiv sind, ist nicht bekannt. {why}</translation></message>
<message><source>A: {a}; B: {b}</source>
<translation>A: {a}; B: {b}</translation></message>
<message><source>AP</source>
<translation>AP</translation></message>
<message><source>AP 0.50</source>
<translation>AP 0.50</translation></message>
<message><source>AP by class</source>
<translation>AP je Klasse</translation></message>
<message><source>AP50</source>
<translation>AP50</translation></message>
<message><source>AP75</source>
<translation>AP75</translation></message>
<message><source>About</source>
<translation>Über</translation></message>
<message><source>Add</source>
<translation>Hinzufügen</translation></message>
<message><source>Add this key to the command's present ones</source>
<translation>Diese Taste zu den jetzigen des Befehls hinzufügen</translation></message>
<message><source>After scaling and moving, nothing of it lies in the network's input.</source>
<translation>Nach Skalierung und Verschiebung liegt nichts von ihr in der Eingabe des Netzes.</translation></message>
<message><source>Agreement</source>
<translation>Übereinstimmung</translation></message>
<message><source>All</source>
<translation>Alle</translation></message>
<message><source>All anchors</source>
<translation>Alle Anchors</translation></message>
<message><source>All anchors and all ground truths. A row, a box and a point are one selection. Click a heading to sort; Ctrl+C copies the row.</source>
<translation>Alle Anchors und alle Ground Truths. Zeile, Box und Punkt sind eine Auswahl. Klick auf eine Überschrift sortiert; Strg+C kopiert die Zeile.</translation></message>
<message><source>All boxes</source>
<translation>Alle Boxen</translation></message>
<message><source>All files</source>
<translation>Alle Dateien</translation></message>
<message><source>All of its candidates are another ground truth's too, which may win them.</source>
<translation>Alle Kandidaten sind auch die einer anderen Ground Truth, die sie gewinnen kann.</translation></message>
<message numerus="yes"><source>All of the dataset, {n}</source>
<translation><numerusform>Alles im Datensatz, {n}</numerusform><numerusform>Alles im Datensatz, {n}</numerusform></translation></message>
<message><source>All points</source>
<translation>Alle Punkte</translation></message>
<message><source>All {n} ground truths are found.</source>
<translation>Alle {n} Ground Truths sind gefunden.</translation></message>
<message><source>All: every anchor, positive, ignored and negative
Key 9</source>
<translation>Alle: jeder Anchor, positiv, ignoriert und negativ
Taste 9</translation></message>
<message><source>All: every point, positive and negative
Key 9</source>
<translation>Alle: jeder Punkt, positiv und negativ
Taste 9</translation></message>
<message><source>All: the predicted box of every anchor</source>
<translation>Alle: die vorhergesagte Box jedes Anchors</translation></message>
<message><source>Anchor</source>
<translation>Anchor</translation></message>
<message><source>Anchor {anchor:,} · {place}</source>
<translation>Anchor {anchor:,} · {place}</translation></message>
<message><source>Anchor {anchor} of A stands in no place of B's grid</source>
<translation>Anchor {anchor} von A hat im Raster von B keinen Platz</translation></message>
<message><source>Anchor {index:,} · {place}</source>
<translation>Anchor {index:,} · {place}</translation></message>
<message><source>Anchor {index}: {finding}</source>
<translation>Anchor {index}: {finding}</translation></message>
<message><source>Anchors</source>
<translation>Anchors</translation></message>
<message><source>Anchors in ignored regions.</source>
<translation>Anchors in ignorierten Regionen.</translation></message>
<message><source>Anchors that pass the filter</source>
<translation>Anchors, die der Filter durchlässt</translation></message>
<message><source>Annotations</source>
<translation>Annotationen</translation></message>
<message><source>Another ground truth made it positive: it overlaps {best} most, at IoU {iou:.4f}. But it is the best anchor of {owner} too, at IoU {highest:.4f}, which under {least:.2f} makes no anchor positive and yet takes this one over: it is trained towards that one.</source>
<translation>Eine andere Ground Truth machte ihn positiv: Er überlappt {best} am meisten, mit IoU {iou:.4f}. Er ist aber auch der beste Anchor von {owner}, mit IoU {highest:.4f}, was unter {least:.2f} keinen Anchor positiv macht und diesen doch übernimmt: Er wird auf jene trainiert.</translation></message>
<message><source>Another plot instead of {title}</source>
<translation>Ein anderes Diagramm statt {title}</translation></message>
<message><source>Answer</source>
<translation>Antwort</translation></message>
<message><source>Answer IoU</source>
<translation>IoU der Antwort</translation></message>
<message><source>Answers</source>
<translation>Antworten</translation></message>
<message><source>Anything to look at</source>
<translation>Etwas Sehenswertes</translation></message>
<message><source>Area left</source>
<translation>Restfläche</translation></message>
<message><source>As decoded it reaches beyond the input, and is clipped to that.</source>
<translation>Dekodiert reicht sie über die Eingabe hinaus und wird auf diese beschnitten.</translation></message>
<message><source>As decoded it reaches beyond the picture, and is clipped to that.</source>
<translation>Dekodiert reicht sie über das Bild hinaus und wird auf dieses beschnitten.</translation></message>
<message><source>As the network saw it: {how}</source>
<translation>Wie das Netz es sah: {how}</translation></message>
<message><source>As the system</source>
<translation>Wie das System</translation></message>
<message><source>Ascending</source>
<translation>Aufsteigend</translation></message>
<message><source>Asked by</source>
<translation>Gewünscht von</translation></message>
<message><source>Attributes</source>
<translation>Attribute</translation></message>
<message><source>Audit</source>
<translation>Audit</translation></message>
<message><source>Audit of {name}</source>
<translation>Audit von {name}</translation></message>
<message><source>Audit the whole dataset</source>
<translation>Den ganzen Datensatz auditieren</translation></message>
<message><source>Augmentation lost no box of this picture.</source>
<translation>Die Augmentierung verlor keine Box dieses Bildes.</translation></message>
<message><source>B</source>
<translation>B</translation></message>
<message><source>B over A, with a divider to drag across</source>
<translation>B über A, mit einem verschiebbaren Teiler</translation></message>
<message><source>B {other}</source>
<translation>B {other}</translation></message>
<message><source>B's rule looks at what the network says, and B has no raw outputs: which are positive is not known.</source>
<translation>Die Regel von B sieht, was das Netz sagt, und B hat keine Rohausgaben: Welche positiv sind, ist nicht bekannt.</translation></message>
<message><source>Back</source>
<translation>Zurück</translation></message>
<message><source>Back to the data</source>
<translation>Zurück zu den Daten</translation></message>
<message><source>Back to the workspace before</source>
<translation>Zurück zum vorigen Arbeitsbereich</translation></message>
<message><source>Background</source>
<translation>Hintergrund</translation></message>
<message><source>Below the score threshold</source>
<translation>Unter der Score-Schwelle</translation></message>
<message><source>Beside</source>
<translation>Nebeneinander</translation></message>
<message><source>Beside each other</source>
<translation>Nebeneinander</translation></message>
<message><source>Best GT</source>
<translation>Beste GT</translation></message>
<message><source>Best IoU</source>
<translation>Beste IoU</translation></message>
<message><source>Best IoU A</source>
<translation>Beste IoU A</translation></message>
<message><source>Best IoU B</source>
<translation>Beste IoU B</translation></message>
<message><source>Best IoU by label</source>
<translation>Beste IoU nach Label</translation></message>
<message><source>Best anchor</source>
<translation>Bester Anchor</translation></message>
<message><source>Best anchor is another's</source>
<translation>Bester Anchor gehört einer anderen</translation></message>
<message><source>Best box</source>
<translation>Beste Box</translation></message>
<message><source>Between boxes and t: what becomes of the centre, and the log of the side's ratio.</source>
<translation>Zwischen Boxen und t: was aus der Mitte wird, und der Logarithmus des Seitenverhältnisses.</translation></message>
<message><source>Box</source>
<translation>Box</translation></message>
<message><source>Box IoU</source>
<translation>Box-IoU</translation></message>
<message><source>Box IoU, GT {number}</source>
<translation>Box-IoU, GT {number}</translation></message>
<message><source>Box and class losses count {n} pairs, the formulas above show the last one.</source>
<translation>Box- und Klassen-Loss zählen {n} Paare, die Formeln oben zeigen das letzte.</translation></message>
<message><source>Box leaves its picture</source>
<translation>Box ragt aus ihrem Bild</translation></message>
<message><source>Box loss</source>
<translation>Box-Loss</translation></message>
<message><source>Box share</source>
<translation>Box-Anteil</translation></message>
<message><source>Boxes</source>
<translation>Boxen</translation></message>
<message><source>Boxes and share reached, by class</source>
<translation>Boxen und erreichter Anteil je Klasse</translation></message>
<message><source>Boxes of whole pixels</source>
<translation>Boxen aus ganzen Pixeln</translation></message>
<message><source>Boxes on the picture</source>
<translation>Boxen auf dem Bild</translation></message>
<message><source>Browse recipes</source>
<translation>Rezepte durchsehen</translation></message>
<message><source>Browse recipes…</source>
<translation>Rezepte durchsehen…</translation></message>
<message><source>By</source>
<translation>Nach</translation></message>
<message><source>By a box of another ground truth.</source>
<translation>Von der Box einer anderen Ground Truth.</translation></message>
<message><source>By best anchor</source>
<translation>Nach bestem Anchor</translation></message>
<message><source>By class</source>
<translation>Nach Klasse</translation></message>
<message><source>By level</source>
<translation>Nach Ebene</translation></message>
<message><source>By side</source>
<translation>Nach Seite</translation></message>
<message><source>By size</source>
<translation>Nach Größe</translation></message>
<message><source>By the rule</source>
<translation>Nach der Regel</translation></message>
<message><source>CIoU</source>
<translation>CIoU</translation></message>
<message><source>COCO results (*.json)</source>
<translation>COCO-Ergebnisse (*.json)</translation></message>
<message><source>COCO with attributes: CVAT, FiftyOne (*.json)</source>
<translation>COCO mit Attributen: CVAT, FiftyOne (*.json)</translation></message>
<message><source>COCO, 101 points</source>
<translation>COCO, 101 Punkte</translation></message>
<message><source>CSV (*.csv)</source>
<translation>CSV (*.csv)</translation></message>
<message><source>Calibration, anchors</source>
<translation>Kalibrierung, Anchors</translation></message>
<message><source>Calibration, kept boxes</source>
<translation>Kalibrierung, behaltene Boxen</translation></message>
<message><source>Cancel</source>
<translation>Abbrechen</translation></message>
<message><source>Candidate of these; there is no prediction to rank it by.</source>
<translation>Kandidat von diesen; ohne Vorhersage keine Rangfolge.</translation></message>
<message><source>Candidates</source>
<translation>Kandidaten</translation></message>
<message><source>Candidates and cut</source>
<translation>Kandidaten und Schnitt</translation></message>
<message><source>Candidates elsewhere</source>
<translation>Kandidaten anderswo</translation></message>
<message><source>Canvas</source>
<translation>Zeichenfläche</translation></message>
<message><source>Canvas {letter}</source>
<translation>Zeichenfläche {letter}</translation></message>
<message><source>Cell</source>
<translation>Zelle</translation></message>
<message><source>Centre x, px</source>
<translation>Mitte x, px</translation></message>
<message><source>Centre y, px</source>
<translation>Mitte y, px</translation></message>
<message><source>Changed</source>
<translation>Geändert</translation></message>
<message><source>Changed anchors</source>
<translation>Geänderte Anchors</translation></message>
<message><source>Choose a command</source>
<translation>Einen Befehl wählen</translation></message>
<message><source>Choose a folder, or drop a folder or file anywhere</source>
<translation>Einen Ordner wählen oder Ordner oder Datei hier ablegen</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to follow its way through both stages.</source>
<translation>Eine Ground Truth wählen, mit G oder einer Zeile ihrer Tabelle, um ihrem Weg durch beide Stufen zu folgen.</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to see its candidates.</source>
<translation>Eine Ground Truth wählen, mit G oder einer Zeile ihrer Tabelle, um ihre Kandidaten zu sehen.</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to see which candidates it takes and why.</source>
<translation>Eine Ground Truth wählen, mit G oder einer Zeile ihrer Tabelle, um zu sehen, welche Kandidaten sie nimmt und warum.</translation></message>
<message><source>Choose another recipe, checkpoint or dataset, and what moves is counted over all pictures.</source>
<translation>Ein anderes Rezept, einen anderen Checkpoint oder Datensatz wählen: was sich bewegt, wird über alle Bilder gezählt.</translation></message>
<message><source>Churn of the assignment</source>
<translation>Fluktuation der Zuordnung</translation></message>
<message><source>Churn: positives new or another ground truth's, % of all, against the step before</source>
<translation>Fluktuation: Positive, die neu sind oder die Ground Truth wechselten, % von allen, gegen den Schritt davor</translation></message>
<message><source>Class</source>
<translation>Klasse</translation></message>
<message><source>Class beyond the outputs</source>
<translation>Klasse jenseits der Ausgaben</translation></message>
<message><source>Class loss</source>
<translation>Klassen-Loss</translation></message>
<message><source>Class without a box</source>
<translation>Klasse ohne Box</translation></message>
<message><source>Classes of {side} alone, {count}: {names}.</source>
<translation>Klassen nur in {side}, {count}: {names}.</translation></message>
<message><source>Clear the filter</source>
<translation>Filter löschen</translation></message>
<message><source>Clear the filter {filter}</source>
<translation>Filter {filter} löschen</translation></message>
<message><source>Clear the filter: every anchor is shown</source>
<translation>Filter löschen: Jeder Anchor wird gezeigt</translation></message>
<message><source>Clear the selection</source>
<translation>Auswahl aufheben</translation></message>
<message><source>Click a box on the picture to see why it is positive, negative or ignored, its target t* and what it adds to the loss. Click again, or press Up and Down, for the other anchors under the same point; G goes through the ground truths.</source>
<translation>Ein Klick auf eine Box im Bild zeigt, warum sie positiv, negativ oder ignoriert ist, ihr Ziel t* und ihren Anteil am Loss. Erneut klicken, oder Pfeil hoch und runter, für die anderen Anchors unter demselben Punkt; G geht durch die Ground Truths.</translation></message>
<message><source>Click a box on the picture, or a row of the tables below, to see why a proposal is foreground or background, its target t*, what it adds to the losses and what became of it. G goes through the ground truths, H back to the RPN.</source>
<translation>Ein Klick auf eine Box im Bild oder eine Zeile der Tabellen unten zeigt, warum ein Proposal Vorder- oder Hintergrund ist, sein Ziel t*, seinen Anteil an den Losses und was aus ihm wurde. G geht durch die Ground Truths, H zurück zum RPN.</translation></message>
<message><source>Click a letter for another side; drag a bar to try another distribution.</source>
<translation>Klick auf einen Buchstaben für eine andere Seite; einen Balken ziehen, um eine andere Verteilung zu probieren.</translation></message>
<message><source>Click a point on the picture to see which ground truths want it and who got it, its target t* and what it adds to the loss. G goes through the ground truths; the table Candidates ranks the points of the one in focus.</source>
<translation>Ein Klick auf einen Punkt im Bild zeigt, welche Ground Truths ihn wollen und welche ihn bekam, sein Ziel t* und seinen Anteil am Loss. G geht durch die Ground Truths; die Tabelle Kandidaten ordnet die Punkte der fokussierten.</translation></message>
<message><source>Click for the next place, Shift+click for the one before; ↓ and ↑ go to the other rows.</source>
<translation>Klick für die nächste Stelle, Umschalt+Klick für die vorige; ↓ und ↑ gehen zu den anderen Zeilen.</translation></message>
<message><source>Clipped to the picture it has a side under {least:g} network px.</source>
<translation>Auf das Bild beschnitten hat sie eine Seite unter {least:g} Netz-px.</translation></message>
<message><source>Clipped to the picture it has a side under {least:g} px of the original picture.</source>
<translation>Auf das Bild beschnitten hat sie eine Seite unter {least:g} px des Originalbilds.</translation></message>
<message><source>Clipped to the picture it has a side under {least} px.</source>
<translation>Auf das Bild beschnitten hat es eine Seite unter {least} px.</translation></message>
<message><source>Close the recipe editor</source>
<translation>Rezepteditor schließen</translation></message>
<message><source>Close the recipe editor (Ctrl+E)</source>
<translation>Rezepteditor schließen (Strg+E)</translation></message>
<message><source>Coder</source>
<translation>Coder</translation></message>
<message><source>Colours</source>
<translation>Farben</translation></message>
<message><source>Columns</source>
<translation>Spalten</translation></message>
<message><source>Command</source>
<translation>Befehl</translation></message>
<message><source>Command palette</source>
<translation>Befehlspalette</translation></message>
<message><source>Commands</source>
<translation>Befehle</translation></message>
<message><source>Commands and keys</source>
<translation>Befehle und Tasten</translation></message>
<message><source>Compare</source>
<translation>Vergleichen</translation></message>
<message><source>Compare lays out one at a time: here the recipes, without the other outputs.</source>
<translation>Vergleichen zeigt eines auf einmal: hier die Rezepte, ohne die anderen Ausgaben.</translation></message>
<message><source>Compare recipes or checkpoints</source>
<translation>Rezepte oder Checkpoints vergleichen</translation></message>
<message><source>Compare the assignment over the steps…</source>
<translation>Die Zuordnung über die Schritte vergleichen…</translation></message>
<message><source>Compare with</source>
<translation>Vergleichen mit</translation></message>
<message><source>Comparing the steps…</source>
<translation>Vergleiche die Schritte…</translation></message>
<message><source>Computing…</source>
<translation>Rechne…</translation></message>
<message><source>Contested</source>
<translation>Umkämpft</translation></message>
<message><source>Continue</source>
<translation>Fortsetzen</translation></message>
<message><source>Copy all of these findings</source>
<translation>Alle diese Befunde kopieren</translation></message>
<message><source>Copy as JSON</source>
<translation>Als JSON kopieren</translation></message>
<message><source>Copy as TSV	Ctrl+C</source>
<translation>Als TSV kopieren	Strg+C</translation></message>
<message><source>Copy as text</source>
<translation>Als Text kopieren</translation></message>
<message><source>Copy the explanation</source>
<translation>Die Erklärung kopieren</translation></message>
<message><source>Copy the line</source>
<translation>Zeile kopieren</translation></message>
<message><source>Copy the table</source>
<translation>Tabelle kopieren</translation></message>
<message><source>Copy the view</source>
<translation>Die Ansicht kopieren</translation></message>
<message><source>Copy these as JSON</source>
<translation>Diese als JSON kopieren</translation></message>
<message><source>Copy these as text</source>
<translation>Diese als Text kopieren</translation></message>
<message><source>Copy {text}</source>
<translation>{text} kopieren</translation></message>
<message><source>Copying {n} rows…</source>
<translation>Kopiere {n} Zeilen…</translation></message>
<message><source>Cost</source>
<translation>Kosten</translation></message>
<message><source>Count</source>
<translation>Zählen</translation></message>
<message><source>Count asks the model for every picture.</source>
<translation>Zählen fragt das Modell für jedes Bild.</translation></message>
<message><source>Counted from 0 or from 1?</source>
<translation>Ab 0 oder ab 1 gezählt?</translation></message>
<message><source>Counting the boxes…</source>
<translation>Zähle die Boxen…</translation></message>
<message><source>Crowd or ignored region</source>
<translation>Crowd oder ignorierte Region</translation></message>
<message><source>Cut by the final top-k</source>
<translation>Vom letzten Top-k abgeschnitten</translation></message>
<message><source>Cut by the first top-k</source>
<translation>Vom ersten Top-k abgeschnitten</translation></message>
<message><source>DIoU</source>
<translation>DIoU</translation></message>
<message><source>Dark</source>
<translation>Dunkel</translation></message>
<message><source>Dataset</source>
<translation>Datensatz</translation></message>
<message><source>Dataset order</source>
<translation>Reihenfolge des Datensatzes</translation></message>
<message><source>Dataset, annotation file…</source>
<translation>Datensatz, Annotationsdatei…</translation></message>
<message><source>Dataset, folder…</source>
<translation>Datensatz, Ordner…</translation></message>
<message><source>Decoded</source>
<translation>Dekodiert</translation></message>
<message><source>Decoded boxes have no loss: only the network's own outputs tell losses.</source>
<translation>Dekodierte Boxen haben keinen Loss: Losses sagen nur die Ausgaben des Netzes selbst.</translation></message>
<message><source>Decoded, an edge is no finite number: such a box is left out.</source>
<translation>Dekodiert ist eine Kante keine endliche Zahl: Eine solche Box bleibt weg.</translation></message>
<message><source>Decoding does not take off the pixel that encoding added.</source>
<translation>Das Dekodieren zieht das Pixel nicht ab, das das Kodieren addierte.</translation></message>
<message><source>Descending</source>
<translation>Absteigend</translation></message>
<message><source>Detection {n}: {name}</source>
<translation>Detektion {n}: {name}</translation></message>
<message><source>Detections</source>
<translation>Detektionen</translation></message>
<message><source>Detections: the boxes of the last stage</source>
<translation>Detektionen: die Boxen der letzten Stufe</translation></message>
<message><source>Distribution of a side</source>
<translation>Verteilung einer Seite</translation></message>
<message><source>Distribution of side</source>
<translation>Verteilung der Seite</translation></message>
<message><source>Divider between A and B</source>
<translation>Teiler zwischen A und B</translation></message>
<message><source>Do not filter by this any more</source>
<translation>Nicht mehr danach filtern</translation></message>
<message><source>Done</source>
<translation>Fertig</translation></message>
<message><source>Draw changed anchors only</source>
<translation>Nur geänderte</translation></message>
<message><source>Draw changed points only</source>
<translation>Nur geänderte</translation></message>
<message><source>Drawn</source>
<translation>Gezogen</translation></message>
<message><source>Each box ends in one place: the last at which a box that reached IoU 0.50 was there.</source>
<translation>Jede Box endet an einer Stelle: der letzten, an der es eine Box mit IoU 0.50 gab.</translation></message>
<message><source>Each counts k = 2 − w h times, w and h of the ground truth over the input's.</source>
<translation>Jede zählt k = 2 − w h mal, w und h der Ground Truth relativ zur Eingabe.</translation></message>
<message><source>Each ground truth's best anchor in such cells is positive, whatever its IoU; the last to claim it keeps it.</source>
<translation>Der beste Anchor jeder Ground Truth in solchen Zellen ist positiv, gleich bei welcher IoU; die letzte, die ihn beansprucht, behält ihn.</translation></message>
<message><source>Each ground truth's best anchor is positive, whatever its IoU.</source>
<translation>Der beste Anchor jeder Ground Truth ist positiv, gleich bei welcher IoU.</translation></message>
<message><source>Each of the batch of {n} pictures this one was in.</source>
<translation>Jedes der {n} Bilder des Batches, in dem dieses war.</translation></message>
<message><source>Each of {judged} ground truths judged has a positive at one of {steps} steps or more.</source>
<translation>Jede der {judged} beurteilten Ground Truths hat bei mindestens einem von {steps} Schritten ein Positiv.</translation></message>
<message><source>Each step has another picture here, so nothing can be compared.</source>
<translation>Jeder Schritt hat hier ein anderes Bild, also ist nichts zu vergleichen.</translation></message>
<message><source>Easy answers are damped, γ = {g}.</source>
<translation>Leichte Antworten sind gedämpft, γ = {g}.</translation></message>
<message><source>Edit the recipe…</source>
<translation>Das Rezept bearbeiten…</translation></message>
<message><source>Elsewhere</source>
<translation>Anderswo</translation></message>
<message><source>Ended: {name}</source>
<translation>Beendet: {name}</translation></message>
<message><source>Ends in A</source>
<translation>Ende in A</translation></message>
<message><source>Ends in B</source>
<translation>Ende in B</translation></message>
<message><source>Error</source>
<translation>Fehler</translation></message>
<message><source>Errors of the detections</source>
<translation>Fehler der Detektionen</translation></message>
<message><source>Esc: stop counting; what is done is kept</source>
<translation>Esc: Zählen anhalten; was fertig ist, bleibt</translation></message>
<message><source>Every ground truth has a positive anchor</source>
<translation>Jede Ground Truth hat einen positiven Anchor</translation></message>
<message><source>Every ground truth has a positive anchor, and {share} reach IoU {at}</source>
<translation>Jede Ground Truth hat einen positiven Anchor, und {share} erreichen IoU {at}</translation></message>
<message><source>Every ground truth has as many candidates as the rule may take</source>
<translation>Jede Ground Truth hat so viele Kandidaten, wie die Regel nehmen darf</translation></message>
<message><source>Every picture of the dataset. D and A, or the arrow keys, go to the next and the previous one.</source>
<translation>Jedes Bild des Datensatzes. D und A, oder die Pfeiltasten, gehen zum nächsten und vorigen.</translation></message>
<message><source>Everything it reads</source>
<translation>Alles, was es liest</translation></message>
<message><source>Explain</source>
<translation>Erklären</translation></message>
<message><source>Export cancelled; nothing was written</source>
<translation>Export abgebrochen; nichts wurde geschrieben</translation></message>
<message><source>Export decoded boxes</source>
<translation>Dekodierte Boxen exportieren</translation></message>
<message><source>Export decoded boxes…</source>
<translation>Dekodierte Boxen exportieren…</translation></message>
<message><source>Exporting decoded boxes…</source>
<translation>Exportiere dekodierte Boxen…</translation></message>
<message><source>Export…</source>
<translation>Exportieren…</translation></message>
<message><source>Factor</source>
<translation>Faktor</translation></message>
<message><source>Fate</source>
<translation>Verbleib</translation></message>
<message><source>Fates in A and in B</source>
<translation>Verbleib in A und in B</translation></message>
<message><source>Feature cell of the selection</source>
<translation>Feature-Zelle der Auswahl</translation></message>
<message><source>FiftyOne's labels.json (*.json)</source>
<translation>labels.json von FiftyOne (*.json)</translation></message>
<message><source>File that was not read</source>
<translation>Nicht gelesene Datei</translation></message>
<message><source>File, Export decoded boxes writes what the predictions say in original px. Now open a dataset of your own: Ctrl+O, or drop it here. Your files are only read.</source>
<translation>Datei, Dekodierte Boxen exportieren schreibt, was die Vorhersagen sagen, in Original-px. Jetzt einen eigenen Datensatz öffnen: Strg+O, oder hier ablegen. Die Dateien werden nur gelesen.</translation></message>
<message><source>Filter</source>
<translation>Filter</translation></message>
<message><source>Filter anchors: {one}</source>
<translation>Anchors filtern: {one}</translation></message>
<message><source>Filter by name or class</source>
<translation>Nach Name oder Klasse filtern</translation></message>
<message><source>Filter images by name or class</source>
<translation>Bilder nach Name oder Klasse filtern</translation></message>
<message><source>Filter points: {one}</source>
<translation>Punkte filtern: {one}</translation></message>
<message><source>Filter the anchors</source>
<translation>Die Anchors filtern</translation></message>
<message><source>Filter: {filter}</source>
<translation>Filter: {filter}</translation></message>
<message><source>Filter: {words}; press to take it away</source>
<translation>Filter: {words}; drücken nimmt ihn weg</translation></message>
<message><source>Final fate</source>
<translation>Verbleib am Ende</translation></message>
<message><source>Find a command</source>
<translation>Einen Befehl suchen</translation></message>
<message><source>Find a field</source>
<translation>Ein Feld suchen</translation></message>
<message><source>Find a field by name or meaning</source>
<translation>Ein Feld nach Name oder Bedeutung suchen</translation></message>
<message><source>Find an image</source>
<translation>Ein Bild suchen</translation></message>
<message><source>Find by name, menu or key, e.g. Ctrl+O</source>
<translation>Nach Name, Menü oder Taste suchen, z. B. Strg+O</translation></message>
<message><source>Find in this page</source>
<translation>Auf dieser Seite suchen</translation></message>
<message><source>Find or run</source>
<translation>Suchen oder ausführen</translation></message>
<message><source>Find or run a command</source>
<translation>Einen Befehl suchen oder ausführen</translation></message>
<message><source>Find or run a command…</source>
<translation>Einen Befehl suchen oder ausführen…</translation></message>
<message><source>Find the layout of the raw outputs…</source>
<translation>Das Layout der Rohausgaben finden…</translation></message>
<message><source>Finding</source>
<translation>Befund</translation></message>
<message><source>Findings</source>
<translation>Befunde</translation></message>
<message><source>Findings written into {file}</source>
<translation>Befunde geschrieben nach {file}</translation></message>
<message><source>Findings…</source>
<translation>Befunde…</translation></message>
<message><source>First choice of columns</source>
<translation>Übliche Auswahl der Spalten</translation></message>
<message><source>First image</source>
<translation>Erstes Bild</translation></message>
<message><source>First picture</source>
<translation>Erstes Bild</translation></message>
<message><source>Fit</source>
<translation>Einpassen</translation></message>
<message><source>Follow a training…</source>
<translation>Einem Training folgen…</translation></message>
<message><source>Following {name}</source>
<translation>Folge {name}</translation></message>
<message numerus="yes"><source>For {n} pictures no size is annotated; their headers were read.</source>
<translation><numerusform>Für {n} Bild ist keine Größe annotiert; sein Kopf wurde gelesen.</numerusform><numerusform>Für {n} Bilder ist keine Größe annotiert; ihre Köpfe wurden gelesen.</numerusform></translation></message>
<message><source>Foreground</source>
<translation>Vordergrund</translation></message>
<message><source>Foreground for ground truth {n}</source>
<translation>Vordergrund für Ground Truth {n}</translation></message>
<message><source>Format</source>
<translation>Format</translation></message>
<message><source>Found means {what}.</source>
<translation>Gefunden heißt: {what}.</translation></message>
<message><source>Fractions instead of pixels</source>
<translation>Bruchteile statt Pixel</translation></message>
<message><source>From</source>
<translation>Von</translation></message>
<message><source>From Faster R-CNN's article to YOLO26, with their sources</source>
<translation>Vom Faster-R-CNN-Artikel bis YOLO26, mit ihren Quellen</translation></message>
<message><source>From class scores and boxes to detections.</source>
<translation>Von Klassen-Scores und Boxen zu Detektionen.</translation></message>
<message><source>From decoded boxes to proposals or detections.</source>
<translation>Von dekodierten Boxen zu Proposals oder Detektionen.</translation></message>
<message><source>From the step shown to step {step}, on this same picture: the same positives.</source>
<translation>Vom gezeigten Schritt bis Schritt {step}, auf demselben Bild: dieselben Positiven.</translation></message>
<message><source>From the step shown to step {step}, on this same picture: {new} and {lost}.</source>
<translation>Vom gezeigten Schritt bis Schritt {step}, auf demselben Bild: {new} und {lost}.</translation></message>
<message><source>Full screen</source>
<translation>Vollbild</translation></message>
<message><source>Funnel</source>
<translation>Trichter</translation></message>
<message><source>Funnel of the second stage</source>
<translation>Trichter der zweiten Stufe</translation></message>
<message><source>Funnel panel</source>
<translation>Trichter-Panel</translation></message>
<message><source>GIoU</source>
<translation>GIoU</translation></message>
<message><source>GT</source>
<translation>GT</translation></message>
<message><source>GT in A</source>
<translation>GT in A</translation></message>
<message><source>GT itself</source>
<translation>GT selbst</translation></message>
<message><source>GT {gt} at IoU 0</source>
<translation>GT {gt} bei IoU 0</translation></message>
<message><source>GT {number}</source>
<translation>GT {number}</translation></message>
<message><source>GT {n}</source>
<translation>GT {n}</translation></message>
<message><source>Give all commands the keys they came with</source>
<translation>Allen Befehlen die mitgelieferten Tasten geben</translation></message>
<message><source>Give the command the keys it came with</source>
<translation>Dem Befehl die mitgelieferte Taste geben</translation></message>
<message><source>Glossary</source>
<translation>Glossar</translation></message>
<message><source>Go on</source>
<translation>Weiter</translation></message>
<message><source>Ground truth</source>
<translation>Ground Truth</translation></message>
<message><source>Ground truth {number} ({name})</source>
<translation>Ground Truth {number} ({name})</translation></message>
<message><source>Ground truth {number}: takes no part</source>
<translation>Ground Truth {number}: nimmt nicht teil</translation></message>
<message><source>Ground truth {number}: undecided</source>
<translation>Ground Truth {number}: unentschieden</translation></message>
<message><source>Ground truth {number}: {found}</source>
<translation>Ground Truth {number}: {found}</translation></message>
<message><source>Ground truth {n}</source>
<translation>Ground Truth {n}</translation></message>
<message><source>Ground truth {n} among the proposals</source>
<translation>Ground Truth {n} unter den Proposals</translation></message>
<message><source>Ground truths</source>
<translation>Ground Truths</translation></message>
<message><source>Ground truths in A and in B</source>
<translation>Ground Truths in A und in B</translation></message>
<message><source>Ground truths of the anchor</source>
<translation>Ground Truths des Anchors</translation></message>
<message><source>Ground truths short of candidates may take it</source>
<translation>Ground Truths mit zu wenigen Kandidaten können ihn nehmen</translation></message>
<message><source>Ground truths without a positive</source>
<translation>Ground Truths ohne Positiv</translation></message>
<message><source>Ground truths without a positive at any step</source>
<translation>Ground Truths ohne Positiv bei jedem Schritt</translation></message>
<message><source>Half or more of it lies in a region that enters no loss.</source>
<translation>Mindestens die Hälfte davon liegt in einer Region, die in keinen Loss eingeht.</translation></message>
<message><source>Hardest ground truths</source>
<translation>Schwerste Ground Truths</translation></message>
<message><source>Hardest images</source>
<translation>Schwerste Bilder</translation></message>
<message><source>Heat</source>
<translation>Heatmap</translation></message>
<message><source>Heat of best IoU</source>
<translation>Heatmap der besten IoU</translation></message>
<message><source>Heat of loss</source>
<translation>Heatmap des Loss</translation></message>
<message><source>Heat of score p</source>
<translation>Heatmap des Scores p</translation></message>
<message><source>Heat of the metric for the focused ground truth</source>
<translation>Heatmap der Metrik der fokussierten Ground Truth</translation></message>
<message><source>Heat: {what}</source>
<translation>Heatmap: {what}</translation></message>
<message><source>Heat: {what} {needs}</source>
<translation>Heatmap: {what} {needs}</translation></message>
<message><source>Height, px</source>
<translation>Höhe, px</translation></message>
<message><source>Held between {least} and {most}: it is pooled from {name}.</source>
<translation>Gehalten zwischen {least} und {most}: Gepoolt wird aus {name}.</translation></message>
<message><source>Help</source>
<translation>Hilfe</translation></message>
<message><source>Hide this line</source>
<translation>Diese Zeile ausblenden</translation></message>
<message><source>How a picture becomes the network's input.</source>
<translation>Wie ein Bild zur Netzeingabe wird.</translation></message>
<message><source>How boxes go back to the original picture.</source>
<translation>Wie Boxen ins Originalbild zurückkehren.</translation></message>
<message><source>How fates changed</source>
<translation>Wie sich der Verbleib änderte</translation></message>
<message><source>How ground truths follow the picture into the network.</source>
<translation>Wie Ground Truths dem Bild ins Netz folgen.</translation></message>
<message><source>I / (A + B − I)</source>
<translation>I / (A + B − I)</translation></message>
<message><source>I shared</source>
<translation>I gemeinsam</translation></message>
<message><source>Ignored</source>
<translation>Ignoriert</translation></message>
<message><source>Ignored: between the thresholds</source>
<translation>Ignoriert: zwischen den Schwellen</translation></message>
<message><source>Ignored: in a crowd</source>
<translation>Ignoriert: in einer Crowd</translation></message>
<message><source>Ignored: in another cell</source>
<translation>Ignoriert: in einer anderen Zelle</translation></message>
<message><source>Ignored: in neither sum.</source>
<translation>Ignoriert: in keiner Summe.</translation></message>
<message><source>Ignored: its prediction fits</source>
<translation>Ignoriert: seine Vorhersage passt</translation></message>
<message><source>Ignored: outside the picture</source>
<translation>Ignoriert: außerhalb des Bildes</translation></message>
<message><source>Image</source>
<translation>Bild</translation></message>
<message><source>Images</source>
<translation>Bilder</translation></message>
<message><source>Images panel</source>
<translation>Bilder-Panel</translation></message>
<message><source>In all</source>
<translation>Insgesamt</translation></message>
<message><source>In an ignored region</source>
<translation>In einer ignorierten Region</translation></message>
<message><source>In the annotations</source>
<translation>In den Annotationen</translation></message>
<message><source>In the loss</source>
<translation>Im Loss</translation></message>
<message><source>In the loss, which needs raw outputs.</source>
<translation>Im Verlust, der rohe Ausgaben braucht.</translation></message>
<message><source>In the loss.</source>
<translation>Im Loss.</translation></message>
<message><source>In the loss: {rule}, {positives} and {negatives}. Divided by {divided}; the rows are what is left after that, and they sum to the totals.</source>
<translation>Im Loss: {rule}, {positives} und {negatives}. Geteilt durch {divided}; die Zeilen sind, was danach bleibt, und summieren sich zu den Gesamtwerten.</translation></message>
<message><source>In the mini-batch, but not all of its raw outputs are numbers: the sums leave it out.</source>
<translation>Im Mini-Batch, aber nicht alle seine Rohausgaben sind Zahlen: Die Summen lassen ihn weg.</translation></message>
<message><source>In the sample, so in the sums.</source>
<translation>In der Stichprobe, also in den Summen.</translation></message>
<message><source>In the sample; the sums need raw outputs.</source>
<translation>In der Stichprobe; die Summen brauchen Rohausgaben.</translation></message>
<message><source>In the trainer's loss, so in the sums.</source>
<translation>Im Verlust des Trainers, also in den Summen.</translation></message>
<message><source>Inspect</source>
<translation>Inspizieren</translation></message>
<message><source>Inspector</source>
<translation>Inspektor</translation></message>
<message><source>Inspector of proposals</source>
<translation>Inspektor der Proposals</translation></message>
<message><source>Inspector panel</source>
<translation>Inspektor-Panel</translation></message>
<message><source>IoU</source>
<translation>IoU</translation></message>
<message><source>IoU 0.50 to 0.95</source>
<translation>IoU 0.50 bis 0.95</translation></message>
<message><source>IoU above which the lower score goes</source>
<translation>IoU, über der der niedrigere Score weicht</translation></message>
<message><source>IoU above which the lower score of a class goes</source>
<translation>IoU, über der der niedrigere Score einer Klasse weicht</translation></message>
<message><source>IoU and box loss</source>
<translation>IoU und Box-Loss</translation></message>
<message><source>IoU and its kin: keeps quotients finite</source>
<translation>IoU und Verwandte: hält Quotienten endlich</translation></message>
<message><source>IoU below which an anchor is negative</source>
<translation>IoU, unter der ein Anchor negativ ist</translation></message>
<message><source>IoU cost</source>
<translation>IoU-Kosten</translation></message>
<message><source>IoU cost + {place}</source>
<translation>IoU-Kosten + {place}</translation></message>
<message><source>IoU crossed its ground truth's own threshold</source>
<translation>IoU kreuzte die Schwelle der Ground Truth</translation></message>
<message><source>IoU crossed the lower threshold</source>
<translation>IoU kreuzte die untere Schwelle</translation></message>
<message><source>IoU crossed the upper threshold</source>
<translation>IoU kreuzte die obere Schwelle</translation></message>
<message><source>IoU from which an anchor is positive</source>
<translation>IoU, ab der ein Anchor positiv ist</translation></message>
<message><source>IoU from which it may be negative; below it is ignored</source>
<translation>IoU, ab der er negativ sein kann; darunter ist er ignoriert</translation></message>
<message><source>IoU from which its candidates are positive: their mean plus deviation</source>
<translation>IoU, ab der ihre Kandidaten positiv sind: deren Mittel plus Abweichung</translation></message>
<message><source>IoU in A</source>
<translation>IoU in A</translation></message>
<message><source>IoU in B</source>
<translation>IoU in B</translation></message>
<message><source>IoU of a prediction over which it is ignored</source>
<translation>IoU einer Vorhersage, über der sie ignoriert wird</translation></message>
<message><source>IoU of a prediction with a ground truth over which its anchor is no negative</source>
<translation>IoU einer Vorhersage mit einer Ground Truth, über der ihr Anchor kein Negativ ist</translation></message>
<message><source>IoU of shapes over which further anchors learn it too; 1: none</source>
<translation>IoU der Formen, über der weitere Anchors sie auch lernen; 1: keine</translation></message>
<message><source>IoU over which an anchor of such a cell is positive</source>
<translation>IoU, über der ein Anchor einer solchen Zelle positiv ist</translation></message>
<message><source>IoU over which it may be negative; below it is ignored</source>
<translation>IoU, über der er negativ sein kann; darunter ist er ignoriert</translation></message>
<message><source>IoU per GT</source>
<translation>IoU je GT</translation></message>
<message><source>IoU scale</source>
<translation>IoU-Skala</translation></message>
<message><source>IoU up to which an anchor is negative</source>
<translation>IoU, bis zu der ein Anchor negativ ist</translation></message>
<message><source>IoU with ground truth {number}</source>
<translation>IoU mit Ground Truth {number}</translation></message>
<message><source>IoU with it {reaches} the threshold {high} for {count}; the best is {best:.4f}.</source>
<translation>IoU damit {reaches} die Schwelle {high} bei {count}; die beste ist {best:.4f}.</translation></message>
<message><source>IoU with its ground truth</source>
<translation>IoU mit seiner Ground Truth</translation></message>
<message><source>IoU with the most similar anchor, both about one centre</source>
<translation>IoU mit dem ähnlichsten Anchor, beide um eine Mitte</translation></message>
<message><source>IoU {iou:.4f}</source>
<translation>IoU {iou:.4f}</translation></message>
<message><source>IoU {iou:.4f} is under the threshold {limit:.2f}, so it would be {would}. But no anchor overlaps {owner} more, so the low-quality rule makes it positive{shared}.</source>
<translation>IoU {iou:.4f} liegt unter der Schwelle {limit:.2f}, also wäre er {would}. Aber kein Anchor überlappt {owner} mehr, also macht ihn die Low-Quality-Regel positiv{shared}.</translation></message>
<message><source>IoU {iou:.4f} with {best} reaches the threshold {positive:.2f}.</source>
<translation>IoU {iou:.4f} mit {best} erreicht die Schwelle {positive:.2f}.</translation></message>
<message><source>IoU {iou:.4f} with {owner} reaches {least}: positive.</source>
<translation>IoU {iou:.4f} mit {owner} erreicht {least}: positiv.</translation></message>
<message><source>IoU {iou:.4f}, negative below {low:.2f}, positive from {high:.2f}</source>
<translation>IoU {iou:.4f}, negativ unter {low:.2f}, positiv ab {high:.2f}</translation></message>
<message numerus="yes"><source>IoU {iou}, p {score}: {n} anchors</source>
<translation><numerusform>IoU {iou}, p {score}: {n} Anchor</numerusform><numerusform>IoU {iou}, p {score}: {n} Anchors</numerusform></translation></message>
<message><source>IoU {least} and up</source>
<translation>IoU ab {least}</translation></message>
<message><source>IoU {low:.2f} to {high:.2f}: {value}</source>
<translation>IoU {low:.2f} bis {high:.2f}: {value}</translation></message>
<message><source>IoU {low}–{high}</source>
<translation>IoU {low}–{high}</translation></message>
<message><source>IoU {over} {high}</source>
<translation>IoU {over} {high}</translation></message>
<message><source>IoU {under} {low}</source>
<translation>IoU {under} {low}</translation></message>
<message><source>IoU, GT</source>
<translation>IoU, GT</translation></message>
<message><source>IoU_c is the best IoU that this coordinate alone would allow.</source>
<translation>IoU_c ist die beste IoU, die diese Koordinate allein zuließe.</translation></message>
<message><source>IoUs whose sum says how many anchors a ground truth takes</source>
<translation>IoUs, deren Summe sagt, wie viele Anchors eine Ground Truth nimmt</translation></message>
<message><source>IoUs whose sum says how many points a ground truth takes</source>
<translation>IoUs, deren Summe sagt, wie viele Punkte eine Ground Truth nimmt</translation></message>
<message><source>It answers {name} at {score}, and no box of its class suppresses it.</source>
<translation>Es antwortet {name} mit {score}, und keine Box seiner Klasse unterdrückt es.</translation></message>
<message><source>It answers {name} at {score}, but {who} scores {theirs} and overlaps it at IoU {iou} {sign} {limit}.</source>
<translation>Es antwortet {name} mit {score}, aber {who} hat {theirs} und überlappt es mit IoU {iou} {sign} {limit}.</translation></message>
<message><source>It answers {name} at {score}, not above the threshold {least}.</source>
<translation>Es antwortet {name} mit {score}, nicht über der Schwelle {least}.</translation></message>
<message><source>It answers {name} at {score}; {keep} detections of higher scores are kept.</source>
<translation>Es antwortet {name} mit {score}; {keep} Detektionen höherer Scores sind behalten.</translation></message>
<message><source>It belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>Er gehört zu keiner Ground Truth, hat also kein Ziel t* und keinen Box-Loss.</translation></message>
<message><source>It goes on to {stage} by the box of {name}, in training its ground truth's class.</source>
<translation>Zu {stage} geht es mit der Box von {name} weiter, im Training der Klasse seiner Ground Truth.</translation></message>
<message><source>It goes on to {stage} by the box of {name}, the likeliest class.</source>
<translation>Zu {stage} geht es mit der Box von {name} weiter, der wahrscheinlichsten Klasse.</translation></message>
<message><source>It has a single candidate, whose IoU has no deviation: nothing reaches the threshold.</source>
<translation>Sie hat nur einen Kandidaten, dessen IoU keine Streuung hat: Nichts erreicht die Schwelle.</translation></message>
<message><source>It has fewer candidates than the rule may take: less to learn it from than from others.</source>
<translation>Sie hat weniger Kandidaten, als die Regel nehmen darf: Aus ihr wird weniger gelernt als aus anderen.</translation></message>
<message><source>It has no candidate.</source>
<translation>Sie hat keinen Kandidaten.</translation></message>
<message><source>It has no candidate: no prediction can make an anchor positive for it.</source>
<translation>Sie hat keinen Kandidaten: Keine Vorhersage kann einen Anchor für sie positiv machen.</translation></message>
<message><source>It has no width or no height, so the library's loader leaves it out.</source>
<translation>Sie hat keine Breite oder keine Höhe, also lässt der Lader der Bibliothek sie weg.</translation></message>
<message numerus="yes"><source>It has {n} candidate anchors</source>
<translation><numerusform>Sie hat {n} Kandidaten (Anchor)</numerusform><numerusform>Sie hat {n} Kandidaten (Anchors)</numerusform></translation></message>
<message numerus="yes"><source>It has {n} candidate points</source>
<translation><numerusform>Sie hat {n} Kandidaten (Punkt)</numerusform><numerusform>Sie hat {n} Kandidaten (Punkte)</numerusform></translation></message>
<message><source>It is a candidate of ground truth {names}</source>
<translation>Er ist ein Kandidat von Ground Truth {names}</translation></message>
<message><source>It is a ground truth that joins the proposals in training.</source>
<translation>Es ist eine Ground Truth, die im Training zu den Proposals kommt.</translation></message>
<message><source>It is applied to each coordinate of d = t − t*: coded numbers, never pixels.</source>
<translation>Angewandt auf jede Koordinate von d = t − t*: kodierte Zahlen, nie Pixel.</translation></message>
<message><source>It is ignored, or the outputs have no column for its class: it costs nothing.</source>
<translation>Er ist ignoriert, oder die Ausgaben haben keine Spalte für seine Klasse: Er kostet nichts.</translation></message>
<message><source>It is marked {word}, and this recipe leaves such ground truths out.</source>
<translation>Sie ist als {word} markiert, und dieses Rezept lässt solche Ground Truths weg.</translation></message>
<message><source>It is marked {word}: no anchor is trained towards it, and those inside it enter no loss.</source>
<translation>Sie ist als {word} markiert: Kein Anchor wird auf sie trainiert, und die darin gehen in keinen Loss ein.</translation></message>
<message><source>It is not among the {topk} anchors of its level whose centres are nearest to that of a ground truth, so it is no candidate.</source>
<translation>Er gehört nicht zu den {topk} Anchors seiner Ebene, deren Mitten der einer Ground Truth am nächsten sind, also ist er kein Kandidat.</translation></message>
<message><source>It is one of the {topk} anchors of its level nearest to {name}, at IoU {iou:.4f}</source>
<translation>Er ist einer der {topk} Anchors seiner Ebene, die {name} am nächsten sind, mit IoU {iou:.4f}</translation></message>
<message><source>It is paired with {slots:,} anchors, in its own cell and beside, of sides within {limit:g}.</source>
<translation>Sie ist mit {slots:,} Anchors gepaart, in ihrer Zelle und daneben, mit Seiten innerhalb {limit:g}.</translation></message>
<message><source>It is the best anchor of {other}, so the low-quality rule makes it positive; but it overlaps {owner} {how_much} (IoU {iou:.4f}), and this library trains it towards that one.</source>
<translation>Er ist der beste Anchor für {other}, also macht ihn die Low-Quality-Regel positiv; er überlappt aber {owner} {how_much} (IoU {iou:.4f}), und diese Bibliothek trainiert ihn auf jene.</translation></message>
<message><source>It is {owner} itself, which joins the proposals in training: positive without a comparison.</source>
<translation>Es ist {owner} selbst, die im Training zu den Proposals kommt: positiv ohne Vergleich.</translation></message>
<message><source>It joins the proposals while training alone.</source>
<translation>Es gehört nur im Training zu den Proposals.</translation></message>
<message><source>It learns no ground truth, but what it predicts overlaps {gt} by IoU {iou:.4f}, over {ignore:.2f}: so it is not punished, and enters no loss.</source>
<translation>Er lernt keine Ground Truth, aber was er vorhersagt, überlappt {gt} mit IoU {iou:.4f}, über {ignore:.2f}: Also wird er nicht bestraft und geht in keinen Loss ein.</translation></message>
<message><source>It learns no ground truth. It is negative, unless what it predicts overlaps one by more than {ignore:.2f}: then it enters no loss. Without outputs that is open.</source>
<translation>Er lernt keine Ground Truth. Er ist negativ, außer was er vorhersagt, überlappt eine um mehr als {ignore:.2f}: Dann geht er in keinen Loss ein. Ohne Ausgaben ist das offen.</translation></message>
<message><source>It lies in a part of its picture that was cut away where pictures were joined.</source>
<translation>Sie liegt in einem Teil ihres Bildes, der beim Zusammensetzen der Bilder abgeschnitten wurde.</translation></message>
<message><source>It lies in an ignored region: in no loss.</source>
<translation>Es liegt in einer ignorierten Region: in keinem Loss.</translation></message>
<message><source>It overlaps an ignored region, so it is no negative, and enters no loss.</source>
<translation>Er überlappt eine ignorierte Region, ist also kein Negativ und geht in keinen Loss ein.</translation></message>
<message><source>It overlaps no anchor: {effect_of}.</source>
<translation>Sie überlappt keinen Anchor: {effect_of}.</translation></message>
<message><source>It overlaps no ground truth, and IoU 0 is below the threshold {negative:.2f}.</source>
<translation>Er überlappt keine Ground Truth, und IoU 0 liegt unter der Schwelle {negative:.2f}.</translation></message>
<message><source>It overlaps no ground truth: background.</source>
<translation>Es überlappt keine Ground Truth: Hintergrund.</translation></message>
<message><source>It overlaps {by} at IoU {iou} {sign} {nms}, the NMS threshold, and scores lower: {score} against {other}.</source>
<translation>Sie überlappt {by} mit IoU {iou} {sign} {nms}, der NMS-Schwelle, und hat den niedrigeren Score: {score} gegen {other}.</translation></message>
<message><source>It survived NMS, but {n:,} boxes with higher scores did too, and no more are kept.</source>
<translation>Sie überstand das NMS, aber {n:,} Boxen mit höherem Score auch, und mehr werden nicht behalten.</translation></message>
<message><source>It takes the {k} cheapest: its {n} best IoUs add up to so many.</source>
<translation>Sie nimmt die {k} billigsten: So viel ergeben ihre {n} besten IoUs zusammen.</translation></message>
<message><source>It was the better fit: IoU with {gt} is {iou:.4f}, the survivor has {other:.4f}.</source>
<translation>Sie passte besser: IoU mit {gt} ist {iou:.4f}, die verbliebene hat {other:.4f}.</translation></message>
<message><source>It {leaves}, so it is matched like the others but enters no loss.</source>
<translation>Er {leaves}, also wird er wie die anderen zugeordnet, geht aber in keinen Loss ein.</translation></message>
<message><source>It {leaves}, so it is never compared with a ground truth and enters no loss.</source>
<translation>Er {leaves}, also wird er mit keiner Ground Truth verglichen und geht in keinen Loss ein.</translation></message>
<message><source>It {leaves}, so it is {enters}, and enters no loss.</source>
<translation>Er {leaves}, also ist er {enters} und geht in keinen Loss ein.</translation></message>
<message><source>Its anchor is trained towards {n} ({name}), which it covers at IoU {iou:.4f}.</source>
<translation>Ihr Anchor wird auf {n} ({name}) trainiert; sie deckt diese mit IoU {iou:.4f}.</translation></message>
<message><source>Its best IoU is 0, which every anchor has: the low-quality rule can make all positive.</source>
<translation>Ihre beste IoU ist 0, wie bei jedem Anchor: Die Low-Quality-Regel kann alle positiv machen.</translation></message>
<message><source>Its best anchor trains another ground truth; it may have others.</source>
<translation>Ihr bester Anchor trainiert eine andere Ground Truth; sie mag andere haben.</translation></message>
<message><source>Its best anchors overlap another ground truth as much or more, so they train that one.</source>
<translation>Ihre besten Anchors überlappen eine andere Ground Truth ebenso oder mehr, also trainieren sie jene.</translation></message>
<message><source>Its best overlap is IoU {best:.4f}, but {passed_for}. Only the low-quality rule gives it {low_quality}.</source>
<translation>Ihre beste Überlappung ist IoU {best:.4f}, aber {passed_for}. Nur die Low-Quality-Regel gibt ihr {low_quality}.</translation></message>
<message><source>Its best overlap is IoU {best:.4f}, under the {least:.2f} from which it would make an anchor positive; but it takes over {positives} that another ground truth made positive.</source>
<translation>Ihre beste Überlappung ist IoU {best:.4f}, unter den {least:.2f}, ab denen sie einen Anchor positiv machte; sie übernimmt aber {positives}, von einer anderen Ground Truth positiv gemacht.</translation></message>
<message><source>Its best overlap with an anchor is IoU {best:.4f}</source>
<translation>Ihre beste Überlappung mit einem Anchor ist IoU {best:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f}</source>
<translation>Die beste Überlappung, IoU {iou:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}</source>
<translation>Die beste Überlappung, IoU {iou:.4f} mit {best}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, is over {negative:.2f}, too much for a negative; but its cell does not hold the centre of any ground truth, so it cannot be positive and enters no loss.</source>
<translation>Seine beste Überlappung, IoU {iou:.4f} mit {best}, liegt über {negative:.2f}, zu viel für ein Negativ; seine Zelle enthält aber die Mitte keiner Ground Truth, also kann er nicht positiv sein und geht in keinen Loss ein.</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, lies between {negative:.2f} and {positive:.2f}: neither positive nor negative, so it enters no loss.</source>
<translation>Seine beste Überlappung, IoU {iou:.4f} mit {best}, liegt zwischen {negative:.2f} und {positive:.2f}: weder positiv noch negativ, also geht er in keinen Loss ein.</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, {under} the threshold {negative:.2f}.</source>
<translation>Seine beste Überlappung, IoU {iou:.4f} mit {best}, {under} der Schwelle {negative:.2f}.</translation></message>
<message><source>Its best overlap, IoU {iou:.4f}, is under {negative_from:.2f}: too little even for a negative.</source>
<translation>Seine beste Überlappung, IoU {iou:.4f}, liegt unter {negative_from:.2f}: zu wenig selbst für ein Negativ.</translation></message>
<message><source>Its cell holds the centre of a ground truth, and IoU with {owner} is over {positive:.2f}.</source>
<translation>Seine Zelle enthält die Mitte einer Ground Truth, und die IoU mit {owner} liegt über {positive:.2f}.</translation></message>
<message><source>Its class has the soft target q = {q}, the others 0.</source>
<translation>Seine Klasse hat das weiche Ziel q = {q}, die anderen 0.</translation></message>
<message><source>Its face has no annotated landmarks: they have no loss here.</source>
<translation>Sein Gesicht hat keine annotierten Landmarken: Sie haben hier keinen Loss.</translation></message>
<message><source>Its label and the reason in words, its boxes, its target t*, what it adds to the loss. Explain, further down, puts its numbers into the formulas; type another number there to see what would follow.</source>
<translation>Sein Label und der Grund in Worten, seine Boxen, sein Ziel t*, sein Anteil am Loss. Erklären, weiter unten, setzt seine Zahlen in die Formeln ein; dort eine andere Zahl eingeben, um zu sehen, was folgte.</translation></message>
<message><source>Its one objectness follows ground truth {n}, listed last.</source>
<translation>Seine eine Objectness folgt Ground Truth {n}, der zuletzt gelisteten.</translation></message>
<message><source>Its raw outputs are not all numbers ({which}), yet its box is, as in the library.</source>
<translation>Seine Rohausgaben sind nicht alle Zahlen ({which}), seine Box aber ist es, wie in der Bibliothek.</translation></message>
<message><source>Its raw outputs are not all numbers ({which}): such a box is left out.</source>
<translation>Seine Rohausgaben sind nicht alle Zahlen ({which}): Eine solche Box bleibt weg.</translation></message>
<message><source>Its score {score} is below the threshold {least:g}.</source>
<translation>Ihr Score {score} ist unter der Schwelle {least:g}.</translation></message>
<message><source>Its score {score} is not among the first {first:,} of its class, so NMS never sees it.</source>
<translation>Ihr Score {score} ist nicht unter den ersten {first:,} ihrer Klasse, so sieht NMS sie nie.</translation></message>
<message><source>Its score {score} is not among the first {first:,} of the best points, so NMS never sees it.</source>
<translation>Ihr Score {score} ist nicht unter den ersten {first:,} der besten Punkte, so sieht NMS sie nie.</translation></message>
<message><source>Its score {score} is not among the first {first:,} on its level, so NMS never sees it.</source>
<translation>Ihr Score {score} ist nicht unter den ersten {first:,} ihrer Ebene, so sieht NMS sie nie.</translation></message>
<message><source>Its score {score} is not among the first {first:,} over all levels, so NMS never sees it.</source>
<translation>Ihr Score {score} ist nicht unter den ersten {first:,} aller Ebenen, so sieht NMS sie nie.</translation></message>
<message><source>Its threshold is IoU {threshold:.4f}, mean plus deviation of its {many:,} candidates</source>
<translation>Ihre Schwelle ist IoU {threshold:.4f}, Mittel plus Streuung ihrer {many:,} Kandidaten</translation></message>
<message><source>Its way</source>
<translation>Ihr Weg</translation></message>
<message><source>J is the intersection with a sign, so that boxes apart have a slope too.</source>
<translation>J ist der Schnitt mit Vorzeichen, so dass auch getrennte Boxen eine Steigung haben.</translation></message>
<message><source>Kept</source>
<translation>Behalten</translation></message>
<message><source>Kept as proposal {n}</source>
<translation>Behalten als Proposal {n}</translation></message>
<message><source>Kept, px</source>
<translation>Behalten, px</translation></message>
<message><source>Keys</source>
<translation>Tasten</translation></message>
<message><source>Keys of all commands</source>
<translation>Tasten aller Befehle</translation></message>
<message><source>Kind</source>
<translation>Art</translation></message>
<message><source>Label</source>
<translation>Label</translation></message>
<message><source>LabelMe, a folder (*)</source>
<translation>LabelMe, ein Ordner (*)</translation></message>
<message><source>Labels in A and in B</source>
<translation>Labels in A und in B</translation></message>
<message><source>Landmarks</source>
<translation>Landmarken</translation></message>
<message><source>Language</source>
<translation>Sprache</translation></message>
<message><source>Language of the system</source>
<translation>Sprache des Systems</translation></message>
<message><source>Last image</source>
<translation>Letztes Bild</translation></message>
<message><source>Layer</source>
<translation>Schicht</translation></message>
<message><source>Layers</source>
<translation>Schichten</translation></message>
<message><source>Layout of the raw outputs</source>
<translation>Layout der Rohausgaben</translation></message>
<message><source>Leave</source>
<translation>Verlassen</translation></message>
<message><source>Leave out the choice {words}</source>
<translation>Die Wahl {words} weglassen</translation></message>
<message><source>Leave the tour</source>
<translation>Die Tour verlassen</translation></message>
<message><source>Leave the tour (Esc)</source>
<translation>Die Tour verlassen (Esc)</translation></message>
<message><source>Leave the what-if and go back to the data</source>
<translation>Das Was-wäre-wenn verlassen, zurück zu den Daten</translation></message>
<message><source>Left out, as it makes no number better: {names}.</source>
<translation>Ausgelassen, da es keine Zahl verbessert: {names}.</translation></message>
<message><source>Left out: not a number</source>
<translation>Ausgelassen: keine Zahl</translation></message>
<message><source>Legend: {names}</source>
<translation>Legende: {names}</translation></message>
<message><source>Level</source>
<translation>Ebene</translation></message>
<message><source>Light</source>
<translation>Hell</translation></message>
<message><source>Lines</source>
<translation>Linien</translation></message>
<message><source>Little to learn from; each weighs much.</source>
<translation>Wenig zum Lernen; jedes wiegt viel.</translation></message>
<message><source>Locate pictures…</source>
<translation>Bilder suchen…</translation></message>
<message><source>Logit</source>
<translation>Logit</translation></message>
<message><source>Look for better anchors</source>
<translation>Nach besseren Anchors suchen</translation></message>
<message><source>Look through the annotations and the files</source>
<translation>Annotationen und Dateien durchsehen</translation></message>
<message><source>Looking what it is…</source>
<translation>Sehe nach, was es ist…</translation></message>
<message><source>Loss</source>
<translation>Loss</translation></message>
<message><source>Loss by class</source>
<translation>Loss nach Klasse</translation></message>
<message><source>Loss by level</source>
<translation>Loss nach Ebene</translation></message>
<message><source>Loss by size</source>
<translation>Loss nach Größe</translation></message>
<message><source>Loss is not a finite number</source>
<translation>Loss ist keine endliche Zahl</translation></message>
<message><source>Loss of this picture</source>
<translation>Loss dieses Bildes</translation></message>
<message><source>Losses need</source>
<translation>Losses brauchen</translation></message>
<message><source>Losses of all stages</source>
<translation>Losses aller Stufen</translation></message>
<message><source>Losses over the steps</source>
<translation>Losses über die Schritte</translation></message>
<message><source>Lost</source>
<translation>Verloren</translation></message>
<message><source>Lost at</source>
<translation>Verloren bei</translation></message>
<message><source>Lost boxes</source>
<translation>Verlorene Boxen</translation></message>
<message><source>Lost in augmentation: {why}</source>
<translation>In der Augmentation verloren: {why}</translation></message>
<message><source>Lost objects</source>
<translation>Verlorene Objekte</translation></message>
<message><source>Lost to</source>
<translation>Verloren an</translation></message>
<message><source>Low A</source>
<translation>Niedrig A</translation></message>
<message><source>Low B</source>
<translation>Niedrig B</translation></message>
<message><source>Low-quality</source>
<translation>Low-Quality</translation></message>
<message><source>Lower the score threshold</source>
<translation>Die Score-Schwelle senken</translation></message>
<message><source>Marked against</source>
<translation>Markiert gegen</translation></message>
<message><source>Maths</source>
<translation>Mathematik</translation></message>
<message><source>Mean IoU</source>
<translation>Mittlere IoU</translation></message>
<message><source>Mean losses of {count} images with both:</source>
<translation>Mittlere Losses von {count} Bildern mit beiden:</translation></message>
<message><source>Measure with the ruler</source>
<translation>Mit dem Lineal messen</translation></message>
<message><source>Menu</source>
<translation>Menü</translation></message>
<message><source>Metric</source>
<translation>Metrik</translation></message>
<message><source>Missed</source>
<translation>Verfehlt</translation></message>
<message><source>More layers</source>
<translation>Mehr Schichten</translation></message>
<message><source>Move the panels</source>
<translation>Die Panels verschieben</translation></message>
<message><source>Moved, px</source>
<translation>Verschoben, px</translation></message>
<message><source>N = {n} averaged</source>
<translation>N = {n} gemittelt</translation></message>
<message><source>N = {n} by recipe</source>
<translation>N = {n} laut Rezept</translation></message>
<message><source>N = {n} positives</source>
<translation>N = {n} Positive</translation></message>
<message><source>N = {n} sampled</source>
<translation>N = {n} gezogen</translation></message>
<message><source>N = {n} targets</source>
<translation>N = {n} Ziele</translation></message>
<message><source>N = {n}, pos. + 1</source>
<translation>N = {n}, pos. + 1</translation></message>
<message><source>NMS IoU</source>
<translation>NMS-IoU</translation></message>
<message><source>NMS counts sides as x2 − x1 + 1.</source>
<translation>NMS zählt Seiten als x2 − x1 + 1.</translation></message>
<message><source>NMS counts widths as x2 - x1 + 1, whatever the coder does</source>
<translation>NMS zählt Breiten als x2 - x1 + 1, was der Coder auch tut</translation></message>
<message><source>NMS shifts boxes apart by group, in float32, which rounds their edges.</source>
<translation>NMS rückt Boxen je Gruppe auseinander, in float32, was ihre Kanten rundet.</translation></message>
<message><source>NaN</source>
<translation>NaN</translation></message>
<message><source>Name</source>
<translation>Name</translation></message>
<message><source>Name of several files</source>
<translation>Name mehrerer Dateien</translation></message>
<message><source>Negative</source>
<translation>Negativ</translation></message>
<message><source>Negative: background</source>
<translation>Negativ: Hintergrund</translation></message>
<message><source>Negative: candidate of ground truth {number}</source>
<translation>Negativ: Kandidat von Ground Truth {number}</translation></message>
<message><source>Negative: candidate of ground truth {value}</source>
<translation>Negativ: Kandidat von Ground Truth {value}</translation></message>
<message numerus="yes"><source>Negative: candidate of ground truth {value} and {n} others</source>
<translation><numerusform>Negativ: Kandidat von Ground Truth {value} und 1 anderen</numerusform><numerusform>Negativ: Kandidat von Ground Truth {value} und {n} anderen</numerusform></translation></message>
<message><source>Negative: centre outside ground truth {number}</source>
<translation>Negativ: Mitte außerhalb von Ground Truth {number}</translation></message>
<message><source>Negative: may be taken</source>
<translation>Negativ: kann genommen werden</translation></message>
<message><source>New key</source>
<translation>Neue Taste</translation></message>
<message><source>Newest</source>
<translation>Neueste</translation></message>
<message><source>Newest +{n}</source>
<translation>Neueste +{n}</translation></message>
<message><source>Newest step of a training</source>
<translation>Neuester Schritt eines Trainings</translation></message>
<message><source>Next</source>
<translation>Weiter</translation></message>
<message><source>Next anchor in the table</source>
<translation>Nächster Anchor der Tabelle</translation></message>
<message><source>Next anchor under the cursor</source>
<translation>Nächster Anchor unter dem Zeiger</translation></message>
<message><source>Next anchor under the cursor (Down)</source>
<translation>Nächster Anchor unter dem Zeiger (Pfeil runter)</translation></message>
<message><source>Next checkpoint</source>
<translation>Nächster Checkpoint</translation></message>
<message><source>Next ground truth</source>
<translation>Nächste Ground Truth</translation></message>
<message><source>Next image</source>
<translation>Nächstes Bild</translation></message>
<message><source>Next place of the finding</source>
<translation>Nächste Stelle des Befunds</translation></message>
<message><source>Next stage: RPN, RoI head</source>
<translation>Nächste Stufe: RPN, RoI-Head</translation></message>
<message><source>Next step of the tour</source>
<translation>Nächster Schritt der Tour</translation></message>
<message><source>No anchor becomes positive for it, so nothing learns to find it.</source>
<translation>Kein Anchor wird dafür positiv, also lernt nichts, es zu finden.</translation></message>
<message><source>No anchor in a cell with a ground truth's centre overlaps {owner} more, so it is positive.</source>
<translation>Kein Anchor in einer Zelle mit der Mitte einer Ground Truth überlappt {owner} mehr, also ist er positiv.</translation></message>
<message><source>No anchor in this picture.</source>
<translation>Kein Anchor in diesem Bild.</translation></message>
<message><source>No anchor is positive here.</source>
<translation>Kein Anchor ist hier positiv.</translation></message>
<message><source>No anchor of its own reaches IoU {positive:.2f}. Without the rule it has no positive anchor.</source>
<translation>Kein eigener Anchor erreicht IoU {positive:.2f}. Ohne die Regel hat sie keinen positiven Anchor.</translation></message>
<message><source>No anchor of its own {reaches} the threshold {high}; its best overlap is IoU {best:.4f}. Only the low-quality rule gives it {low_quality}.</source>
<translation>Kein eigener Anchor {reaches} die Schwelle {high}; ihre beste Überlappung ist IoU {best:.4f}. Nur die Low-Quality-Regel gibt ihr {low_quality}.</translation></message>
<message><source>No anchor reaches IoU {at}.</source>
<translation>Kein Anchor erreicht IoU {at}.</translation></message>
<message><source>No anchor selected</source>
<translation>Kein Anchor ausgewählt</translation></message>
<message><source>No anchor selected: click a box or a row</source>
<translation>Kein Anchor ausgewählt: Box oder Zeile anklicken</translation></message>
<message><source>No anchor stands in both grids: the ground truths are compared.</source>
<translation>Kein Anchor steht in beiden Rastern: Verglichen werden die Ground Truths.</translation></message>
<message><source>No anchor takes part in the assignment, so it has no candidate.</source>
<translation>Kein Anchor nimmt an der Zuordnung teil, also hat sie keinen Kandidaten.</translation></message>
<message><source>No anchor's sides are within a factor of {limit:g} of its own: the most similar differs {ratio:.2f} times in one. So no level trains it.</source>
<translation>Keines Anchors Seiten liegen innerhalb des Faktors {limit:g} der eigenen: Der ähnlichste weicht in einer {ratio:.2f}-fach ab. Also trainiert keine Ebene sie.</translation></message>
<message><source>No box above it overlaps it at IoU {sign} {nms:.2f}; it is proposal {place:,} by score.</source>
<translation>Keine Box über ihr überlappt sie mit IoU {sign} {nms:.2f}; nach Score ist sie Proposal {place:,}.</translation></message>
<message><source>No box comes near this ground truth.</source>
<translation>Keine Box kommt dieser Ground Truth nahe.</translation></message>
<message><source>No box overlaps {owner} more, so that it is positive at IoU {iou:.4f}.</source>
<translation>Keine Box überlappt {owner} mehr, also positiv bei IoU {iou:.4f}.</translation></message>
<message><source>No box takes part in the assignment</source>
<translation>Keine Box nimmt an der Zuordnung teil</translation></message>
<message><source>No box takes part in the assignment, and this recipe's library stops at such a picture.</source>
<translation>Keine Box nimmt an der Zuordnung teil, und die Bibliothek dieses Rezepts bricht bei so einem Bild ab.</translation></message>
<message><source>No dataset</source>
<translation>Kein Datensatz</translation></message>
<message><source>No decoded box</source>
<translation>Keine dekodierte Box</translation></message>
<message><source>No decoded box belongs to this anchor, so it has no prediction.</source>
<translation>Zu diesem Anker gehört keine dekodierte Box, also hat er keine Vorhersage.</translation></message>
<message><source>No decoded box belongs to this point, so it has no prediction.</source>
<translation>Zu diesem Punkt gehört keine dekodierte Box, also hat er keine Vorhersage.</translation></message>
<message><source>No decoded box in this picture.</source>
<translation>Keine dekodierte Box in diesem Bild.</translation></message>
<message><source>No decoded box, of its class where boxes have classes, reaches IoU 0.50, whatever its score.</source>
<translation>Keine dekodierte Box, ihrer Klasse wo Boxen Klassen haben, erreicht IoU 0.50, gleich bei welchem Score.</translation></message>
<message><source>No ground truth</source>
<translation>Keine Ground Truth</translation></message>
<message><source>No ground truth can be judged by these outputs.</source>
<translation>Keine Ground Truth ist mit diesen Ausgaben zu beurteilen.</translation></message>
<message><source>No ground truth can be judged.</source>
<translation>Keine Ground Truth ist zu beurteilen.</translation></message>
<message><source>No ground truth changes between A and B.</source>
<translation>Zwischen A und B ändert sich keine Ground Truth.</translation></message>
<message><source>No ground truth in this picture.</source>
<translation>Keine Ground Truth in diesem Bild.</translation></message>
<message><source>No ground truth is judged by both.</source>
<translation>Keine Ground Truth wird von beiden beurteilt.</translation></message>
<message><source>No ground truth is lost.</source>
<translation>Keine Ground Truth ist verloren.</translation></message>
<message><source>No ground truth takes part in the assignment</source>
<translation>Keine Ground Truth nimmt an der Zuordnung teil</translation></message>
<message><source>No ground truth to judge: no step has outputs with the boxes of these images.</source>
<translation>Keine Ground Truth zu beurteilen: Kein Schritt hat Ausgaben mit den Boxen dieser Bilder.</translation></message>
<message><source>No ground truth to train on</source>
<translation>Keine Ground Truth zum Trainieren</translation></message>
<message><source>No ground truth whose sides are within a factor of {limit:g} of its own has the centre in its cell, or near enough beside it.</source>
<translation>Keine Ground Truth, deren Seiten innerhalb des Faktors {limit:g} der eigenen liegen, hat ihre Mitte in seiner Zelle oder nahe genug daneben.</translation></message>
<message><source>No ground truth with its centre in this cell is most like this anchor in shape</source>
<translation>Keine Ground Truth mit Mitte in dieser Zelle ist diesem Anchor in der Form am ähnlichsten</translation></message>
<message><source>No image is like this.</source>
<translation>Kein Bild ist so.</translation></message>
<message><source>No mAP: no ground truth is there to be found.</source>
<translation>Keine mAP: Es gibt keine Ground Truth zu finden.</translation></message>
<message><source>No mAP: {why}</source>
<translation>Keine mAP: {why}</translation></message>
<message><source>No mAP: {why}.</source>
<translation>Keine mAP: {why}.</translation></message>
<message><source>No other anchors of this kind to suggest.</source>
<translation>Keine anderen Anchors dieser Art vorzuschlagen.</translation></message>
<message><source>No outputs came with {name}: the demo's model runs on it under its own recipe {recipe}.</source>
<translation>Mit {name} kamen keine Ausgaben: Das Demo-Modell läuft darauf unter seinem eigenen Rezept {recipe}.</translation></message>
<message><source>No outputs of both stages are open. Open some with Ctrl+P.</source>
<translation>Keine Ausgaben beider Stufen sind offen. Strg+P öffnet welche.</translation></message>
<message><source>No picture to show</source>
<translation>Kein Bild zu zeigen</translation></message>
<message><source>No picture was found</source>
<translation>Kein Bild gefunden</translation></message>
<message><source>No point is positive here.</source>
<translation>Kein Punkt ist hier positiv.</translation></message>
<message><source>No point or anchor may be taken by it, whatever the network says: it is never learned.</source>
<translation>Kein Punkt oder Anchor darf genommen werden, was das Netz auch sagt: Sie wird nie gelernt.</translation></message>
<message><source>No point selected</source>
<translation>Kein Punkt ausgewählt</translation></message>
<message><source>No point selected: click one or a row</source>
<translation>Kein Punkt ausgewählt: Punkt oder Zeile anklicken</translation></message>
<message><source>No positive has a finite box loss.</source>
<translation>Kein Positiv hat einen endlichen Box-Loss.</translation></message>
<message><source>No prediction is known to rank them by.</source>
<translation>Keine Vorhersage ist bekannt, sie zu ordnen.</translation></message>
<message><source>No predictions are open. Ctrl+P opens some, which tell where boxes are lost.</source>
<translation>Keine Vorhersagen sind offen. Strg+P öffnet welche, die sagen, wo Boxen verloren gehen.</translation></message>
<message><source>No proposal at IoU {v}</source>
<translation>Kein Proposal bei IoU {v}</translation></message>
<message><source>No proposal is foreground here.</source>
<translation>Kein Proposal ist hier Vordergrund.</translation></message>
<message><source>No proposal selected</source>
<translation>Kein Proposal ausgewählt</translation></message>
<message><source>No raw outputs are open, so there are no boxes to follow. Open some with Ctrl+P.</source>
<translation>Keine Rohausgaben sind offen, also keine Boxen zu verfolgen. Strg+P öffnet welche.</translation></message>
<message><source>No raw outputs are open, so there is no loss to show. Open some with Ctrl+P.</source>
<translation>Keine Rohausgaben sind offen, also kein Loss zu zeigen. Strg+P öffnet welche.</translation></message>
<message><source>No raw outputs are open: choose some under Predictions, above.</source>
<translation>Keine Rohausgaben sind offen: oben unter Vorhersagen welche wählen.</translation></message>
<message><source>No raw outputs of these anchors: choose others above the picture.</source>
<translation>Keine Rohausgaben dieser Anchors: über dem Bild andere wählen.</translation></message>
<message><source>No size is annotated and no header tells one, so nothing of it is counted.</source>
<translation>Keine Größe ist annotiert und kein Kopf nennt eine, also wird nichts davon gezählt.</translation></message>
<message><source>No step is kept to compare with.</source>
<translation>Kein Schritt ist zum Vergleich behalten.</translation></message>
<message><source>No such ground truth.</source>
<translation>Keine solche Ground Truth.</translation></message>
<message><source>None in this picture.</source>
<translation>Keine in diesem Bild.</translation></message>
<message><source>None of the kept proposals reaches IoU {v} with it.</source>
<translation>Keines der behaltenen Proposals erreicht damit IoU {v}.</translation></message>
<message><source>Not counted as yet.</source>
<translation>Noch nicht gezählt.</translation></message>
<message><source>Not every proposal has outputs of the head, so there are no detections.</source>
<translation>Nicht jedes Proposal hat Ausgaben des Heads, also gibt es keine Detektionen.</translation></message>
<message><source>Not in the loss: not among the costliest negatives.</source>
<translation>Nicht im Loss: nicht unter den teuersten Negativen.</translation></message>
<message><source>Not in the sample, so in neither sum.</source>
<translation>Nicht in der Stichprobe, also in keiner Summe.</translation></message>
<message><source>Not in the trainer's loss, so in neither sum.</source>
<translation>Nicht im Verlust des Trainers, also in keiner Summe.</translation></message>
<message><source>Not in use yet. {error}</source>
<translation>Noch nicht in Gebrauch. {error}</translation></message>
<message><source>Nothing changes between A and B of the {count} anchors in both grids.</source>
<translation>Von den {count} Anchors in beiden Rastern ändert sich zwischen A und B keiner.</translation></message>
<message><source>Nothing changes between A and B.</source>
<translation>Zwischen A und B ändert sich nichts.</translation></message>
<message><source>Nothing learns them, whatever the network.</source>
<translation>Nichts lernt sie, gleich welches Netz.</translation></message>
<message><source>Nothing matches. Try fewer letters, or another word: layer, filter, anchor, recipe.</source>
<translation>Nichts passt. Weniger Buchstaben oder ein anderes Wort versuchen: Schicht, Filter, Anchor, Rezept.</translation></message>
<message><source>Nothing passes the filter.</source>
<translation>Nichts passiert den Filter.</translation></message>
<message><source>Nothing stands out so far.</source>
<translation>Bisher fällt nichts auf.</translation></message>
<message><source>Nothing stands out.</source>
<translation>Nichts fällt auf.</translation></message>
<message><source>Nothing was found: every box has enough anchors of its own.</source>
<translation>Nichts gefunden: Jede Box hat genug eigene Anchors.</translation></message>
<message><source>NumPy (*.npz)</source>
<translation>NumPy (*.npz)</translation></message>
<message><source>OTA, as many as the IoUs add up to</source>
<translation>OTA, so viele, wie die IoUs ergeben</translation></message>
<message><source>Object</source>
<translation>Objekt</translation></message>
<message><source>Objectness or class loss and box loss with their normalisers.</source>
<translation>Objectness- oder Klassen-Loss und Box-Loss mit ihren Normierungen.</translation></message>
<message><source>Odd record</source>
<translation>Seltsamer Eintrag</translation></message>
<message><source>Of a batch of {n} pictures, too large to reckon here at once.</source>
<translation>Von einem Batch aus {n} Bildern, zu groß, um ihn hier auf einmal zu rechnen.</translation></message>
<message><source>Of a batch of {n} pictures. {error}</source>
<translation>Von einem Batch aus {n} Bildern. {error}</translation></message>
<message><source>Of classes with {enough} ground truths or more {name} fits worst: {share} of {boxes} reach IoU {at}, against {all} of all.</source>
<translation>Von den Klassen mit {enough} Ground Truths oder mehr passt {name} am schlechtesten: {share} von {boxes} erreichen IoU {at}, gegen {all} insgesamt.</translation></message>
<message><source>Of classes with {enough} ground truths or more {name} is lost most: {lost} of {boxes}.</source>
<translation>Von Klassen mit mindestens {enough} Ground Truths geht {name} am meisten verloren: {lost} von {boxes}.</translation></message>
<message><source>Of the candidates of {name} it is number {rank} of {many:,}, with a {ranked_by} of {value}; {cut_words}.{rivals}</source>
<translation>Unter den Kandidaten von {name} ist er Nummer {rank} von {many:,}, {ranked_by}: {value}; {cut_words}.{rivals}</translation></message>
<message><source>Of {looked} images looked at, the outputs of {n} seem to be laid out otherwise than the recipe says, as {name}: {why}; see rpn-inspector layout.</source>
<translation>Von {looked} angesehenen Bildern scheinen die Ausgaben von {n} anders angeordnet, als das Rezept sagt, so {name}: {why}; siehe rpn-inspector layout.</translation></message>
<message><source>Of {part} of {all} images, evenly taken.</source>
<translation>Von {part} von {all} Bildern, gleichmäßig genommen.</translation></message>
<message><source>Of {part} of {all} images, evenly taken; --all compares all.</source>
<translation>Von {part} von {all} Bildern, gleichmäßig genommen; --all vergleicht alle.</translation></message>
<message><source>One or two positive anchors</source>
<translation>Ein oder zwei positive Anchors</translation></message>
<message><source>One softmax over all classes and the background.</source>
<translation>Ein Softmax über alle Klassen und den Hintergrund.</translation></message>
<message><source>One softmax over all classes, the background first.</source>
<translation>Ein Softmax über alle Klassen, der Hintergrund zuerst.</translation></message>
<message><source>Only a network's own outputs decide which anchors are positive.</source>
<translation>Nur die Ausgaben eines Netzes selbst entscheiden, welche Anchors positiv sind.</translation></message>
<message><source>Only a network's own outputs decide which points are positive.</source>
<translation>Nur die Ausgaben eines Netzes selbst entscheiden, welche Punkte positiv sind.</translation></message>
<message><source>Only the picture, without the ground around it</source>
<translation>Nur das Bild, ohne die Fläche darum</translation></message>
<message><source>Only this field, or stage, of A takes the value of B: how many change label or ground truth, a dash where the grid changes too, and how many are positive then. These overlap, so they do not add up to those of all together.</source>
<translation>Nur dieses Feld oder diese Stufe von A nimmt den Wert von B an: wie viele Label oder Ground Truth wechseln, ein Strich, wo sich das Raster mit ändert, und wie viele dann positiv sind. Diese überschneiden sich, ergeben also nicht die Summe aller zusammen.</translation></message>
<message><source>Open a dataset</source>
<translation>Einen Datensatz öffnen</translation></message>
<message><source>Open a dataset folder…</source>
<translation>Einen Datensatzordner öffnen…</translation></message>
<message><source>Open a file of raw outputs</source>
<translation>Eine Datei mit Rohausgaben öffnen</translation></message>
<message><source>Open a file of raw outputs…</source>
<translation>Eine Datei mit Rohausgaben öffnen…</translation></message>
<message><source>Open a file…</source>
<translation>Eine Datei öffnen…</translation></message>
<message><source>Open a folder</source>
<translation>Einen Ordner öffnen</translation></message>
<message><source>Open a folder of dumps, one for each checkpoint, to see the assignment change over the steps.</source>
<translation>Einen Ordner mit Dumps öffnen, einem je Checkpoint, um zu sehen, wie sich die Zuordnung über die Schritte ändert.</translation></message>
<message><source>Open a folder of raw outputs</source>
<translation>Einen Ordner mit Rohausgaben öffnen</translation></message>
<message><source>Open a folder of raw outputs…</source>
<translation>Einen Ordner mit Rohausgaben öffnen…</translation></message>
<message><source>Open a folder…</source>
<translation>Einen Ordner öffnen…</translation></message>
<message><source>Open a recipe</source>
<translation>Ein Rezept öffnen</translation></message>
<message><source>Open a recipe file…</source>
<translation>Eine Rezeptdatei öffnen…</translation></message>
<message><source>Open an annotation file</source>
<translation>Eine Annotationsdatei öffnen</translation></message>
<message><source>Open files</source>
<translation>Dateien öffnen</translation></message>
<message><source>Open files…</source>
<translation>Dateien öffnen…</translation></message>
<message><source>Open recent</source>
<translation>Zuletzt geöffnet</translation></message>
<message><source>Open the demo</source>
<translation>Die Demo öffnen</translation></message>
<message><source>Open the report</source>
<translation>Den Bericht öffnen</translation></message>
<message><source>Opening</source>
<translation>Öffnen</translation></message>
<message><source>Opening {path}…</source>
<translation>Öffne {path}…</translation></message>
<message><source>Opening {value}</source>
<translation>Öffne {value}</translation></message>
<message><source>Opening…</source>
<translation>Öffne…</translation></message>
<message><source>Other dataset</source>
<translation>Anderer Datensatz</translation></message>
<message><source>Other outputs</source>
<translation>Andere Ausgaben</translation></message>
<message><source>Other recipe</source>
<translation>Anderes Rezept</translation></message>
<message><source>Others took it too, and of all ground truths {contest} {name}, which had not taken it itself, at a {ranked_by} of {value}.</source>
<translation>Auch andere nahmen ihn, und von allen Ground Truths {contest} {name}, die ihn selbst nicht genommen hatte, {ranked_by}: {value}.</translation></message>
<message><source>Outputs</source>
<translation>Ausgaben</translation></message>
<message><source>Outputs decide about positives under {names}, so no states are compared.</source>
<translation>Unter {names} entscheiden Ausgaben über Positive, also werden keine Zustände verglichen.</translation></message>
<message><source>Outputs unreadable or unfit</source>
<translation>Ausgaben unlesbar oder unpassend</translation></message>
<message><source>Over</source>
<translation>Über</translation></message>
<message><source>Over the steps</source>
<translation>Über die Schritte</translation></message>
<message><source>Owner</source>
<translation>Besitzerin</translation></message>
<message><source>PNG (*.png);;SVG (*.svg)</source>
<translation>PNG (*.png);;SVG (*.svg)</translation></message>
<message><source>Page</source>
<translation>Seite</translation></message>
<message><source>Pages of the audit</source>
<translation>Seiten des Audits</translation></message>
<message><source>Pairs</source>
<translation>Paare</translation></message>
<message><source>Pairs of this anchor</source>
<translation>Paare dieses Anchors</translation></message>
<message><source>Panels</source>
<translation>Panels</translation></message>
<message><source>Parquet (*.parquet)</source>
<translation>Parquet (*.parquet)</translation></message>
<message><source>Pascal VOC, a folder (*)</source>
<translation>Pascal VOC, ein Ordner (*)</translation></message>
<message><source>Pause</source>
<translation>Anhalten</translation></message>
<message><source>Pause a training, or follow on</source>
<translation>Ein Training anhalten oder weiter folgen</translation></message>
<message><source>Paused in {name}</source>
<translation>Angehalten in {name}</translation></message>
<message><source>Picture missing or unreadable</source>
<translation>Bild fehlt oder ist nicht lesbar</translation></message>
<message><source>Picture of unknown size</source>
<translation>Bild unbekannter Größe</translation></message>
<message><source>Picture without a box</source>
<translation>Bild ohne Box</translation></message>
<message><source>Pictures</source>
<translation>Bilder</translation></message>
<message><source>Pictures looked through</source>
<translation>Durchgesehene Bilder</translation></message>
<message><source>Pictures of the first ground truths of the list</source>
<translation>Bilder der ersten Ground Truths der Liste</translation></message>
<message><source>Pictures scanned</source>
<translation>Gescannte Bilder</translation></message>
<message><source>Pictures with every word in their name or in a class of their boxes (Ctrl+F)</source>
<translation>Bilder mit jedem Wort im Namen oder in einer Klasse ihrer Boxen (Strg+F)</translation></message>
<message><source>Plots</source>
<translation>Diagramme</translation></message>
<message><source>Plots panel</source>
<translation>Diagramm-Panel</translation></message>
<message><source>Point</source>
<translation>Punkt</translation></message>
<message><source>Point at a field to read what it means.</source>
<translation>Auf ein Feld zeigen, um zu lesen, was es bedeutet.</translation></message>
<message><source>Point {anchor:,} · {place}</source>
<translation>Punkt {anchor:,} · {place}</translation></message>
<message><source>Point {anchor} of A stands in no place of B's grid</source>
<translation>Punkt {anchor} von A hat im Raster von B keinen Platz</translation></message>
<message><source>Point {index:,} · {place}</source>
<translation>Punkt {index:,} · {place}</translation></message>
<message><source>Points</source>
<translation>Punkte</translation></message>
<message><source>Points have no sizes or ratios to fit: only another input or a finer level gives more candidates.</source>
<translation>Punkte haben keine Größen oder Verhältnisse anzupassen: Nur eine andere Eingabe oder eine feinere Ebene gibt mehr Kandidaten.</translation></message>
<message><source>Pos. A</source>
<translation>Pos. A</translation></message>
<message><source>Pos. B</source>
<translation>Pos. B</translation></message>
<message><source>Positive</source>
<translation>Positiv</translation></message>
<message><source>Positive for no reason</source>
<translation>Grundlos positiv</translation></message>
<message><source>Positive: beside ground truth {owner}</source>
<translation>Positiv: neben Ground Truth {owner}</translation></message>
<message><source>Positive: best for another ground truth</source>
<translation>Positiv: bester für andere Ground Truth</translation></message>
<message><source>Positive: best for ground truth {gt}</source>
<translation>Positiv: bester für Ground Truth {gt}</translation></message>
<message><source>Positive: best for {truths}</source>
<translation>Positiv: bester für {truths}</translation></message>
<message><source>Positive: candidate of ground truth {number}</source>
<translation>Positiv: Kandidat von Ground Truth {number}</translation></message>
<message><source>Positive: cell of ground truth {owner}</source>
<translation>Positiv: Zelle von Ground Truth {owner}</translation></message>
<message><source>Positive: given to ground truth {owner}</source>
<translation>Positiv: an Ground Truth {owner} vergeben</translation></message>
<message><source>Positive: ground truth {gt} overlaps no anchor</source>
<translation>Positiv: Ground Truth {gt} überlappt keinen Anchor</translation></message>
<message><source>Positive: like ground truth {owner}</source>
<translation>Positiv: ähnlich Ground Truth {owner}</translation></message>
<message><source>Positive: overlaps ground truth {value}</source>
<translation>Positiv: überlappt Ground Truth {value}</translation></message>
<message><source>Positive: shape of ground truth {owner}</source>
<translation>Positiv: Form von Ground Truth {owner}</translation></message>
<message><source>Positive: taken by ground truth {owner}</source>
<translation>Positiv: von Ground Truth {owner} genommen</translation></message>
<message><source>Positive: taken over by ground truth {value}</source>
<translation>Positiv: von Ground Truth {value} übernommen</translation></message>
<message><source>Positives</source>
<translation>Positive</translation></message>
<message><source>Positives by level</source>
<translation>Positive nach Ebene</translation></message>
<message><source>Positives over the steps</source>
<translation>Positive über die Schritte</translation></message>
<message><source>Positives: the predicted boxes of the positive anchors</source>
<translation>Positive: die vorhergesagten Boxen der positiven Anchors</translation></message>
<message><source>Prediction</source>
<translation>Vorhersage</translation></message>
<message><source>Predictions</source>
<translation>Vorhersagen</translation></message>
<message><source>Predictions are there for {some} of {scanned} images; what needs them is found in those alone.</source>
<translation>Vorhersagen gibt es für {some} von {scanned} Bildern; was sie braucht, wird nur dort gefunden.</translation></message>
<message><source>Previous anchor in the table</source>
<translation>Voriger Anchor der Tabelle</translation></message>
<message><source>Previous anchor under the cursor</source>
<translation>Voriger Anchor unter dem Zeiger</translation></message>
<message><source>Previous anchor under the cursor (Up)</source>
<translation>Voriger Anchor unter dem Zeiger (Pfeil hoch)</translation></message>
<message><source>Previous checkpoint</source>
<translation>Voriger Checkpoint</translation></message>
<message><source>Previous image</source>
<translation>Voriges Bild</translation></message>
<message><source>Previous place of the finding</source>
<translation>Vorige Stelle des Befunds</translation></message>
<message><source>Previous step of the tour</source>
<translation>Voriger Schritt der Tour</translation></message>
<message><source>Problem</source>
<translation>Problem</translation></message>
<message><source>Proposal</source>
<translation>Proposal</translation></message>
<message><source>Proposals</source>
<translation>Proposals</translation></message>
<message><source>Proposals by IoU</source>
<translation>Proposals nach IoU</translation></message>
<message><source>Proposals: the boxes kept after NMS</source>
<translation>Proposals: die nach NMS behaltenen Boxen</translation></message>
<message><source>Quit</source>
<translation>Beenden</translation></message>
<message><source>R(d)</source>
<translation>R(d)</translation></message>
<message><source>R(d) of  {marks}</source>
<translation>R(d) von  {marks}</translation></message>
<message><source>R@0.5</source>
<translation>R@0.5</translation></message>
<message><source>R@0.7</source>
<translation>R@0.7</translation></message>
<message><source>RPN</source>
<translation>RPN</translation></message>
<message><source>RPN box</source>
<translation>RPN-Box</translation></message>
<message><source>RPN fate</source>
<translation>Verbleib im RPN</translation></message>
<message><source>Raise the score threshold</source>
<translation>Die Score-Schwelle heben</translation></message>
<message><source>Rank</source>
<translation>Rang</translation></message>
<message><source>Ranking</source>
<translation>Rangfolge</translation></message>
<message><source>Raw outputs and models</source>
<translation>Rohausgaben und Modelle</translation></message>
<message><source>Raw outputs cannot be read, or have other shapes or meanings than under this recipe: they are left out.</source>
<translation>Die Rohausgaben sind nicht lesbar oder haben andere Formen oder Bedeutungen als unter diesem Rezept: Sie bleiben weg.</translation></message>
<message><source>Raw outputs, file…</source>
<translation>Rohausgaben, Datei…</translation></message>
<message><source>Raw outputs, folder…</source>
<translation>Rohausgaben, Ordner…</translation></message>
<message><source>Reached, by class and size</source>
<translation>Erreicht, je Klasse und Größe</translation></message>
<message><source>Reached: best IoU ≥ {v}. What the network makes of it, only training tells.</source>
<translation>Erreicht: beste IoU ≥ {v}. Was das Netz daraus macht, zeigt erst das Training.</translation></message>
<message><source>Read so far</source>
<translation>Bisher gelesen</translation></message>
<message><source>Read them so</source>
<translation>So lesen</translation></message>
<message><source>Read {name} again.</source>
<translation>{name} neu lesen.</translation></message>
<message><source>Reading</source>
<translation>Lesart</translation></message>
<message><source>Reading the annotations: {value:.0f} %</source>
<translation>Lese die Annotationen: {value:.0f} %</translation></message>
<message><source>Readings of the raw outputs</source>
<translation>Lesarten der Rohausgaben</translation></message>
<message><source>Reads</source>
<translation>Liest</translation></message>
<message><source>Recall</source>
<translation>Recall</translation></message>
<message><source>Recipe</source>
<translation>Rezept</translation></message>
<message><source>Recipe editor</source>
<translation>Rezepteditor</translation></message>
<message><source>Recipe file…</source>
<translation>Rezeptdatei…</translation></message>
<message><source>Recipes</source>
<translation>Rezepte</translation></message>
<message><source>Recipes (*.toml)</source>
<translation>Rezepte (*.toml)</translation></message>
<message><source>Recipes (*.toml);;All files (*)</source>
<translation>Rezepte (*.toml);;Alle Dateien (*)</translation></message>
<message><source>Recipes differ in</source>
<translation>Rezepte unterscheiden sich in</translation></message>
<message><source>Record left out</source>
<translation>Ausgelassener Eintrag</translation></message>
<message><source>Redo</source>
<translation>Wiederholen</translation></message>
<message><source>Redo the last change</source>
<translation>Letzte Änderung wiederherstellen</translation></message>
<message><source>Reload</source>
<translation>Neu laden</translation></message>
<message><source>Report written into {folder}</source>
<translation>Bericht geschrieben nach {folder}</translation></message>
<message><source>Report…</source>
<translation>Bericht…</translation></message>
<message><source>Reset</source>
<translation>Zurücksetzen</translation></message>
<message><source>Reset all</source>
<translation>Alles zurücksetzen</translation></message>
<message><source>Reset the layout</source>
<translation>Layout zurücksetzen</translation></message>
<message><source>Reset to shipped</source>
<translation>Zurücksetzen</translation></message>
<message><source>Reset {place} to {value}</source>
<translation>{place} auf {value} zurücksetzen</translation></message>
<message><source>Residuals on smooth L1</source>
<translation>Residuen auf Smooth L1</translation></message>
<message><source>Residuals t − t* need</source>
<translation>Residuen t − t* brauchen</translation></message>
<message><source>RoI head</source>
<translation>RoI-Head</translation></message>
<message><source>RoI head by IoU</source>
<translation>RoI-Head nach IoU</translation></message>
<message><source>RoI sample</source>
<translation>RoI-Stichprobe</translation></message>
<message><source>Rule only</source>
<translation>Nur Regel</translation></message>
<message><source>Same box twice</source>
<translation>Dieselbe Box zweimal</translation></message>
<message><source>Sample</source>
<translation>Stichprobe</translation></message>
<message><source>Sampled</source>
<translation>Gezogen</translation></message>
<message><source>Save as TOML…</source>
<translation>Als TOML…</translation></message>
<message><source>Save the recipe</source>
<translation>Das Rezept sichern</translation></message>
<message><source>Save the view</source>
<translation>Die Ansicht sichern</translation></message>
<message><source>Save the view…</source>
<translation>Die Ansicht sichern…</translation></message>
<message><source>Saved as {path}</source>
<translation>Gesichert als {path}</translation></message>
<message><source>Saved {name}</source>
<translation>{name} gesichert</translation></message>
<message><source>Saved {path}</source>
<translation>{path} gesichert</translation></message>
<message><source>Save…</source>
<translation>Sichern…</translation></message>
<message><source>Scan the other images too</source>
<translation>Auch die anderen Bilder scannen</translation></message>
<message><source>Score</source>
<translation>Score</translation></message>
<message><source>Score A</source>
<translation>Score A</translation></message>
<message><source>Score B</source>
<translation>Score B</translation></message>
<message><source>Score against IoU</source>
<translation>Score gegen IoU</translation></message>
<message><source>Score against fit</source>
<translation>Score gegen Passung</translation></message>
<message><source>Score at least</source>
<translation>Score mindestens</translation></message>
<message><source>Score p {score}. {words}</source>
<translation>Score p {score}. {words}</translation></message>
<message><source>Scores need</source>
<translation>Scores brauchen</translation></message>
<message><source>See the anchors, targets and losses your detector trains on, one box at a time.</source>
<translation>Die Anchors, Ziele und Losses sehen, auf denen Ihr Detektor trainiert, Box für Box.</translation></message>
<message><source>See the anchors, targets and losses your detector trains on.&lt;br&gt;MIT licence.</source>
<translation>Die Anchors, Ziele und Losses sehen, auf denen Ihr Detektor trainiert.&lt;br&gt;MIT-Lizenz.</translation></message>
<message><source>Separation</source>
<translation>Trennung</translation></message>
<message><source>Set</source>
<translation>Setzen</translation></message>
<message><source>Set this key for the command, instead of its present ones</source>
<translation>Diese Taste für den Befehl setzen, statt seiner jetzigen</translation></message>
<message><source>Shape IoU</source>
<translation>Shape-IoU</translation></message>
<message><source>Share of boxes that reach the threshold, over their side</source>
<translation>Anteil der Boxen, die die Schwelle erreichen, über ihrer Seite</translation></message>
<message><source>Shipped recipe to compare with</source>
<translation>Ausgeliefertes Rezept zum Vergleich</translation></message>
<message><source>Show all images</source>
<translation>Alle Bilder zeigen</translation></message>
<message><source>Show another plot here</source>
<translation>Hier ein anderes Diagramm zeigen</translation></message>
<message><source>Show changed fields only</source>
<translation>Nur geänderte Felder zeigen</translation></message>
<message><source>Show ground truth {numbers}</source>
<translation>Ground Truth {numbers} zeigen</translation></message>
<message><source>Show only pictures with something to look at</source>
<translation>Nur Bilder mit etwas Sehenswertem zeigen</translation></message>
<message><source>Show only some images</source>
<translation>Nur manche Bilder zeigen</translation></message>
<message><source>Show only these pictures</source>
<translation>Nur diese Bilder zeigen</translation></message>
<message><source>Sides count pixels here: w = x2 − x1 + 1.</source>
<translation>Seiten zählen hier Pixel: w = x2 − x1 + 1.</translation></message>
<message><source>Silent: {name}</source>
<translation>Still: {name}</translation></message>
<message><source>SimOTA, as many as the IoUs add up to</source>
<translation>SimOTA, so viele, wie die IoUs ergeben</translation></message>
<message><source>Simulated predictions are for looking only; where boxes are lost is told of a network's.</source>
<translation>Simulierte Vorhersagen sind nur zum Ansehen; wo Boxen verloren gehen, sagt erst ein Netz.</translation></message>
<message><source>Since step {step}, on this same picture: the same positives.</source>
<translation>Seit Schritt {step}, auf demselben Bild: dieselben Positiven.</translation></message>
<message><source>Since step {step}, on this same picture: {new} and {lost}.</source>
<translation>Seit Schritt {step}, auf demselben Bild: {new} und {lost}.</translation></message>
<message><source>Single letters are left to a text field or list that has the keyboard. ● marks keys of your own.</source>
<translation>Einzelne Buchstaben gehören dem Textfeld oder der Liste mit der Tastatur. ● markiert eigene Tasten.</translation></message>
<message><source>Size</source>
<translation>Größe</translation></message>
<message><source>Size differs from the file's</source>
<translation>Größe weicht von der der Datei ab</translation></message>
<message><source>Smaller than a stride</source>
<translation>Kleiner als ein Stride</translation></message>
<message><source>Smooth L1</source>
<translation>Smooth L1</translation></message>
<message><source>Smooth L1 curve</source>
<translation>Smooth-L1-Kurve</translation></message>
<message><source>Sort the images…</source>
<translation>Die Bilder sortieren…</translation></message>
<message><source>Sorted by {key}, {direction}</source>
<translation>Sortiert nach {key}, {direction}</translation></message>
<message><source>Source, px</source>
<translation>Quelle, px</translation></message>
<message><source>Stage</source>
<translation>Stufe</translation></message>
<message><source>Start</source>
<translation>Start</translation></message>
<message><source>Step</source>
<translation>Schritt</translation></message>
<message><source>Step {step} is the one shown: drag the triangle over the line of steps to another.</source>
<translation>Schritt {step} ist der gezeigte: das Dreieck über der Schrittlinie auf einen anderen ziehen.</translation></message>
<message><source>Steps of the training</source>
<translation>Schritte des Trainings</translation></message>
<message><source>Stop looking</source>
<translation>Suche anhalten</translation></message>
<message><source>Stop scanning; what is known stays</source>
<translation>Scan anhalten; was bekannt ist, bleibt</translation></message>
<message><source>Stopped opening {name}.</source>
<translation>Öffnen von {name} angehalten.</translation></message>
<message><source>Suggested anchors</source>
<translation>Vorgeschlagene Anchors</translation></message>
<message><source>Suggested, found by</source>
<translation>Vorschlag durch</translation></message>
<message><source>Summed over classes, by the error to the power γ = {g}.</source>
<translation>Über Klassen summiert, mit dem Fehler hoch γ = {g}.</translation></message>
<message><source>Summed over classes; p_t is p for the right class and 1 − p for the others: α = {a}, γ = {g}.</source>
<translation>Über Klassen summiert; p_t ist p für die richtige Klasse und 1 − p für die anderen: α = {a}, γ = {g}.</translation></message>
<message><source>Suppressed by anchor {n:,}</source>
<translation>Unterdrückt von Anchor {n:,}</translation></message>
<message><source>Suppressed by detection {by}</source>
<translation>Unterdrückt von Detektion {by}</translation></message>
<message><source>Suppressed by proposal {n}</source>
<translation>Unterdrückt von Proposal {n}</translation></message>
<message><source>Suppressed by proposal {p}</source>
<translation>Unterdrückt von Proposal {p}</translation></message>
<message><source>Suppressed by {suppressor}</source>
<translation>Unterdrückt von {suppressor}</translation></message>
<message><source>Suppressed with it</source>
<translation>Mit ihm unterdrückt</translation></message>
<message><source>Suppressed · p {score:.3f}</source>
<translation>Unterdrückt · p {score:.3f}</translation></message>
<message><source>T</source>
<translation>T</translation></message>
<message><source>TIDE at IoU 0.50; a row lists the ground truths behind an error</source>
<translation>TIDE bei IoU 0.50; eine Zeile listet die Ground Truths hinter einem Fehler</translation></message>
<message><source>Tables</source>
<translation>Tabellen</translation></message>
<message><source>Tables panel</source>
<translation>Tabellen-Panel</translation></message>
<message><source>Take it with you</source>
<translation>Zum Mitnehmen</translation></message>
<message><source>Taken by</source>
<translation>Genommen von</translation></message>
<message><source>Target</source>
<translation>Ziel</translation></message>
<message><source>Targets</source>
<translation>Ziele</translation></message>
<message><source>Targets of the RoI head</source>
<translation>Ziele des RoI-Heads</translation></message>
<message><source>Targets t*</source>
<translation>Ziele t*</translation></message>
<message><source>Targets t* and t</source>
<translation>Ziele t* und t</translation></message>
<message numerus="yes"><source>Targets t* of {n} positives</source>
<translation><numerusform>Ziele t* von {n} Positiv</numerusform><numerusform>Ziele t* von {n} Positiven</numerusform></translation></message>
<message><source>Text</source>
<translation>Text</translation></message>
<message><source>The anchor grid, level by level.</source>
<translation>Das Anchor-Raster, Ebene für Ebene.</translation></message>
<message><source>The anchor is ignored, or the outputs have no column for its class: it costs nothing.</source>
<translation>Der Anchor ist ignoriert, oder die Ausgaben haben keine Spalte für seine Klasse: Er kostet nichts.</translation></message>
<message><source>The anchor is ignored: p* is neither 1 nor 0, so it costs nothing and learns nothing.</source>
<translation>Der Anchor ist ignoriert: p* ist weder 1 noch 0, also kostet er nichts und lernt nichts.</translation></message>
<message><source>The assignment of this recipe ranks no candidates.</source>
<translation>Die Zuordnung dieses Rezepts ordnet keine Kandidaten.</translation></message>
<message><source>The assignment over the steps</source>
<translation>Die Zuordnung über die Schritte</translation></message>
<message><source>The box covers no ground truth.</source>
<translation>Die Box deckt keine Ground Truth.</translation></message>
<message><source>The box covers {best} best, at IoU {iou:.4f}.</source>
<translation>Die Box deckt am besten {best}, mit IoU {iou:.4f}.</translation></message>
<message><source>The box has no width or no height, as Annotations and files say too. Under this recipe its target is −∞; training may refuse the picture.</source>
<translation>Die Box hat keine Breite oder keine Höhe, wie auch Annotationen und Dateien sagt. Unter diesem Rezept ist ihr Ziel −∞; das Training kann das Bild verweigern.</translation></message>
<message><source>The box loss is 0: coordinates whose t* is exactly 0 are left out, and no other misses it.</source>
<translation>Der Box-Loss ist 0: Koordinaten mit t* genau 0 sind ausgelassen, und keine andere verfehlt ihr t*.</translation></message>
<message><source>The box loss is 0: every sampled positive predicts its ground truth exactly.</source>
<translation>Der Box-Loss ist 0: Jedes gezogene Positiv sagt seine Ground Truth genau vorher.</translation></message>
<message><source>The box loss is 0: every sampled positive that misses its ground truth has the weight 0.</source>
<translation>Der Box-Loss ist 0: Jedes gezogene Positiv, das seine Ground Truth verfehlt, hat das Gewicht 0.</translation></message>
<message><source>The box loss is 0: no anchor is positive, though ground truths take part: {n}.</source>
<translation>Der Box-Loss ist 0: Kein Anchor ist positiv, obwohl Ground Truths teilnehmen: {n}.</translation></message>
<message><source>The box loss is 0: no positive of the recorded mini-batch is a positive here.</source>
<translation>Der Box-Loss ist 0: Kein Positiv des aufgezeichneten Mini-Batchs ist hier positiv.</translation></message>
<message><source>The box loss is 0: no sampled positive has finite outputs.</source>
<translation>Der Box-Loss ist 0: Kein gezogenes Positiv hat endliche Ausgaben.</translation></message>
<message><source>The box loss is 0: none of the {n} ground truths takes part (crowd, difficult, ...).</source>
<translation>Der Box-Loss ist 0: Keine der {n} Ground Truths nimmt teil (Crowd, schwierig, ...).</translation></message>
<message><source>The box loss is 0: the mini-batch has none of the positive anchors, of which there are {n}.</source>
<translation>Der Box-Loss ist 0: Der Mini-Batch hat keinen der positiven Anchors, deren Zahl {n} ist.</translation></message>
<message><source>The box loss is 0: the picture has no ground truth, so no anchor is positive.</source>
<translation>Der Box-Loss ist 0: Das Bild hat keine Ground Truth, also ist kein Anchor positiv.</translation></message>
<message><source>The box loss is 0: the recipe gives it no weight.</source>
<translation>Der Box-Loss ist 0: Das Rezept gibt ihm kein Gewicht.</translation></message>
<message><source>The box loss is a mean over pairs here: the column Box share has each anchor's.</source>
<translation>Der Box-Loss ist hier ein Mittel über Paare: Die Spalte Vom Box-Loss hat den Anteil jedes Anchors.</translation></message>
<message><source>The box loss needs</source>
<translation>Der Box-Loss braucht</translation></message>
<message><source>The boxes with another fate are listed here once A and B both have outputs.</source>
<translation>Die Boxen mit anderem Verbleib stehen hier, sobald A und B Ausgaben haben.</translation></message>
<message><source>The centre of {name} lies in its cell, and of the shapes of all layers this one is most like that ground truth's: shape IoU {value:.4f}.{more}</source>
<translation>Die Mitte von {name} liegt in seiner Zelle, und von den Formen aller Layer ist diese jener Ground Truth am ähnlichsten: Form-IoU {value:.4f}.{more}</translation></message>
<message><source>The centre of {name} lies in its cell, and the IoU of their shapes is over {further:.3f}, though another anchor is more like it.{more}</source>
<translation>Die Mitte von {name} liegt in seiner Zelle, und die IoU ihrer Formen liegt über {further:.3f}, obwohl ein anderer Anchor ähnlicher ist.{more}</translation></message>
<message><source>The centre of {name} lies {where}. The box is {wide} times as wide as the anchor and {high} times as high: a factor of {factor} in {side}, under the limit of {limit:g}.{mine}</source>
<translation>Die Mitte von {name} liegt {where}. Die Box ist {wide}-mal so breit wie der Anchor und {high}-mal so hoch: Faktor {factor} in der {side}, unter der Grenze {limit:g}.{mine}</translation></message>
<message><source>The feature map a box is pooled from.</source>
<translation>Die Feature-Map, aus der eine Box gepoolt wird.</translation></message>
<message><source>The file is missing or holds no picture; its annotation is counted where it says the size.</source>
<translation>Die Datei fehlt oder enthält kein Bild; ihre Annotation wird gezählt, wo sie die Größe nennt.</translation></message>
<message><source>The folder of a recorded training</source>
<translation>Der Ordner eines aufgezeichneten Trainings</translation></message>
<message><source>The folder of the pictures</source>
<translation>Der Ordner der Bilder</translation></message>
<message><source>The library decodes fractions of the sides less one px: far edges stand one px earlier here.</source>
<translation>Die Bibliothek dekodiert Bruchteile der Seiten minus ein px: Ferne Kanten stehen hier ein px früher.</translation></message>
<message><source>The maths</source>
<translation>Die Mathematik</translation></message>
<message><source>The model runs on each picture with the export; its boxes are counted then.</source>
<translation>Das Modell läuft beim Export auf jedem Bild; seine Boxen werden dann gezählt.</translation></message>
<message><source>The network has a number for each whole distance from 0; t is the mean of their softmax.</source>
<translation>Das Netz hat eine Zahl für jede ganze Entfernung ab 0; t ist das Mittel ihres Softmax.</translation></message>
<message><source>The numbers are what it would add.</source>
<translation>Die Zahlen sind, was es hinzufügen würde.</translation></message>
<message><source>The outputs have no column for a ground truth's class, so there is no class loss for this picture.</source>
<translation>Die Ausgaben haben keine Spalte für die Klasse einer Ground Truth, also gibt es keinen Klassen-Loss für dieses Bild.</translation></message>
<message><source>The outputs have no column for the class of a ground truth, so there is no loss.</source>
<translation>Die Ausgaben haben keine Spalte für die Klasse einer Ground Truth, also gibt es keinen Loss.</translation></message>
<message numerus="yes"><source>The outputs of {n} images, as of {name}: {why}.</source>
<translation><numerusform>Die Ausgaben von {name}: {why}.</numerusform><numerusform>Die Ausgaben von {n} Bildern, so {name}: {why}.</numerusform></translation></message>
<message><source>The outputs were made under the recipe {recipe}; they are shown under {own}.</source>
<translation>Die Ausgaben entstanden unter dem Rezept {recipe}; gezeigt werden sie unter {own}.</translation></message>
<message><source>The overlap</source>
<translation>Die Überlappung</translation></message>
<message><source>The picture changed on disk since A was computed: reload (F5) to compare.</source>
<translation>Das Bild wurde auf der Platte geändert, seit A berechnet wurde: zum Vergleichen neu laden (F5).</translation></message>
<message><source>The picture does not fit into the memory</source>
<translation>Das Bild passt nicht in den Speicher</translation></message>
<message><source>The picture has no ground truth in the assignment, so every anchor is negative.</source>
<translation>Das Bild hat keine Ground Truth in der Zuordnung, also ist jeder Anchor negativ.</translation></message>
<message><source>The picture has no ground truth in the assignment, so every {place} is negative.</source>
<translation>Das Bild hat keine Ground Truth in der Zuordnung, also ist jeder {place} negativ.</translation></message>
<message><source>The picture with its anchors; click to select, drag to move, wheel to zoom</source>
<translation>Das Bild mit seinen Anchors; Klick wählt aus, Ziehen verschiebt, Rad zoomt</translation></message>
<message><source>The picture {name} is the same at every step.</source>
<translation>Das Bild {name} ist bei jedem Schritt dasselbe.</translation></message>
<message><source>The predictions belong to other anchors, so they are left out.</source>
<translation>Die Vorhersagen gehören zu anderen Anchors und bleiben weg.</translation></message>
<message><source>The ranking needs</source>
<translation>Die Rangfolge braucht</translation></message>
<message><source>The raw outputs cannot be used: {why}</source>
<translation>Die Rohausgaben sind nicht zu gebrauchen: {why}</translation></message>
<message><source>The raw outputs do not fit this recipe: {why}</source>
<translation>Die Rohausgaben passen nicht zu diesem Rezept: {why}</translation></message>
<message><source>The recipe is {own} again.</source>
<translation>Das Rezept ist wieder {own}.</translation></message>
<message><source>The recipe is {recipe}, which the outputs name; yours, {own}, returns with the next dataset.</source>
<translation>Das Rezept ist {recipe}, wie die Ausgaben sagen; Ihres, {own}, kehrt mit dem nächsten Datensatz zurück.</translation></message>
<message><source>The rule gives it no positive anchor: nothing learns it.</source>
<translation>Die Regel gibt ihr keinen positiven Anchor: Nichts lernt sie.</translation></message>
<message><source>The rule of this recipe has no low-quality matches.</source>
<translation>Die Regel dieses Rezepts hat keine Low-Quality-Treffer.</translation></message>
<message><source>The second stage keeps its proposals and outputs.</source>
<translation>Die zweite Stufe behält ihre Proposals und Ausgaben.</translation></message>
<message><source>The selected anchor in A and in B</source>
<translation>Der ausgewählte Anchor in A und in B</translation></message>
<message><source>The shape most like its own is in no layer, so no anchor learns it.</source>
<translation>Die ähnlichste Form ist in keinem Layer, also lernt sie kein Anchor.</translation></message>
<message><source>The shape most like its own is in no layer; these have a shape IoU over {further:.3f}.</source>
<translation>Die ähnlichste Form ist in keinem Layer; diese haben eine Form-IoU über {further:.3f}.</translation></message>
<message><source>The shape most like its own of all is in layer {layer}, with a shape IoU of {shape:.4f}; others learn it over {further:.3f}.</source>
<translation>Die ähnlichste Form von allen ist in Layer {layer}, mit einer Form-IoU von {shape:.4f}; andere lernen sie ab über {further:.3f}.</translation></message>
<message><source>The squares count {v} times besides.</source>
<translation>Die Quadrate zählen außerdem {v} mal.</translation></message>
<message><source>The targets t* deviate by {spread}.</source>
<translation>Die Ziele t* streuen um {spread}.</translation></message>
<message><source>The term with q counts {w} times.</source>
<translation>Der Term mit q zählt {w} mal.</translation></message>
<message><source>The total loss is NaN or infinite: one step on this picture spoils the training.</source>
<translation>Der gesamte Loss ist NaN oder unendlich: Ein Schritt auf diesem Bild verdirbt das Training.</translation></message>
<message><source>The trainer has reported no loss yet.</source>
<translation>Der Trainer hat noch keinen Loss gemeldet.</translation></message>
<message><source>The trainer saw another picture, not this file: only its boxes are known</source>
<translation>Der Trainer sah ein anderes Bild, nicht diese Datei: Nur dessen Boxen sind bekannt</translation></message>
<message><source>The trainer took it as {label}, so it is in the sums as that.</source>
<translation>Der Trainer nahm ihn als {label}, also ist er als das in den Summen.</translation></message>
<message><source>The trainer's are of a batch of {n} pictures.</source>
<translation>Die des Trainers sind von einem Batch aus {n} Bildern.</translation></message>
<message><source>The trainer's numbers</source>
<translation>Die Zahlen des Trainers</translation></message>
<message><source>The two grids have no anchor in common, so the ground truths alone are compared.</source>
<translation>Die zwei Raster haben keinen Anchor gemeinsam, also werden nur die Ground Truths verglichen.</translation></message>
<message><source>The view is on the clipboard</source>
<translation>Die Ansicht ist in der Zwischenablage</translation></message>
<message><source>The whole box costs {v} besides.</source>
<translation>Die ganze Box kostet außerdem {v}.</translation></message>
<message numerus="yes"><source>The {n} in the list</source>
<translation><numerusform>Die {n} in der Liste</numerusform><numerusform>Die {n} in der Liste</numerusform></translation></message>
<message><source>There are no raw outputs for this picture, so no t, no predicted box, no losses. A dump brings them.</source>
<translation>Für dieses Bild gibt es keine Rohausgaben, also kein t, keine vorhergesagte Box, keine Losses. Ein Dump bringt sie.</translation></message>
<message><source>There is no smooth L1 here. YOLOv3 puts t_x and t_y behind a sigmoid, which says where in its cell the centre lies, and compares that with t* by binary cross entropy; w and h by the square of t − t*, no sigmoid.</source>
<translation>Hier gibt es kein Smooth L1. YOLOv3 setzt t_x und t_y hinter ein Sigmoid, das sagt, wo in ihrer Zelle die Mitte liegt, und vergleicht das mit t* per binärer Kreuzentropie; w und h per Quadrat von t − t*, ohne Sigmoid.</translation></message>
<message><source>There is no smooth L1 here: Explain has the box loss of this recipe in formulas.</source>
<translation>Hier gibt es kein Smooth L1: Erklären hat den Box-Loss dieses Rezepts in Formeln.</translation></message>
<message><source>There is no smooth L1 here: the box learns by {loss}, its sides by the distribution over bins (DFL).</source>
<translation>Hier gibt es kein Smooth L1: Die Box lernt durch {loss}, ihre Seiten durch die Verteilung über Bins (DFL).</translation></message>
<message><source>There is no {place} {near_it}, so {hopeless}</source>
<translation>Es gibt keinen {place} {near_it}: {hopeless}</translation></message>
<message><source>These collide: its one objectness follows ground truth {n}, listed last.</source>
<translation>Diese kollidieren: Seine eine Objectness folgt Ground Truth {n}, der zuletzt gelisteten.</translation></message>
<message><source>These outputs do not fit the recipe: {answer}</source>
<translation>Diese Ausgaben passen nicht zum Rezept: {answer}</translation></message>
<message><source>They are in no other count.</source>
<translation>Sie stecken in keiner anderen Zahl.</translation></message>
<message><source>This anchor belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>Dieser Anchor gehört zu keiner Ground Truth, hat also kein Ziel t* und keinen Box-Loss.</translation></message>
<message><source>This language is used from the next start on.</source>
<translation>Diese Sprache gilt ab dem nächsten Start.</translation></message>
<message><source>This one, {name}</source>
<translation>Dieses hier, {name}</translation></message>
<message><source>This page could not be made: {error}</source>
<translation>Diese Seite konnte nicht erstellt werden: {error}</translation></message>
<message><source>This page is missing: {path} ({reason})</source>
<translation>Diese Seite fehlt: {path} ({reason})</translation></message>
<message><source>This picture has no ground truth in the assignment, so no anchor has an IoU.</source>
<translation>Dieses Bild hat keine Ground Truth in der Zuordnung, also hat kein Anchor eine IoU.</translation></message>
<message><source>This picture has no outputs of a second stage.</source>
<translation>Dieses Bild hat keine Ausgaben einer zweiten Stufe.</translation></message>
<message><source>This picture's loss</source>
<translation>Der Loss dieses Bildes</translation></message>
<message><source>This point belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>Dieser Punkt gehört zu keiner Ground Truth, hat also kein Ziel t* und keinen Box-Loss.</translation></message>
<message><source>This recipe has no loss of coordinates: its box loss compares decoded boxes.</source>
<translation>Dieses Rezept hat keinen Loss der Koordinaten: Sein Box-Loss vergleicht dekodierte Boxen.</translation></message>
<message><source>This recipe has no smooth L1. Where in its cell the centre lies costs a binary cross entropy; the sides cost the square of t − t*.</source>
<translation>Dieses Rezept hat kein Smooth L1. Wo in ihrer Zelle die Mitte liegt, kostet eine binäre Kreuzentropie; die Seiten kosten das Quadrat von t − t*.</translation></message>
<message><source>This recipe has no smooth L1: YOLOv3 takes cross entropies of t_x and t_y behind a sigmoid, and squares of t_w and t_h.</source>
<translation>Dieses Rezept hat kein Smooth L1: YOLOv3 nimmt Kreuzentropien von t_x und t_y hinter einem Sigmoid und Quadrate von t_w und t_h.</translation></message>
<message><source>This recipe labels by geometry alone: no checkpoint changes an assignment.</source>
<translation>Dieses Rezept vergibt Labels allein nach Geometrie: Kein Checkpoint ändert eine Zuordnung.</translation></message>
<message><source>This recipe's rule compares no anchor by IoU.</source>
<translation>Die Regel dieses Rezepts vergleicht keinen Anchor nach IoU.</translation></message>
<message><source>This recorder watches no picture.</source>
<translation>Dieser Rekorder beobachtet kein Bild.</translation></message>
<message><source>This stage lost no box.</source>
<translation>Diese Stufe hat keine Box verloren.</translation></message>
<message><source>This {place} is not {near}, so no prediction can make it positive.</source>
<translation>Dieser {place} liegt nicht {near}, also kann keine Vorhersage ihn positiv machen.</translation></message>
<message><source>Threshold</source>
<translation>Schwelle</translation></message>
<message><source>Tiny box</source>
<translation>Winzige Box</translation></message>
<message><source>Too small</source>
<translation>Zu klein</translation></message>
<message><source>Too small, or not a number</source>
<translation>Zu klein oder keine Zahl</translation></message>
<message><source>Took</source>
<translation>Nahm</translation></message>
<message><source>Top {most}</source>
<translation>Oberste {most}</translation></message>
<message><source>Total</source>
<translation>Gesamt</translation></message>
<message><source>Tour of the demo</source>
<translation>Tour durch die Demo</translation></message>
<message><source>Training</source>
<translation>Training</translation></message>
<message><source>Trying the plausible layouts…</source>
<translation>Probiere die plausiblen Layouts…</translation></message>
<message><source>Turn the pictures as EXIF says</source>
<translation>Bilder drehen, wie EXIF sagt</translation></message>
<message><source>Twice a sigmoid: the centre within half a cell around cell c, of stride s; sides up to four times.</source>
<translation>Zweimal ein Sigmoid: die Mitte bis eine halbe Zelle um Zelle c, vom Stride s; Seiten bis viermal.</translation></message>
<message><source>Two datasets</source>
<translation>Zwei Datensätze</translation></message>
<message><source>Two datasets under one recipe, side by side.</source>
<translation>Zwei Datensätze unter einem Rezept, nebeneinander.</translation></message>
<message><source>U is the union, C the smallest box around both.</source>
<translation>U ist die Vereinigung, C die kleinste Box um beide.</translation></message>
<message><source>Undecided</source>
<translation>Unentschieden</translation></message>
<message><source>Undecided without outputs: in neither sum.</source>
<translation>Ohne Ausgaben unentschieden: in keiner Summe.</translation></message>
<message><source>Undecided: candidate of ground truth {value}</source>
<translation>Unentschieden: Kandidat von Ground Truth {value}</translation></message>
<message numerus="yes"><source>Undecided: candidate of ground truth {value} and {n} others</source>
<translation><numerusform>Unentschieden: Kandidat von Ground Truth {value} und 1 anderen</numerusform><numerusform>Unentschieden: Kandidat von Ground Truth {value} und {n} anderen</numerusform></translation></message>
<message><source>Undecided: may be taken</source>
<translation>Unentschieden: kann genommen werden</translation></message>
<message><source>Undecided: outputs are missing</source>
<translation>Unentschieden: Ausgaben fehlen</translation></message>
<message><source>Undo</source>
<translation>Rückgängig</translation></message>
<message><source>Undo the last change</source>
<translation>Letzte Änderung rückgängig machen</translation></message>
<message><source>Unmatched, its shape is in no layer</source>
<translation>Ohne Treffer, ihre Form ist in keinem Layer</translation></message>
<message><source>Unmatched, no anchor of such sides</source>
<translation>Ohne Treffer, kein Anchor mit solchen Seiten</translation></message>
<message><source>Unmatched, no candidate is its own</source>
<translation>Ohne Treffer, kein Kandidat ist ihr eigener</translation></message>
<message><source>Unmatched, no candidate over its threshold</source>
<translation>Ohne Treffer, kein Kandidat über ihrer Schwelle</translation></message>
<message><source>Unmatched, none at IoU {positive:.2f}</source>
<translation>Ohne Treffer, keiner bei IoU {positive:.2f}</translation></message>
<message><source>Unmatched, none in its cell</source>
<translation>Ohne Treffer, keiner in ihrer Zelle</translation></message>
<message><source>Use as recipe</source>
<translation>Als Rezept</translation></message>
<message><source>Waiting for {name}</source>
<translation>Warte auf {name}</translation></message>
<message><source>Warnings</source>
<translation>Warnungen</translation></message>
<message><source>Way</source>
<translation>Weg</translation></message>
<message><source>Way by stage</source>
<translation>Weg nach Stufe</translation></message>
<message><source>Ways to open the folder</source>
<translation>Arten, den Ordner zu öffnen</translation></message>
<message><source>What B is</source>
<translation>Was B ist</translation></message>
<message><source>What became of boxes</source>
<translation>Was aus Boxen wurde</translation></message>
<message><source>What becomes of anchors that leave the picture.</source>
<translation>Was aus Anchors wird, die aus dem Bild ragen.</translation></message>
<message><source>What do the class scores cost?</source>
<translation>Was kosten die Klassen-Scores?</translation></message>
<message><source>What does IoU cost?</source>
<translation>Was kostet IoU?</translation></message>
<message><source>What does SIoU cost?</source>
<translation>Was kostet SIoU?</translation></message>
<message><source>What does balanced L1 cost?</source>
<translation>Was kostet Balanced L1?</translation></message>
<message><source>What does bounded IoU cost?</source>
<translation>Was kostet Bounded IoU?</translation></message>
<message><source>What does complete IoU cost?</source>
<translation>Was kostet Complete IoU?</translation></message>
<message><source>What does distance IoU cost?</source>
<translation>Was kostet Distance IoU?</translation></message>
<message><source>What does generalised IoU cost?</source>
<translation>Was kostet Generalised IoU?</translation></message>
<message><source>What does it add to the loss?</source>
<translation>Was trägt es zum Loss bei?</translation></message>
<message><source>What does objectness cost?</source>
<translation>Was kostet Objectness?</translation></message>
<message><source>What does smooth EIoU cost?</source>
<translation>Was kostet Smooth EIoU?</translation></message>
<message><source>What exactly is smooth L1?</source>
<translation>Was genau ist Smooth L1?</translation></message>
<message><source>What exactly is the Huber loss?</source>
<translation>Was genau ist der Huber-Loss?</translation></message>
<message><source>What gets worse: {what}.</source>
<translation>Was schlechter wird: {what}.</translation></message>
<message><source>What is left of it stays in the picture without a ground truth, so its points are trained as background.</source>
<translation>Was von ihr übrig ist, bleibt ohne Ground Truth im Bild: Seine Punkte werden als Hintergrund trainiert.</translation></message>
<message><source>What is there instead of smooth L1?</source>
<translation>Was gibt es statt Smooth L1?</translation></message>
<message><source>What is wrong with the filter</source>
<translation>Was am Filter falsch ist</translation></message>
<message><source>What moved</source>
<translation>Was sich bewegt</translation></message>
<message><source>What should the head say?</source>
<translation>Was sollte der Head sagen?</translation></message>
<message><source>What should the network say?</source>
<translation>Was sollte das Netz sagen?</translation></message>
<message><source>What the list is sorted by</source>
<translation>Wonach die Liste sortiert ist</translation></message>
<message><source>What would fit?</source>
<translation>Was würde passen?</translation></message>
<message><source>What-if · {finding}</source>
<translation>Was-wäre-wenn · {finding}</translation></message>
<message><source>What-if, not the data</source>
<translation>Was-wäre-wenn, nicht die Daten</translation></message>
<message><source>What-if: labels, t* and losses follow a moved ground truth; proposals and outputs stay, as no network is run.</source>
<translation>Was-wäre-wenn: Labels, t* und Verluste folgen einer verschobenen Ground Truth; Proposals und Ausgaben bleiben, da kein Netz läuft.</translation></message>
<message><source>Where ground truths end</source>
<translation>Wo Ground Truths enden</translation></message>
<message><source>Where ground truths end, by class, size, side, best anchor and level</source>
<translation>Wo Ground Truths enden, nach Klasse, Größe, Seite, bestem Anchor und Ebene</translation></message>
<message><source>Where is the predicted box?</source>
<translation>Wo ist die vorhergesagte Box?</translation></message>
<message><source>Which anchors are positive, negative or ignored.</source>
<translation>Welche Anchors positiv, negativ oder ignoriert sind.</translation></message>
<message><source>Which anchors enter the loss.</source>
<translation>Welche Anchors in den Loss eingehen.</translation></message>
<message><source>Which anchors the canvas, the tables and the plots show, for example
  {one}
  {other}
Ctrl+Space lists what may be written, Esc goes back to the canvas.</source>
<translation>Welche Anchors Zeichenfläche, Tabellen und Diagramme zeigen, zum Beispiel
  {one}
  {other}
Strg+Leertaste listet, was man schreiben kann, Esc geht zurück zur Zeichenfläche.</translation></message>
<message><source>Which annotations?</source>
<translation>Welche Annotationen?</translation></message>
<message><source>Which ground truths take part.</source>
<translation>Welche Ground Truths teilnehmen.</translation></message>
<message><source>Which map is it pooled from?</source>
<translation>Aus welcher Map ist es gepoolt?</translation></message>
<message><source>White is what the annotator drew, green a positive anchor, dotted an ignored one, dashed blue a prediction. Click a box; click again for the others under the same point. 1 to 7 switch the layers.</source>
<translation>Weiß ist, was annotiert wurde, grün ein positiver Anchor, gepunktet ein ignorierter, blau gestrichelt eine Vorhersage. Eine Box anklicken; erneut klicken für die anderen unter demselben Punkt. 1 bis 7 schalten die Schichten.</translation></message>
<message><source>Who takes this point?</source>
<translation>Wer nimmt diesen Punkt?</translation></message>
<message><source>Who wants it</source>
<translation>Wer ihn will</translation></message>
<message><source>Whole picture</source>
<translation>Ganzes Bild</translation></message>
<message><source>Why</source>
<translation>Warum</translation></message>
<message><source>Why is this anchor positive?</source>
<translation>Warum ist dieser Anchor positiv?</translation></message>
<message><source>Why labels changed</source>
<translation>Warum Labels wechselten</translation></message>
<message><source>Why they changed</source>
<translation>Warum sie wechselten</translation></message>
<message><source>Why this anchor</source>
<translation>Warum dieser Anchor</translation></message>
<message><source>Why: what they are under the recipe that is worse for them.</source>
<translation>Warum: was sie unter dem für sie schlechteren Rezept sind.</translation></message>
<message><source>Width and height as corners?</source>
<translation>Breite und Höhe als Ecken?</translation></message>
<message><source>Width and height exchanged</source>
<translation>Breite und Höhe vertauscht</translation></message>
<message><source>Width, px</source>
<translation>Breite, px</translation></message>
<message><source>Without a positive anchor, for its best one trains another ground truth.</source>
<translation>Ohne positiven Anchor, denn ihr bester trainiert eine andere Ground Truth.</translation></message>
<message><source>Without width or height its target is −∞. It is in no other number here.</source>
<translation>Ohne Breite oder Höhe ist ihr Ziel −∞. Sie steckt hier in keiner anderen Zahl.</translation></message>
<message><source>Worse: {name}, {now} to {then} of the ground truths reached.</source>
<translation>Schlechter: {name}, {now} nach {then} der Ground Truths erreicht.</translation></message>
<message><source>Would be in the loss, which needs raw outputs.</source>
<translation>Wäre im Loss, der Rohausgaben braucht.</translation></message>
<message><source>Would other anchors help?</source>
<translation>Helfen andere Anchors?</translation></message>
<message><source>Write the boxes with findings into a new file</source>
<translation>Die Boxen mit Befunden in eine neue Datei schreiben</translation></message>
<message><source>Write the report into a new folder</source>
<translation>Den Bericht in einen neuen Ordner schreiben</translation></message>
<message><source>YOLO, a folder (*)</source>
<translation>YOLO, ein Ordner (*)</translation></message>
<message><source>YOLOv5's possible recall</source>
<translation>Möglicher Recall von YOLOv5</translation></message>
<message><source>Your files</source>
<translation>Ihre Dateien</translation></message>
<message><source>Zoom to the selection</source>
<translation>Auf die Auswahl zoomen</translation></message>
<message><source>[A-Za-z][\w+.-]+:/</source>
<translation>[A-Za-z][\w+.-]+:/</translation></message>
<message><source>[yolo] layer {layer} trains it, in the cell of its centre: of the shapes of all layers the one most like its own is there, with a shape IoU of {shape:.4f}.</source>
<translation>[yolo]-Layer {layer} trainiert sie, in der Zelle ihrer Mitte: Von den Formen aller Layer ist die ähnlichste dort, mit Form-IoU {shape:.4f}.</translation></message>
<message numerus="yes"><source>[yolo] layers {layers} train it, in the cells of its centre, by {anchors} anchors.</source>
<translation><numerusform>[yolo]-Layer {layers} trainiert sie, in der Zelle ihrer Mitte, mit {anchors} Anchors.</numerusform><numerusform>Die [yolo]-Layer {layers} trainieren sie, in den Zellen ihrer Mitte, mit {anchors} Anchors.</numerusform></translation></message>
<message><source>a batch axis of 1 in front</source>
<translation>eine Batch-Achse von 1 vorn</translation></message>
<message><source>a box of no object</source>
<translation>eine Box ohne Objekt</translation></message>
<message><source>a box of this side, px, ...</source>
<translation>eine Box dieser Seite, px, ...</translation></message>
<message><source>a box per anchor, or one per anchor and class</source>
<translation>eine Box je Anchor, oder eine je Anchor und Klasse</translation></message>
<message><source>a centre crossed the part of a cell for neighbours</source>
<translation>eine Mitte kreuzte den Zellteil für Nachbarn</translation></message>
<message><source>a class</source>
<translation>je Klasse</translation></message>
<message><source>a class's score must be above this, compared in float32</source>
<translation>der Score einer Klasse muss darüber liegen, in float32 verglichen</translation></message>
<message><source>a click lists the ground truths of a side; with the keyboard the arrows and Enter</source>
<translation>ein Klick listet die Ground Truths einer Seite; mit der Tastatur Pfeile und Enter</translation></message>
<message><source>a dataset, a folder of pictures, a dump of raw outputs, or a folder of checkpoints</source>
<translation>ein Datensatz, ein Bilderordner, ein Dump von Rohausgaben oder ein Ordner mit Checkpoints</translation></message>
<message><source>a decoded box is left out: it has no width or height, is not a number, no anchor is free for it, or too many score higher</source>
<translation>eine dekodierte Box fehlt: ohne Breite oder Höhe, keine Zahl, kein Anchor ist für sie frei, oder zu viele haben einen höheren Score</translation></message>
<message><source>a detection at IoU {reach:.2f} that is no other's</source>
<translation>eine Detektion mit IoU {reach:.2f}, die keiner anderen gehört</translation></message>
<message><source>a detection of its class at IoU {reach:.2f} that is no other's</source>
<translation>eine Detektion ihrer Klasse mit IoU {reach:.2f}, die keiner anderen gehört</translation></message>
<message><source>a folder or an annotation file</source>
<translation>ein Ordner oder eine Annotationsdatei</translation></message>
<message><source>a further loss of t: bins: of the two whole distances beside t* (distribution focal loss); input: mean L1 of distances over the input's sides; raw: L1 of t; the first two by soft target and divided as the box loss</source>
<translation>ein weiterer Loss von t: bins: der zwei ganzen Entfernungen neben t* (Distribution Focal Loss); input: mittleres L1 der Entfernungen über die Seiten der Eingabe; raw: L1 von t; die ersten zwei nach weichem Ziel und geteilt wie der Box-Loss</translation></message>
<message><source>a kept proposal at IoU {reach:.2f}, whatever the class</source>
<translation>ein behaltenes Proposal mit IoU {reach:.2f}, gleich welcher Klasse</translation></message>
<message><source>a level</source>
<translation>je Ebene</translation></message>
<message><source>a level {name}, stride {stride}</source>
<translation>eine Ebene {name}, Stride {stride}</translation></message>
<message><source>a list</source>
<translation>eine Liste</translation></message>
<message><source>a mini-batch drawn by chance</source>
<translation>ein zufällig gezogener Mini-Batch</translation></message>
<message><source>a mini-batch's nominal number of anchors, by which the normaliser `batch` divides</source>
<translation>nominale Anchor-Zahl eines Mini-Batches, durch die die Normierung `batch` teilt</translation></message>
<message numerus="yes"><source>a mosaic of {n} pictures</source>
<translation><numerusform>ein Mosaik aus 1 Bild</numerusform><numerusform>ein Mosaik aus {n} Bildern</numerusform></translation></message>
<message><source>a name for each level</source>
<translation>ein Name für jede Ebene</translation></message>
<message><source>a picture without ground truth</source>
<translation>ein Bild ohne Ground Truth</translation></message>
<message><source>a press, or Enter, lists the ground truths of a row alone</source>
<translation>Druck oder Enter listet die Ground Truths einer Zeile allein</translation></message>
<message><source>a proposal with a score or box that is not finite is left out first, whole</source>
<translation>ein Proposal, dessen Score oder Box nicht endlich ist, fällt zuerst ganz weg</translation></message>
<message><source>a ratio of sides crossed the limit, or a centre its cell</source>
<translation>ein Seitenverhältnis kreuzte die Grenze oder eine Mitte ihre Zelle</translation></message>
<message><source>a seeded sample</source>
<translation>eine Stichprobe mit Seed</translation></message>
<message><source>a shorter side below is enlarged to it, px</source>
<translation>eine kürzere Seite darunter wird darauf vergrößert, px</translation></message>
<message><source>a smaller picture is enlarged to size</source>
<translation>ein kleineres Bild wird auf size vergrößert</translation></message>
<message><source>added before rounding down</source>
<translation>vor dem Runden addiert</translation></message>
<message><source>added to sides before the logarithm</source>
<translation>vor dem Logarithmus zu Seiten addiert</translation></message>
<message><source>added to sides in strides before the logarithm</source>
<translation>vor dem Logarithmus zu Seiten in Strides addiert</translation></message>
<message><source>added to the logarithm, or to the ratio of sides</source>
<translation>zum Logarithmus oder zum Seitenverhältnis addiert</translation></message>
<message><source>after mosaic and scaling, not cut by the network's input</source>
<translation>nach Mosaik und Skalierung, von der Eingabe des Netzes nicht beschnitten</translation></message>
<message><source>agree</source>
<translation>stimmen überein</translation></message>
<message><source>all</source>
<translation>alle</translation></message>
<message><source>all anchors</source>
<translation>alle Anchors</translation></message>
<message><source>all boxes are within 0 to {most:.4g}: fractions of the picture where pixels are wanted?</source>
<translation>alle Boxen liegen in 0 bis {most:.4g}: Bruchteile des Bilds, wo Pixel erwartet sind?</translation></message>
<message><source>all of them</source>
<translation>alle</translation></message>
<message><source>all positives and the costliest negatives</source>
<translation>alle Positiven und die teuersten Negativen</translation></message>
<message><source>all positives and the costliest negatives, by a sum over one maximum of all logits (ssd.pytorch)</source>
<translation>alle Positiven und die teuersten Negativen, durch eine Summe über ein Maximum aller Logits (ssd.pytorch)</translation></message>
<message><source>all reached</source>
<translation>alle erreichten</translation></message>
<message><source>all scores lie from 0 to 1: probabilities, where the recipe wants logits</source>
<translation>alle Scores liegen zwischen 0 und 1: Wahrscheinlichkeiten, wo das Rezept Logits will</translation></message>
<message><source>all shared</source>
<translation>alle gemeinsamen</translation></message>
<message><source>all together: {effect} pos.</source>
<translation>alle zusammen: {effect} pos.</translation></message>
<message><source>all together: {n} changed</source>
<translation>alle zusammen: {n} geändert</translation></message>
<message><source>all with a metric above 0</source>
<translation>alle mit einer Metrik über 0</translation></message>
<message><source>alpha, of the score</source>
<translation>alpha, des Scores</translation></message>
<message><source>among the best</source>
<translation>unter den besten</translation></message>
<message><source>among the cheapest</source>
<translation>unter den billigsten</translation></message>
<message><source>an IoU below `negative` wins over the low-quality rule</source>
<translation>eine IoU unter `negative` geht der Low-Quality-Regel vor</translation></message>
<message><source>an image, in the median</source>
<translation>je Bild, im Median</translation></message>
<message><source>an object with {keys}</source>
<translation>ein Objekt mit {keys}</translation></message>
<message><source>an object without keys: no images key, so it is not COCO</source>
<translation>ein Objekt ohne Schlüssel: ohne images, also kein COCO</translation></message>
<message><source>anchor</source>
<translation>Anchor</translation></message>
<message><source>anchor IoU ≥ {least}</source>
<translation>Anchor-IoU ≥ {least}</translation></message>
<message><source>anchor taken</source>
<translation>Anchor genommen</translation></message>
<message><source>anchor {anchor}: its raw outputs are not all numbers ({which}); losses leave them out, where a trainer's loss would be NaN, and NMS does where box or score is no number</source>
<translation>Anchor {anchor}: Seine Rohausgaben sind nicht alle Zahlen ({which}); Losses lassen sie aus, wo der Loss eines Trainers NaN wäre, und NMS dort, wo Box oder Score keine Zahl ist</translation></message>
<message><source>anchor {number}: wanted 0 to {last}</source>
<translation>Anchor {number}: erwartet 0 bis {last}</translation></message>
<message><source>anchor {n}</source>
<translation>Anchor {n}</translation></message>
<message><source>anchor {said}</source>
<translation>Anchor {said}</translation></message>
<message><source>anchor's {side}, network px</source>
<translation>{side} des Anchors, Netz-px</translation></message>
<message><source>anchors</source>
<translation>Anchors</translation></message>
<message><source>anchors an image, mean</source>
<translation>Anchors je Bild, Mittel</translation></message>
<message><source>anchors in the loss</source>
<translation>Anchors im Loss</translation></message>
<message><source>anchors it owns</source>
<translation>eigene Anchors</translation></message>
<message><source>anchors of a cell in reverse order</source>
<translation>Anchors einer Zelle in umgekehrter Reihenfolge</translation></message>
<message><source>anchors of a cell in the other order of sizes and ratios</source>
<translation>Anchors einer Zelle in der anderen Reihenfolge von Größen und Seitenverhältnissen</translation></message>
<message><source>anchors per picture</source>
<translation>Anchors je Bild</translation></message>
<message><source>anchors that leave the picture are ignored beforehand, and compared with no ground truth</source>
<translation>Anchors, die aus dem Bild ragen, sind vorab ignoriert und werden mit keiner Ground Truth verglichen</translation></message>
<message><source>anchors that leave the picture are matched like the others</source>
<translation>Anchors, die aus dem Bild ragen, werden zugeordnet wie die anderen</translation></message>
<message><source>anchors that leave the picture are matched, and then ignored</source>
<translation>Anchors, die aus dem Bild ragen, werden zugeordnet und dann ignoriert</translation></message>
<message><source>anchors whose centre lies right of the picture or below it are matched, and then ignored (keras-retinanet)</source>
<translation>Anchors, deren Mitte rechts vom Bild oder darunter liegt, werden zugeordnet und dann ignoriert (keras-retinanet)</translation></message>
<message><source>anchors with a box</source>
<translation>Anchors mit Box</translation></message>
<message><source>and below this; -inf: never</source>
<translation>und darunter auf dies; -inf: nie</translation></message>
<message><source>and stds wanted</source>
<translation>und stds erwünscht</translation></message>
<message><source>annotated as {width} x {height} px, the file is {w} x {h} px</source>
<translation>annotiert als {width} x {height} px, die Datei hat {w} x {h} px</translation></message>
<message><source>annotations, pictures, raw outputs, ONNX models or recipes, found out from their content</source>
<translation>Annotationen, Bilder, Rohausgaben, ONNX-Modelle oder Rezepte, am Inhalt erkannt</translation></message>
<message><source>another anchor is best for its ground truth</source>
<translation>anderer Anchor ist der beste</translation></message>
<message><source>another box of its own</source>
<translation>eine andere eigene Box</translation></message>
<message><source>another dataset: {new}, was {old}</source>
<translation>ein anderer Datensatz: {new}, war {old}</translation></message>
<message><source>another ground truth</source>
<translation>eine andere Ground Truth</translation></message>
<message><source>another ground truth owns it</source>
<translation>andere GT besitzt ihn</translation></message>
<message><source>another ground truth takes it over</source>
<translation>andere GT übernimmt ihn</translation></message>
<message><source>another ground truth wins the contest</source>
<translation>andere GT gewinnt den Wettstreit</translation></message>
<message><source>another layout fits the ground truth better ({words}): the best scored boxes overlap it by {mean} on the mean, not {own}</source>
<translation>ein anderes Layout passt besser zur Ground Truth ({words}): die Boxen mit den besten Scores überlappen sie im Mittel zu {mean}, nicht {own}</translation></message>
<message><source>another layout fits the ground truth better ({words}): {reasons}</source>
<translation>ein anderes Layout passt besser zur Ground Truth ({words}): {reasons}</translation></message>
<message><source>another recipe: {new}, was {old}</source>
<translation>ein anderes Rezept: {new}, war {old}</translation></message>
<message><source>another shape is most like its ground truth's</source>
<translation>andere Form ist die ähnlichste</translation></message>
<message><source>answer</source>
<translation>Antwort</translation></message>
<message><source>answer, near</source>
<translation>Antwort, nah</translation></message>
<message><source>are only read, never changed or sent anywhere</source>
<translation>werden nur gelesen, nie geändert oder verschickt</translation></message>
<message><source>area</source>
<translation>Fläche</translation></message>
<message><source>area in original px²</source>
<translation>Fläche in Original-px²</translation></message>
<message><source>area left</source>
<translation>übrige Fläche</translation></message>
<message><source>area of the box in original px², COCO's limits</source>
<translation>Fläche der Box in Original-px², Grenzen von COCO</translation></message>
<message><source>as first, the last to claim owning; one under `least` makes no anchor positive, but owns one that is</source>
<translation>wie first, die letzte, die beansprucht, besitzt ihn; eine unter `least` macht keinen Anchor positiv, besitzt aber einen, der es ist</translation></message>
<message><source>as its {topk} best IoUs add up to {value}</source>
<translation>da ihre {topk} besten IoUs {value} ergeben</translation></message>
<message><source>as listed</source>
<translation>wie gelistet</translation></message>
<message><source>as many as it may</source>
<translation>so viele sie darf</translation></message>
<message><source>as no box of its class reaches IoU {reach:.2f}</source>
<translation>da keine Box ihrer Klasse IoU {reach:.2f} erreicht</translation></message>
<message><source>as no box reaches IoU {reach:.2f}</source>
<translation>da keine Box IoU {reach:.2f} erreicht</translation></message>
<message><source>as the library takes them</source>
<translation>wie die Bibliothek sie nimmt</translation></message>
<message><source>as the recipe says</source>
<translation>wie das Rezept sagt</translation></message>
<message><source>as the trainer reports them</source>
<translation>wie der Trainer sie meldet</translation></message>
<message><source>as the trainer took them</source>
<translation>wie der Trainer sie nahm</translation></message>
<message><source>ascending</source>
<translation>aufsteigend</translation></message>
<message><source>at least one holds</source>
<translation>mindestens eines gilt</translation></message>
<message><source>at most so many negatives for each positive, or for one where none is; 0: no limit</source>
<translation>höchstens so viele Negative je Positiv, oder für eines, wo keines ist; 0: keine Grenze</translation></message>
<message><source>at most this share is positive; negatives fill the rest</source>
<translation>höchstens dieser Anteil ist positiv; Negative füllen den Rest</translation></message>
<message><source>at step {step} · {ago}</source>
<translation>bei Schritt {step} · {ago}</translation></message>
<message><source>at x {x:g}, y {y:g}</source>
<translation>bei x {x:g}, y {y:g}</translation></message>
<message><source>b</source>
<translation>b</translation></message>
<message><source>b = {b} on this level.</source>
<translation>b = {b} auf dieser Ebene.</translation></message>
<message><source>background</source>
<translation>Hintergrund</translation></message>
<message><source>background anchors layer</source>
<translation>background anchors layer Hintergrund Schicht</translation></message>
<message><source>background proposals</source>
<translation>Hintergrund-Proposals</translation></message>
<message><source>badly placed</source>
<translation>schlecht platziert</translation></message>
<message><source>balanced L1: slope of hard coordinates</source>
<translation>Balanced L1: Steigung schwerer Koordinaten</translation></message>
<message><source>balanced L1: weight of easy coordinates</source>
<translation>Balanced L1: Gewicht leichter Koordinaten</translation></message>
<message><source>bar faint</source>
<translation>Balken blass</translation></message>
<message><source>base sides rounded to whole px, then scaled</source>
<translation>Grundseiten auf ganze px gerundet, dann skaliert</translation></message>
<message><source>batch here</source>
<translation>Batch hier</translation></message>
<message><source>batch: sides are padded to multiples of this, px</source>
<translation>batch: Seiten werden auf Vielfache davon aufgefüllt, px</translation></message>
<message><source>batch: strides added to a side before it is rounded up</source>
<translation>batch: zu einer Seite addierte Strides, bevor sie aufgerundet wird</translation></message>
<message><source>bce: sigmoid of one logit; softmax: background and object; focal: sigmoid per class; cross_entropy: softmax over classes, background first; yolo: sigmoid of confidence and per class; bce_per_class: sigmoid per class against soft targets; quality_focal: the same, by the error to the power of focal_gamma</source>
<translation>bce: Sigmoid eines Logits; softmax: Hintergrund und Objekt; focal: Sigmoid je Klasse; cross_entropy: Softmax über Klassen, Hintergrund zuerst; yolo: Sigmoid der Konfidenz und je Klasse; bce_per_class: Sigmoid je Klasse gegen weiche Ziele; quality_focal: dasselbe, mit dem Fehler hoch focal_gamma</translation></message>
<message><source>before clipping</source>
<translation>unbeschnitten</translation></message>
<message><source>behind the cut</source>
<translation>hinter dem Schnitt</translation></message>
<message><source>best</source>
<translation>beste</translation></message>
<message><source>best IoU</source>
<translation>beste IoU</translation></message>
<message><source>best IoU of the proposal</source>
<translation>beste IoU des Proposals</translation></message>
<message><source>best IoU with a GT</source>
<translation>beste IoU mit einer GT</translation></message>
<message><source>best IoU with a ground truth</source>
<translation>beste IoU mit einer Ground Truth</translation></message>
<message><source>best IoU with a kept box</source>
<translation>beste IoU mit einer behaltenen Box</translation></message>
<message><source>best IoU with any anchor</source>
<translation>beste IoU mit irgendeinem Anchor</translation></message>
<message><source>best IoU with any anchor compared</source>
<translation>beste IoU mit irgendeinem verglichenen Anchor</translation></message>
<message><source>best IoU with any anchor of A</source>
<translation>beste IoU mit irgendeinem Anchor von A</translation></message>
<message><source>best IoU with any anchor of B</source>
<translation>beste IoU mit irgendeinem Anchor von B</translation></message>
<message><source>best IoU with any decoded box, of any class and score</source>
<translation>beste IoU mit irgendeiner dekodierten Box, gleich welcher Klasse und welchen Scores</translation></message>
<message><source>best IoU with any ground truth</source>
<translation>beste IoU mit irgendeiner Ground Truth</translation></message>
<message><source>best anchors taken</source>
<translation>beste Anchors genommen</translation></message>
<message><source>best for GT {gt}</source>
<translation>bester für GT {gt}</translation></message>
<message><source>best for another GT</source>
<translation>bester für andere GT</translation></message>
<message><source>best for its GT</source>
<translation>bester der GT</translation></message>
<message><source>best of boxes</source>
<translation>beste der Boxen</translation></message>
<message><source>best overlap in A</source>
<translation>beste Überlappung in A</translation></message>
<message><source>best overlap in B</source>
<translation>beste Überlappung in B</translation></message>
<message><source>best overlap with any ground truth</source>
<translation>beste Überlappung mit irgendeiner Ground Truth</translation></message>
<message><source>best shape</source>
<translation>beste Form</translation></message>
<message><source>beta, of the overlap</source>
<translation>beta, der Überlappung</translation></message>
<message><source>beta, the knee of smooth L1</source>
<translation>beta, das Knie von Smooth L1</translation></message>
<message><source>better anchors suggest k-means kmeans recall coverage unmatched low-quality low quality statistics report findings calibration t* lost</source>
<translation>bessere Anchors vorschlagen Abdeckung Statistik Bericht Befunde Kalibrierung verloren kmeans k-means recall coverage low-quality report t*</translation></message>
<message><source>between thresholds crowd anchors layer</source>
<translation>between thresholds crowd anchors layer zwischen Schwellen ignoriert</translation></message>
<message><source>bin by bin, the sides within each</source>
<translation>Bin für Bin, die Seiten in jedem</translation></message>
<message><source>both</source>
<translation>beide</translation></message>
<message><source>both hold</source>
<translation>beide gelten</translation></message>
<message><source>box</source>
<translation>Box</translation></message>
<message><source>box h</source>
<translation>Box h</translation></message>
<message><source>box loss</source>
<translation>Box-Loss</translation></message>
<message><source>box loss, before weight and normaliser; positives only</source>
<translation>Box-Loss, vor Gewicht und Normierung; nur Positive</translation></message>
<message><source>box w</source>
<translation>Box w</translation></message>
<message><source>box x</source>
<translation>Box x</translation></message>
<message><source>box y</source>
<translation>Box y</translation></message>
<message><source>box {said}</source>
<translation>Box {said}</translation></message>
<message><source>boxes</source>
<translation>Boxen</translation></message>
<message><source>boxes an image</source>
<translation>Boxen je Bild</translation></message>
<message><source>boxes are clipped to the picture</source>
<translation>Boxen werden auf das Bild beschnitten</translation></message>
<message><source>boxes are compared in network px, or as fractions of the input: rounding decides ties</source>
<translation>Boxen werden in Netz-px verglichen, oder als Bruchteile der Eingabe: Rundung entscheidet Gleichstände</translation></message>
<message><source>boxes are decoded, clipped and compared by NMS in px; or as fractions of the padded input's sides less one px, far edges one px earlier, and clipped to all of it (Matterport)</source>
<translation>Boxen werden in px dekodiert, beschnitten und von NMS verglichen; oder als Bruchteile der aufgefüllten Eingabe minus ein px, ferne Kanten ein px früher, und auf alles davon beschnitten (Matterport)</translation></message>
<message><source>boxes are written without a class</source>
<translation>Boxen werden ohne Klasse geschrieben</translation></message>
<message><source>boxes at IoU 0.10 to 0.50 with another class alone</source>
<translation>Boxen bei IoU 0.10 bis 0.50 nur mit einer anderen Klasse</translation></message>
<message><source>boxes at IoU 0.50 with a ground truth of another class</source>
<translation>Boxen bei IoU 0.50 mit einer Ground Truth anderer Klasse</translation></message>
<message><source>boxes decoded here are not that network's</source>
<translation>hier dekodierte Boxen sind nicht die jenes Netzes</translation></message>
<message><source>boxes found</source>
<translation>gefundene Boxen</translation></message>
<message><source>boxes go back by the two sizes alone, or by scale and half rest</source>
<translation>Boxen kehren nur nach den zwei Größen zurück, oder nach Maßstab und halbem Rest</translation></message>
<message><source>boxes going back are clipped to the original picture</source>
<translation>zurückkehrende Boxen werden auf das Originalbild beschnitten</translation></message>
<message numerus="yes"><source>boxes in {n} images</source>
<translation><numerusform>Boxen in {n} Bild</numerusform><numerusform>Boxen in {n} Bildern</numerusform></translation></message>
<message><source>boxes kept in the end</source>
<translation>am Ende behaltene Boxen</translation></message>
<message><source>boxes leave the picture of {w} x {h} px, but would fit {h} x {w} px: is it turned?</source>
<translation>Boxen verlassen das Bild von {w} x {h} px, passten aber in {h} x {w} px: Ist es gedreht?</translation></message>
<message><source>boxes marked as crowds or to be ignored</source>
<translation>Boxen, als Crowd oder zu ignorieren markiert</translation></message>
<message><source>boxes of the right class at IoU 0.10 to 0.50</source>
<translation>Boxen der richtigen Klasse bei IoU 0.10 bis 0.50</translation></message>
<message><source>boxes of this ground truth left at each stage; near: IoU 0.50, and no other is nearer; the bar is the share of the stage before. A click on a stage lists the boxes lost there, another one all again</source>
<translation>Boxen dieser Ground Truth, die an jeder Stufe übrig sind; nah: IoU 0.50, und keine andere ist näher; der Balken ist der Anteil an der Stufe davor. Ein Klick auf eine Stufe listet die dort verlorenen Boxen, ein weiterer wieder alle</translation></message>
<message><source>boxes of which group suppress each other</source>
<translation>Boxen welcher Gruppe einander unterdrücken</translation></message>
<message><source>boxes of whole px: scaled like others, or cut to whole network px (detectron2's loader of COCO JSON)</source>
<translation>Boxen aus ganzen px: skaliert wie andere, oder auf ganze Netz-px abgeschnitten (Lader von detectron2 für COCO-JSON)</translation></message>
<message><source>boxes on another of the same class, IoU {most:g} or more</source>
<translation>Boxen auf einer anderen derselben Klasse, IoU {most:g} oder mehr</translation></message>
<message><source>boxes per picture</source>
<translation>Boxen je Bild</translation></message>
<message><source>boxes that fit their picture only if read as corners instead of sizes, or the other way round</source>
<translation>Boxen, die nur als Ecken statt Größen gelesen in ihr Bild passen, oder umgekehrt</translation></message>
<message><source>boxes that leave their picture by more than {most:g} px</source>
<translation>Boxen, die ihr Bild um mehr als {most:g} px verlassen</translation></message>
<message><source>boxes that overlap nothing by 0.10</source>
<translation>Boxen, die nichts mit 0.10 überlappen</translation></message>
<message><source>boxes that tell of corners counted from 0 instead of 1, or the other way round</source>
<translation>Boxen, die für ab 0 statt ab 1 gezählte Ecken sprechen, oder umgekehrt</translation></message>
<message><source>boxes under {most:g} px at the shorter side</source>
<translation>Boxen unter {most:g} px an der kürzeren Seite</translation></message>
<message><source>boxes, x, y, w, h in network px</source>
<translation>Boxen, x, y, w, h in Netz-px</translation></message>
<message><source>boxes, x, y, w, h over the input's sides</source>
<translation>Boxen, x, y, w, h über den Seiten der Eingabe</translation></message>
<message><source>boxes, x, y, w, h over the padded input's sides, instead of deltas</source>
<translation>Boxen, x, y, w, h über den Seiten der aufgefüllten Eingabe, statt Deltas</translation></message>
<message><source>boxes, x, y, w, h over the picture's sides, instead of deltas</source>
<translation>Boxen, x, y, w, h über den Seiten des Bildes, statt Deltas</translation></message>
<message><source>boxes, x1, y1, x2, y2 in network px</source>
<translation>Boxen, x1, y1, x2, y2 in Netz-px</translation></message>
<message><source>boxes, x1, y1, x2, y2 in network px, instead of deltas</source>
<translation>Boxen, x1, y1, x2, y2 in Netz-px, statt Deltas</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the input's sides</source>
<translation>Boxen, x1, y1, x2, y2 über den Seiten der Eingabe</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the padded input's sides, instead of deltas</source>
<translation>Boxen, x1, y1, x2, y2 über den Seiten der aufgefüllten Eingabe, statt Deltas</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the picture's sides, instead of deltas</source>
<translation>Boxen, x1, y1, x2, y2 über den Seiten des Bildes, statt Deltas</translation></message>
<message><source>boxes.unit = "fraction", but the {n} decoded boxes reach to {most:.4g} as a rule: they seem to be in px, unit = "px"</source>
<translation>boxes.unit = "fraction", aber die {n} dekodierten Boxen reichen meist bis {most:.4g}: wohl px, unit = "px"</translation></message>
<message><source>boxes.unit = "px", but no number of the {n} decoded boxes is beyond {most:.3g}: they seem to be fractions, unit = "fraction"</source>
<translation>boxes.unit = "px", aber keine Zahl der {n} dekodierten Boxen geht über {most:.3g}: wohl Bruchteile, unit = "fraction"</translation></message>
<message><source>but none did</source>
<translation>aber keine nahm ihn</translation></message>
<message><source>by IoU alone</source>
<translation>allein nach IoU</translation></message>
<message><source>by a low score</source>
<translation>durch niedrigen Score</translation></message>
<message><source>by a top-k</source>
<translation>durch ein Top-k</translation></message>
<message><source>by each ground truth's own threshold of IoU, among the anchors nearest to its centre (ATSS)</source>
<translation>nach der eigenen IoU-Schwelle jeder Ground Truth, unter den ihrer Mitte nächsten Anchors (ATSS)</translation></message>
<message><source>by geometry alone</source>
<translation>allein nach Geometrie</translation></message>
<message><source>by geometry alone: no prediction is known that would rank them</source>
<translation>allein nach Geometrie: Keine Vorhersage ist bekannt, die sie ordnete</translation></message>
<message><source>by score; or class by class, where boxes of the lowest score kept all stay</source>
<translation>nach Score; oder Klasse für Klasse, wobei Boxen des niedrigsten Scores alle bleiben</translation></message>
<message><source>by suppression</source>
<translation>durch Unterdrückung</translation></message>
<message><source>by the ratios of sides, in the cell of the centre and up to two beside it (YOLOv5)</source>
<translation>nach den Seitenverhältnissen, in der Zelle der Mitte und bis zu zwei daneben (YOLOv5)</translation></message>
<message><source>by this one · p {score:.3f} · IoU {overlap:.4f}</source>
<translation>von diesem · p {score:.3f} · IoU {overlap:.4f}</translation></message>
<message><source>by which the sides of the most similar anchor differ from its own, the worse of both</source>
<translation>worin sich die Seiten des ähnlichsten Anchors von den eigenen unterscheiden, die schlechtere von beiden</translation></message>
<message><source>by {library}</source>
<translation>nach {library}</translation></message>
<message><source>by {n}</source>
<translation>von {n}</translation></message>
<message><source>by {n}, {iou}</source>
<translation>von {n}, {iou}</translation></message>
<message><source>by {what}</source>
<translation>nach {what}</translation></message>
<message><source>c_p is the cost of the place: {what}.</source>
<translation>c_p sind die Kosten des Orts: {what}.</translation></message>
<message><source>came with {keys}</source>
<translation>kam mit {keys}</translation></message>
<message><source>candidate {n} of stage {stage}: its raw outputs are not all numbers, and a trainer's loss would be NaN</source>
<translation>Kandidat {n} der Stufe {stage}: seine Rohausgaben sind nicht alle Zahlen, und der Loss eines Trainers wäre NaN</translation></message>
<message><source>candidate_of &gt;= 1 and label == negative</source>
<translation>candidate_of &gt;= 1 and label == negative</translation></message>
<message><source>candidates</source>
<translation>Kandidaten</translation></message>
<message><source>candidates it took, before contests</source>
<translation>genommene Kandidaten, vor Wettstreit</translation></message>
<message><source>candidates of another ground truth too</source>
<translation>Kandidaten auch einer anderen Ground Truth</translation></message>
<message><source>candidates of each level: the anchors nearest to the ground truth's centre</source>
<translation>Kandidaten jeder Ebene: die der Mitte der Ground Truth nächsten Anchors</translation></message>
<message><source>candidates that are another ground truth's too</source>
<translation>Kandidaten, die auch einer anderen Ground Truth gehören</translation></message>
<message><source>candidates that enter NMS: per level, per class, or overall</source>
<translation>Kandidaten für NMS: je Ebene, je Klasse oder insgesamt</translation></message>
<message><source>candidates that only a prediction could decide about</source>
<translation>Kandidaten, über die nur eine Vorhersage entschiede</translation></message>
<message><source>cannot be decoded: {why}</source>
<translation>ist nicht zu dekodieren: {why}</translation></message>
<message><source>cannot be opened: {why}</source>
<translation>ist nicht zu öffnen: {why}</translation></message>
<message><source>cannot be read: {why}</source>
<translation>ist nicht zu lesen: {why}</translation></message>
<message><source>cannot be written: {why}</source>
<translation>ist nicht zu schreiben: {why}</translation></message>
<message><source>cause</source>
<translation>Ursache</translation></message>
<message><source>cell x, y</source>
<translation>Zelle x, y</translation></message>
<message><source>cells beyond the picture's own padded size, in a batch</source>
<translation>Zellen jenseits der eigenen aufgefüllten Größe des Bildes, in einem Batch</translation></message>
<message><source>cells by which a prediction's centre may lie beyond its own cell</source>
<translation>Zellen, um die die Mitte einer Vorhersage jenseits ihrer Zelle liegen darf</translation></message>
<message><source>cells column by column</source>
<translation>Zellen Spalte für Spalte</translation></message>
<message><source>centre in strides from the cell's corner, exp of the sides in strides (YOLOX)</source>
<translation>Mitte in Strides von der Zellecke, exp der Seiten in Strides (YOLOX)</translation></message>
<message><source>centre outside</source>
<translation>Mitte außerhalb</translation></message>
<message><source>centre shift in anchor sides</source>
<translation>Mittenverschiebung in Anchor-Seiten</translation></message>
<message><source>centre, px</source>
<translation>Mitte, px</translation></message>
<message><source>centre, width and height are cut to the input, each by itself</source>
<translation>Mitte, Breite und Höhe werden auf die Eingabe beschnitten, jede für sich</translation></message>
<message><source>centreness</source>
<translation>Zentriertheit</translation></message>
<message><source>change</source>
<translation>Änderung</translation></message>
<message><source>changed</source>
<translation>geändert</translation></message>
<message><source>changed, of {anchors:,}</source>
<translation>geändert, von {anchors:,}</translation></message>
<message><source>changed, of {compared:,}</source>
<translation>geändert, von {compared:,}</translation></message>
<message><source>charts graphs histogram iou loss residual t* level</source>
<translation>charts graphs histogram Diagramme Histogramm iou loss residual t* level</translation></message>
<message><source>cheapest</source>
<translation>billigsten</translation></message>
<message><source>chosen by {words}; a click leaves the choice out</source>
<translation>gewählt durch {words}; ein Klick lässt die Wahl weg</translation></message>
<message><source>class</source>
<translation>Klasse</translation></message>
<message><source>class cost</source>
<translation>Klassenkosten</translation></message>
<message><source>class names in the outputs' file: {names}, columns of its outputs: {columns}; the names are left out</source>
<translation>Klassennamen in der Datei der Ausgaben: {names}, Spalten ihrer Ausgaben: {columns}; die Namen bleiben weg</translation></message>
<message><source>class {number}</source>
<translation>Klasse {number}</translation></message>
<message><source>class {number} (from 0)</source>
<translation>Klasse {number} (ab 0)</translation></message>
<message><source>class {number}, {name}, has no box</source>
<translation>Klasse {number}, {name}, hat keine Box</translation></message>
<message><source>class, score</source>
<translation>Klasse, Score</translation></message>
<message><source>classes are paired by name: the outputs number theirs otherwise than the dataset</source>
<translation>Klassen sind nach Namen gepaart: Die Ausgaben nummerieren ihre anders als der Datensatz</translation></message>
<message><source>classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here has no name</source>
<translation>Klassen sind die Nummern des Trainers, die Spalten der Ausgaben, nicht die des Datensatzes; eine Spalte ohne Ground Truth hier hat keinen Namen</translation></message>
<message><source>classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here is called as the outputs' file calls it</source>
<translation>Klassen sind die Nummern des Trainers, die Spalten der Ausgaben, nicht die des Datensatzes; eine Spalte ohne Ground Truth hier heißt wie in der Datei der Ausgaben</translation></message>
<message><source>classes that no box has</source>
<translation>Klassen, die keine Box hat</translation></message>
<message><source>clear: {words}, recall {recall}, mean IoU {mean}, separation {apart}</source>
<translation>klar: {words}, Recall {recall}, mittlere IoU {mean}, Trennung {apart}</translation></message>
<message><source>clear: {words}: the best scored boxes overlap {mean}</source>
<translation>klar: {words}: die Boxen mit den besten Scores überlappen zu {mean}</translation></message>
<message><source>clear: {words}: the best scored boxes overlap {mean}, not {own}</source>
<translation>klar: {words}: die Boxen mit den besten Scores überlappen zu {mean}, nicht {own}</translation></message>
<message><source>clip and size filter come before the top-k, not after</source>
<translation>Beschneiden und Größenfilter kommen vor dem Top-k, nicht danach</translation></message>
<message><source>column k is taken for class k</source>
<translation>Spalte k gilt als Klasse k</translation></message>
<message><source>column {surest} is the surest on the background: wanted in column 0</source>
<translation>Spalte {surest} ist auf dem Hintergrund am sichersten: erwartet wird Spalte 0</translation></message>
<message><source>compared from step {step}: drag it to another</source>
<translation>verglichen ab Schritt {step}: auf einen anderen ziehen</translation></message>
<message><source>comparing</source>
<translation>vergleicht</translation></message>
<message><source>comparing, {done} of {total}</source>
<translation>vergleicht, {done} von {total}</translation></message>
<message><source>computing…</source>
<translation>rechne…</translation></message>
<message><source>confidence objectness less</source>
<translation>confidence objectness less weniger Konfidenz</translation></message>
<message><source>confidence objectness more</source>
<translation>confidence objectness more mehr Konfidenz</translation></message>
<message><source>coordinate</source>
<translation>Koordinate</translation></message>
<message><source>coordinates in the order dh, dw, dy, dx</source>
<translation>Koordinaten in der Reihenfolge dh, dw, dy, dx</translation></message>
<message><source>coordinates in the order dw, dh, dx, dy</source>
<translation>Koordinaten in der Reihenfolge dw, dh, dx, dy</translation></message>
<message><source>coordinates in the order dx, dy, dw, dh</source>
<translation>Koordinaten in der Reihenfolge dx, dy, dw, dh</translation></message>
<message><source>coordinates in the order dy, dx, dh, dw</source>
<translation>Koordinaten in der Reihenfolge dy, dx, dh, dw</translation></message>
<message><source>coordinates whose t* is exactly 0 are left out</source>
<translation>Koordinaten, deren t* genau 0 ist, fallen weg</translation></message>
<message><source>copies from what has the keyboard</source>
<translation>kopiert aus dem, was die Tastatur hat</translation></message>
<message><source>corners coded one by one, (x1 - x1 of the anchor) / its width and so on</source>
<translation>Ecken einzeln kodiert, (x1 - x1 des Anchors) / seine Breite und so weiter</translation></message>
<message><source>corners rounded to whole px</source>
<translation>Ecken auf ganze px gerundet</translation></message>
<message><source>cost</source>
<translation>Kosten</translation></message>
<message><source>count what is missing, from where it was stopped</source>
<translation>zählen, was fehlt, ab wo angehalten wurde</translation></message>
<message><source>counted by version {old} of the program, now {new}</source>
<translation>gezählt von Version {old} des Programms, jetzt {new}</translation></message>
<message><source>counting</source>
<translation>zähle</translation></message>
<message><source>counts</source>
<translation>zählt</translation></message>
<message><source>crossed own threshold</source>
<translation>kreuzte Schwelle</translation></message>
<message><source>crossed the cut</source>
<translation>kreuzte den Schnitt</translation></message>
<message><source>crossed the ratio</source>
<translation>kreuzte Verhältnis</translation></message>
<message><source>crossed {negative:.2f}</source>
<translation>kreuzte {negative:.2f}</translation></message>
<message><source>crossed {positive:.2f}</source>
<translation>kreuzte {positive:.2f}</translation></message>
<message><source>crowd</source>
<translation>Crowd</translation></message>
<message><source>crowd, difficult or ignored</source>
<translation>Crowd, schwierig oder ignoriert</translation></message>
<message><source>cursor</source>
<translation>Zeiger</translation></message>
<message><source>cut</source>
<translation>Schnitt</translation></message>
<message><source>cut by top-k</source>
<translation>von Top-k abgeschnitten</translation></message>
<message><source>cut {value}</source>
<translation>Schnitt {value}</translation></message>
<message><source>cut: {taken} of {every}, {why}, {how} a {what} of {value}</source>
<translation>Schnitt: {taken} von {every}, {why}, {how} {what} {value}</translation></message>
<message><source>d</source>
<translation>d</translation></message>
<message><source>d = t − t*</source>
<translation>d = t − t*</translation></message>
<message numerus="yes"><source>d {d}: R {r}, {n} residuals near it</source>
<translation><numerusform>d {d}: R {r}, {n} Residuum nahebei</numerusform><numerusform>d {d}: R {r}, {n} Residuen nahebei</numerusform></translation></message>
<message><source>dataset A</source>
<translation>Datensatz A</translation></message>
<message><source>dataset B</source>
<translation>Datensatz B</translation></message>
<message><source>datasets with boxes of whole px, which detectron2's loader cuts to whole network px</source>
<translation>Datensätze mit Boxen aus ganzen px, die der Lader von detectron2 auf ganze Netz-px abschneidet</translation></message>
<message><source>decoded boxes delta regression layer</source>
<translation>decoded boxes delta regression layer dekodierte Boxen Schicht</translation></message>
<message><source>degenerate</source>
<translation>entartet</translation></message>
<message><source>deltas bear weights {weights} (deviations {deviations})</source>
<translation>Deltas tragen Gewichte {weights} (Abweichungen {deviations})</translation></message>
<message><source>deltas explain {found} of t*, not {own}</source>
<translation>Deltas erklären {found} von t*, nicht {own}</translation></message>
<message><source>deltas lie as {order}</source>
<translation>Deltas liegen als {order}</translation></message>
<message><source>demo's model</source>
<translation>Demo-Modell</translation></message>
<message><source>descending</source>
<translation>absteigend</translation></message>
<message><source>deselect unselect escape</source>
<translation>deselect unselect escape abwählen</translation></message>
<message><source>detection {n}</source>
<translation>Detektion {n}</translation></message>
<message><source>detections</source>
<translation>Detektionen</translation></message>
<message><source>detections a picture</source>
<translation>Detektionen je Bild</translation></message>
<message><source>detections; of the missed, ground truths</source>
<translation>Detektionen; bei Verfehlten Ground Truths</translation></message>
<message><source>diff difference two models</source>
<translation>diff difference two models Unterschied zwei Modelle</translation></message>
<message><source>differences of corners in anchor sides</source>
<translation>Differenzen der Ecken in Anchor-Seiten</translation></message>
<message><source>difficult</source>
<translation>schwierig</translation></message>
<message><source>distance</source>
<translation>Entfernung</translation></message>
<message><source>distance length size</source>
<translation>distance length size Entfernung Länge Größe</translation></message>
<message><source>distances from a point to the four sides of its box (FCOS, RTMDet, YOLOv8 to YOLO26)</source>
<translation>Entfernungen von einem Punkt zu den vier Seiten seiner Box (FCOS, RTMDet, YOLOv8 bis YOLO26)</translation></message>
<message><source>distances l, t, r, b in px</source>
<translation>Abstände l, t, r, b in px</translation></message>
<message><source>distances l, t, r, b in strides</source>
<translation>Abstände l, t, r, b in Strides</translation></message>
<message><source>distribution</source>
<translation>Verteilung</translation></message>
<message><source>distribution focal loss of the side</source>
<translation>Distribution Focal Loss der Seite</translation></message>
<message><source>divided by the normaliser of its sum</source>
<translation>geteilt durch die Normierung ihrer Summe</translation></message>
<message><source>doctor misfit channels order wrong predictions fit</source>
<translation>doctor misfit channels order wrong predictions fit Kanäle Reihenfolge falsch passen</translation></message>
<message><source>does not exist, wanted {wanted}</source>
<translation>gibt es nicht, erwartet: {wanted}</translation></message>
<message><source>does not fit into the memory</source>
<translation>passt nicht in den Speicher</translation></message>
<message><source>double click or Enter: look at it</source>
<translation>Doppelklick oder Enter: ansehen</translation></message>
<message><source>doubtful: the best scored boxes overlap the {count} ground truths by {mean} on the mean; an untrained network fits no reading</source>
<translation>zweifelhaft: die Boxen mit den besten Scores überlappen die {count} Ground Truths im Mittel zu {mean}; zu einem untrainierten Netz passt keine Lesart</translation></message>
<message><source>doubtful: {doubt}</source>
<translation>zweifelhaft: {doubt}</translation></message>
<message><source>doubtful: {words}, or {others}; more pictures tell more</source>
<translation>zweifelhaft: {words}, oder {others}; mehr Bilder sagen mehr</translation></message>
<message><source>down to</source>
<translation>bis hinab zu</translation></message>
<message><source>drag over the picture; without this, drag with Shift</source>
<translation>über das Bild ziehen; ohne dies mit Umschalt ziehen</translation></message>
<message><source>drag, or ← and →, to show more of A or of B</source>
<translation>ziehen, oder ← und →, um mehr von A oder B zu zeigen</translation></message>
<message><source>drawn of {n} foreground</source>
<translation>gezogen aus {n} Vordergrund</translation></message>
<message><source>duplicate</source>
<translation>Duplikat</translation></message>
<message><source>d{}</source>
<translation>d{}</translation></message>
<message><source>each class of an anchor, or the best one alone</source>
<translation>jede Klasse eines Anchors oder nur die beste</translation></message>
<message><source>each ground truth's best anchor in such cells is positive, the first of those that tie for it</source>
<translation>der beste Anchor jeder Ground Truth in solchen Zellen ist positiv, bei Gleichstand der erste</translation></message>
<message><source>each ground truth's best anchor is positive too, the first of those that tie for it</source>
<translation>auch der beste Anchor jeder Ground Truth ist positiv, bei Gleichstand der erste</translation></message>
<message><source>each ground truth's best anchors are positive too, every one that ties for it</source>
<translation>auch die besten Anchors jeder Ground Truth sind positiv, bei Gleichstand alle</translation></message>
<message><source>each ground truth's best anchors in such cells are positive, every one that ties for it</source>
<translation>die besten Anchors jeder Ground Truth in solchen Zellen sind positiv, bei Gleichstand alle</translation></message>
<message><source>each level's number of anchors, boxes and classes by its number of pairs</source>
<translation>Zahl der Anchors, Boxen und Klassen jeder Ebene durch ihre Zahl der Paare</translation></message>
<message><source>edge, network px, clipped</source>
<translation>Kante, Netz-px, beschnitten</translation></message>
<message><source>edges, network px</source>
<translation>Kanten, Netz-px</translation></message>
<message><source>empty</source>
<translation>leer</translation></message>
<message><source>end_</source>
<translation>end_</translation></message>
<message><source>ends 1 px before the edge of {picture}, and no box ends at it: is the last pixel meant to be in?</source>
<translation>endet 1 px vor dem Rand des Bilds ({picture}), und keine Box endet an ihm: Soll das letzte Pixel dabei sein?</translation></message>
<message><source>ends before it starts; as x, y, width, height {x:g}, {y:g}, {w:g}, {h:g} it would fit {picture}; or are its corners exchanged?</source>
<translation>endet, bevor sie beginnt; als x, y, Breite, Höhe {x:g}, {y:g}, {w:g}, {h:g} passte sie ({picture}); oder sind die Ecken vertauscht?</translation></message>
<message><source>enlarged or kept and padded all around, with boxes that follow as masks (Matterport's Mask R-CNN)</source>
<translation>vergrößert oder belassen und ringsum aufgefüllt, mit Boxen, die als Masken folgen (Mask R-CNN von Matterport)</translation></message>
<message><source>enough candidates</source>
<translation>genug Kandidaten</translation></message>
<message><source>error</source>
<translation>Fehler</translation></message>
<message><source>evaluating</source>
<translation>werte aus</translation></message>
<message><source>every anchor of the picture by its label, whatever the layers draw and the filter lets through</source>
<translation>jeder Anchor des Bildes nach seinem Label, was auch die Schichten zeichnen und der Filter durchlässt</translation></message>
<message><source>every anchor that is not ignored</source>
<translation>jeder Anchor, der nicht ignoriert ist</translation></message>
<message><source>every anchor ties at IoU 0 and becomes positive</source>
<translation>jeder Anchor steht gleich bei IoU 0 und wird positiv</translation></message>
<message><source>every anchor ties at IoU 0, and is negative again for being below the threshold</source>
<translation>jeder Anchor steht gleich bei IoU 0 und ist unter der Schwelle wieder negativ</translation></message>
<message><source>every anchor ties at IoU 0, and the very first becomes positive</source>
<translation>jeder Anchor steht gleich bei IoU 0, und der allererste wird positiv</translation></message>
<message><source>every box is of a class that the dataset does not have</source>
<translation>jede Box ist von einer Klasse, die der Datensatz nicht hat</translation></message>
<message><source>every box layer dense</source>
<translation>every box layer dense jede Box Schicht dicht</translation></message>
<message><source>every field of this stage that differs, at once</source>
<translation>jedes abweichende Feld dieser Stufe, auf einmal</translation></message>
<message><source>every proposal of this stage by its label, and any ground truths among them</source>
<translation>jedes Proposal dieser Stufe nach seinem Label, und etwaige Ground Truths darunter</translation></message>
<message numerus="yes"><source>every {n} steps</source>
<translation><numerusform>jeden {n}. Schritt</numerusform><numerusform>alle {n} Schritte</numerusform></translation></message>
<message><source>example sample start</source>
<translation>example sample start Beispiel Anfang</translation></message>
<message><source>exit close leave</source>
<translation>exit close leave beenden schließen</translation></message>
<message><source>exp(−cost)</source>
<translation>exp(−cost)</translation></message>
<message><source>expected over samples</source>
<translation>erwartet über Stichproben</translation></message>
<message><source>expected {value}</source>
<translation>erwartet {value}</translation></message>
<message><source>exponent of the overlap</source>
<translation>Exponent der Überlappung</translation></message>
<message><source>exponent of the score</source>
<translation>Exponent des Scores</translation></message>
<message><source>factor of each class, of cross_entropy the background's first; none: 1 each</source>
<translation>Faktor jeder Klasse, bei cross_entropy der des Hintergrunds zuerst; keiner: je 1</translation></message>
<message><source>factor of that loss</source>
<translation>Faktor dieses Loss</translation></message>
<message><source>factor of the IoU cost</source>
<translation>Faktor der IoU-Kosten</translation></message>
<message><source>factor of the box loss (lambda)</source>
<translation>Faktor des Box-Loss (lambda)</translation></message>
<message><source>factor of the class cost</source>
<translation>Faktor der Klassenkosten</translation></message>
<message><source>factor of the cross entropy of an output `centreness`; 0: the network has no such output</source>
<translation>Faktor der Kreuzentropie einer Ausgabe `centreness`; 0: Das Netz hat keine</translation></message>
<message><source>factor of the objectness or class loss</source>
<translation>Faktor des Objectness- oder Klassen-Loss</translation></message>
<message><source>factor of the positives in the objectness loss</source>
<translation>Faktor der Positiven im Objectness-Loss</translation></message>
<message><source>factor of the smooth L1 of an output `landmarks`, coded as centres are and divided by the positives whose face has some; 0: the network has no such output</source>
<translation>Faktor des Smooth L1 einer Ausgabe `landmarks`, kodiert wie Mitten und geteilt durch die Positiven, deren Gesicht welche hat; 0: Das Netz hat keine</translation></message>
<message><source>factors of t, in that order</source>
<translation>Faktoren von t, in dieser Reihenfolge</translation></message>
<message><source>fate</source>
<translation>Verbleib</translation></message>
<message><source>fate in A</source>
<translation>Verbleib in A</translation></message>
<message><source>fate in B</source>
<translation>Verbleib in B</translation></message>
<message><source>fate suppressed kept nms top-k too small low score cut steps</source>
<translation>fate suppressed kept nms top-k too small low score cut steps Verbleib unterdrückt behalten</translation></message>
<message><source>feature level</source>
<translation>feature level Ebene</translation></message>
<message><source>feature maps of {found} cells do not fit an input of {w} x {h} px</source>
<translation>Feature-Maps von {found} Zellen passen nicht zu einer Eingabe von {w} x {h} px</translation></message>
<message><source>feature side = side / nominal stride, rounded so</source>
<translation>Feature-Seite = Seite / nominaler Stride, so gerundet</translation></message>
<message><source>few</source>
<translation>wenige</translation></message>
<message><source>few candidates</source>
<translation>wenige Kandidaten</translation></message>
<message><source>field</source>
<translation>Feld</translation></message>
<message><source>file</source>
<translation>Datei</translation></message>
<message><source>files beside the dataset that look like annotations and were not read</source>
<translation>Dateien neben dem Datensatz, die wie Annotationen aussehen und nicht gelesen wurden</translation></message>
<message><source>fill plain</source>
<translation>füllen</translation></message>
<message><source>fill prediction</source>
<translation>Vorhersage füllen</translation></message>
<message><source>final cut</source>
<translation>letzter Schnitt</translation></message>
<message><source>final detections</source>
<translation>endgültige Detektionen</translation></message>
<message><source>find and run any command (Ctrl+K)</source>
<translation>jeden Befehl suchen und ausführen (Strg+K)</translation></message>
<message><source>first</source>
<translation>erste</translation></message>
<message><source>first centre (x, y) px of each level, instead of offset; empty: offset</source>
<translation>erste Mitte (x, y) px jeder Ebene statt offset; leer: offset</translation></message>
<message><source>first centre, in base boxes</source>
<translation>erste Mitte, in Grundboxen</translation></message>
<message><source>first centre, in strides</source>
<translation>erste Mitte, in Strides</translation></message>
<message><source>fit</source>
<translation>Passung</translation></message>
<message><source>fits none: {name}</source>
<translation>passt zu keinem: {name}</translation></message>
<message><source>flat index</source>
<translation>flacher Index</translation></message>
<message><source>flat index in A</source>
<translation>flacher Index in A</translation></message>
<message><source>flat index in the recipe's order</source>
<translation>flacher Index in der Reihenfolge des Rezepts</translation></message>
<message><source>float dock undock detach rearrange</source>
<translation>float dock undock detach rearrange andocken lösen umordnen</translation></message>
<message><source>float | None</source>
<translation>float | None</translation></message>
<message><source>floor(padded side / feature side) per axis, the exact quotient, or the nominal stride</source>
<translation>floor(aufgefüllte Seite / Feature-Seite) je Achse, der genaue Quotient oder der nominale Stride</translation></message>
<message><source>focal: how much easy answers are damped</source>
<translation>focal: wie sehr leichte Antworten gedämpft sind</translation></message>
<message><source>focal: targets are drawn so far towards one half</source>
<translation>focal: so weit werden Ziele zur Hälfte gezogen</translation></message>
<message><source>focal: weight of the right class; the others have 1 - alpha</source>
<translation>focal: Gewicht der richtigen Klasse; die anderen haben 1 - alpha</translation></message>
<message><source>for want of a positive anchor</source>
<translation>mangels positivem Anchor</translation></message>
<message><source>for {n}</source>
<translation>für {n}</translation></message>
<message><source>foreground</source>
<translation>Vordergrund</translation></message>
<message><source>foreground matched low-quality low quality anchors layer</source>
<translation>foreground matched low-quality anchors layer Vordergrund Schicht</translation></message>
<message><source>foreground proposals</source>
<translation>Vordergrund-Proposals</translation></message>
<message><source>foreground, background or ignored</source>
<translation>Vordergrund, Hintergrund oder ignoriert</translation></message>
<message><source>formula equation t* target delta encode decode smooth l1 beta lambda loss iou nms help documentation</source>
<translation>formula equation Formel Gleichung t* target delta encode decode smooth l1 beta lambda loss iou nms Hilfe Dokumentation</translation></message>
<message><source>found</source>
<translation>gefunden</translation></message>
<message><source>found, of {judged} judged by the predictions</source>
<translation>gefunden, von {judged} durch die Vorhersagen beurteilten</translation></message>
<message><source>four numbers for each class, the background's unused among them; for each class; or for all</source>
<translation>vier Zahlen je Klasse, darunter die ungenutzten des Hintergrunds; je Klasse; oder für alle</translation></message>
<message><source>fourth</source>
<translation>vierte</translation></message>
<message><source>fractions of the input</source>
<translation>Anteile der Eingabe</translation></message>
<message><source>from class scores and boxes to detections</source>
<translation>von Klassen-Scores und Boxen zu Detektionen</translation></message>
<message><source>from decoded boxes to proposals or detections</source>
<translation>von dekodierten Boxen zu Proposals oder Detektionen</translation></message>
<message><source>from x {x1:.0f} to {x2:.0f} and y {y1:.0f} to {y2:.0f} px</source>
<translation>von x {x1:.0f} bis {x2:.0f} und y {y1:.0f} bis {y2:.0f} px</translation></message>
<message><source>given by contest</source>
<translation>durch Wettstreit vergeben</translation></message>
<message><source>gives each panel a title, to drag it elsewhere, out of the window, or close it</source>
<translation>gibt jedem Panel einen Titel, um es anderswohin oder aus dem Fenster zu ziehen oder zu schließen</translation></message>
<message><source>glossary</source>
<translation>Glossar</translation></message>
<message><source>go to the newest step and follow on (Shift+End)</source>
<translation>zum neuesten Schritt gehen und weiter folgen (Umschalt+Ende)</translation></message>
<message><source>ground truth</source>
<translation>Ground Truth</translation></message>
<message><source>ground truth in B</source>
<translation>Ground Truth in B</translation></message>
<message><source>ground truth that joins</source>
<translation>Ground Truth, die dazukommt</translation></message>
<message><source>ground truth {number}</source>
<translation>Ground Truth {number}</translation></message>
<message><source>ground truth {number} ({name})</source>
<translation>Ground Truth {number} ({name})</translation></message>
<message><source>ground truth {number} ({name}) at {corners}</source>
<translation>Ground Truth {number} ({name}) bei {corners}</translation></message>
<message><source>ground truth {n}</source>
<translation>Ground Truth {n}</translation></message>
<message><source>ground truth {n} is of {kind}, but the outputs have {columns}: no loss</source>
<translation>Ground Truth {n} ist von {kind}, aber die Ausgaben haben {columns}: kein Loss</translation></message>
<message><source>ground truth, counted from 1</source>
<translation>Ground Truth, ab 1 gezählt</translation></message>
<message><source>ground truths</source>
<translation>Ground Truths</translation></message>
<message><source>ground truths are called as the outputs call them</source>
<translation>Ground Truths heißen wie in den Ausgaben</translation></message>
<message><source>ground truths are clipped to the resized picture</source>
<translation>Ground Truths werden auf das skalierte Bild beschnitten</translation></message>
<message><source>ground truths found</source>
<translation>gefundene Ground Truths</translation></message>
<message><source>ground truths marked crowd: dropped by the loader, used, or ignoring the anchors in them</source>
<translation>Crowd-Ground-Truths: vom Lader verworfen, verwendet, oder die Anchors darin ignorierend</translation></message>
<message><source>ground truths marked difficult, likewise</source>
<translation>schwierige Ground Truths, ebenso</translation></message>
<message><source>ground truths reached</source>
<translation>erreichte Ground Truths</translation></message>
<message><source>ground truths without a box, and behind no class or localisation error</source>
<translation>Ground Truths ohne Box, auch nicht hinter einem Klassen- oder Lokalisierungsfehler</translation></message>
<message><source>ground truths without any side left are dropped</source>
<translation>Ground Truths, denen keine Seite bleibt, werden verworfen</translation></message>
<message numerus="yes"><source>ground truths {list}</source>
<translation><numerusform>Ground Truth {list}</numerusform><numerusform>Ground Truths {list}</numerusform></translation></message>
<message><source>gt</source>
<translation>gt</translation></message>
<message><source>gt truth object boxes annotations class layer</source>
<translation>gt truth object boxes annotations class layer Objekt Boxen Annotationen Klasse</translation></message>
<message><source>h</source>
<translation>h</translation></message>
<message><source>h, px</source>
<translation>h, px</translation></message>
<message><source>half of the rest before the picture, or none</source>
<translation>halber Rest vor dem Bild oder keiner</translation></message>
<message><source>has annotations without the images they are of: it is not all of COCO</source>
<translation>hat Annotationen ohne ihre Bilder, ist also kein ganzes COCO</translation></message>
<message><source>has its centre beyond the picture</source>
<translation>hat seine Mitte jenseits des Bildes</translation></message>
<message><source>has no box</source>
<translation>hat keine Box</translation></message>
<message><source>has no width or no height</source>
<translation>hat keine Breite oder keine Höhe</translation></message>
<message><source>has the area of other corners: as corners {x}, {y}, {right}, {bottom} it would fit {picture}</source>
<translation>hat die Fläche anderer Ecken: als Ecken {x}, {y}, {right}, {bottom} passte sie ({picture})</translation></message>
<message><source>has {size} bytes, over the limit of {most}</source>
<translation>hat {size} Bytes, über der Grenze von {most}</translation></message>
<message><source>heatmap overlay map</source>
<translation>heatmap overlay map Überlagerung</translation></message>
<message><source>heatmap overlay map objectness confidence</source>
<translation>heatmap overlay map objectness confidence Überlagerung</translation></message>
<message><source>height</source>
<translation>Höhe</translation></message>
<message><source>height over width</source>
<translation>Höhe durch Breite</translation></message>
<message><source>height over width, a list per level or one for all</source>
<translation>Höhe durch Breite, eine Liste je Ebene oder eine für alle</translation></message>
<message><source>height, network px</source>
<translation>Höhe, Netz-px</translation></message>
<message><source>here</source>
<translation>hier</translation></message>
<message><source>highest overlap with any anchor</source>
<translation>höchste Überlappung mit irgendeinem Anchor</translation></message>
<message><source>highest score of a box that reaches IoU 0.50</source>
<translation>höchster Score einer Box mit IoU 0.50</translation></message>
<message><source>holds a model's weights alone; open its ONNX export, or a dump of its raw outputs</source>
<translation>enthält nur die Gewichte eines Modells; seinen ONNX-Export öffnen, oder einen Dump seiner Rohausgaben</translation></message>
<message><source>holds annotations without scores: a dataset, not the results of a detector</source>
<translation>enthält Annotationen ohne Scores: ein Datensatz, keine Ergebnisse eines Detektors</translation></message>
<message><source>holds no image that can be used: {why}</source>
<translation>enthält kein Bild, das sich nutzen lässt: {why}</translation></message>
<message><source>holds no meta.json, .npz or .txt of boxes, {wanted}</source>
<translation>enthält kein meta.json, .npz oder .txt mit Boxen; {wanted}</translation></message>
<message><source>holds no meta.json, wanted the folder of a raw-output dump</source>
<translation>enthält kein meta.json, erwartet: der Ordner eines Dumps mit Rohausgaben</translation></message>
<message><source>holds no pictures</source>
<translation>enthält keine Bilder</translation></message>
<message><source>holds only {kinds}, {wanted}</source>
<translation>enthält nur {kinds}, {wanted}</translation></message>
<message><source>holds {n} meta.json, wanted one, at its top or in its only folder</source>
<translation>enthält {n} meta.json, erwartet: eine, zuoberst oder in seinem einzigen Ordner</translation></message>
<message><source>how boxes go back to the original picture</source>
<translation>wie Boxen ins Originalbild zurückkehren</translation></message>
<message><source>how far t* stays from 0 and 1, 0: as it is</source>
<translation>wie weit t* von 0 und 1 wegbleibt, 0: unverändert</translation></message>
<message><source>how ground truths follow the picture into the network</source>
<translation>wie Ground Truths dem Bild ins Netz folgen</translation></message>
<message><source>how many change label or ground truth when only this field of A takes the value of B</source>
<translation>wie viele Label oder Ground Truth wechseln, wenn nur dieses Feld von A den Wert von B annimmt</translation></message>
<message><source>how many decoded boxes are left after each step; the bar is the share that passed it. R@0.5, R@0.7: recall, the share of ground truths that some box left at that step covers at that IoU</source>
<translation>wie viele dekodierte Boxen nach jedem Schritt bleiben; der Balken ist der Anteil, der ihn passierte. R@0.5, R@0.7: Recall, der Anteil der Ground Truths, die eine dann verbliebene Box mit dieser IoU deckt</translation></message>
<message><source>how many ground truths it is a candidate of</source>
<translation>von wie vielen Ground Truths er Kandidat ist</translation></message>
<message><source>how many it may take: the sum of its best IoUs</source>
<translation>wie viele sie nehmen darf: die Summe ihrer besten IoUs</translation></message>
<message><source>how much of the targets t* the outputs t explain: 1 all of it, 0 no more than zeros would, below 0 even less; 1 less the mean distance of t and t* over the mean size of t*, over the positive anchors</source>
<translation>wie viel von den Zielen t* die Ausgaben t erklären: 1 alles, 0 nicht mehr als Nullen, unter 0 noch weniger; 1 minus mittlerer Abstand von t und t* durch mittlere Größe von t*, über die positiven Anchors</translation></message>
<message><source>how much the score rises</source>
<translation>wie sehr der Score steigt</translation></message>
<message><source>how the arrays would have to be read; 'as the recipe says' is the reading shown now</source>
<translation>wie die Arrays zu lesen wären; 'wie das Rezept sagt' ist die jetzt gezeigte Lesart</translation></message>
<message><source>how they were found; the best of the same cost first: {by}</source>
<translation>wie sie gefunden wurden; die besten gleicher Kosten zuerst: {by}</translation></message>
<message><source>if one is the background's, a layout can say so</source>
<translation>gehört eine dem Hintergrund, kann ein Layout es sagen</translation></message>
<message><source>ignore &gt;</source>
<translation>ignoriert &gt;</translation></message>
<message><source>ignore threshold</source>
<translation>Ignorier-Schwelle</translation></message>
<message><source>ignored</source>
<translation>ignoriert</translation></message>
<message><source>ignored anchors</source>
<translation>ignorierte Anchors</translation></message>
<message><source>ignored only where a class's probability is over this; 0: always</source>
<translation>ignoriert nur, wo die Wahrscheinlichkeit einer Klasse darüber liegt; 0: immer</translation></message>
<message><source>ignored proposals</source>
<translation>ignorierte Proposals</translation></message>
<message><source>ignored region</source>
<translation>ignorierte Region</translation></message>
<message><source>image</source>
<translation>Bild</translation></message>
<message><source>image {place} of {count}</source>
<translation>Bild {place} von {count}</translation></message>
<message><source>images</source>
<translation>Bilder</translation></message>
<message><source>images with outputs</source>
<translation>Bilder mit Ausgaben</translation></message>
<message><source>images without a positive</source>
<translation>Bilder ohne Positiv</translation></message>
<message><source>images: {now}, was {before}</source>
<translation>Bilder: {now}, war {before}</translation></message>
<message><source>in all</source>
<translation>insgesamt</translation></message>
<message><source>in an ignored region in one of them</source>
<translation>in einer in ignorierter Region</translation></message>
<message><source>in both grids: of one level, size and ratio, and at one place of the picture: its cell where both scale it alike, else all edges within 2 network px</source>
<translation>in beiden Rastern: von einer Ebene, Größe und einem Seitenverhältnis und an einer Stelle des Bildes: ihre Zelle, wo beide es gleich skalieren, sonst alle Kanten bis auf 2 Netz-px</translation></message>
<message><source>in double around the origin, not rounded (detectron2)</source>
<translation>in double um den Ursprung, nicht gerundet (detectron2)</translation></message>
<message><source>in double around the origin, ratios of width to height (Matterport's Mask R-CNN)</source>
<translation>in double um den Ursprung, Verhältnisse Breite zu Höhe (Mask R-CNN von Matterport)</translation></message>
<message><source>in double, octaves of a base size that follows the input's own stride (EfficientDet)</source>
<translation>in double, Oktaven einer Grundgröße, die dem eigenen Stride der Eingabe folgt (EfficientDet)</translation></message>
<message><source>in double, sides rounded for each ratio, then scaled; inclusive pixels (the article's code)</source>
<translation>in double, Seiten für jedes Verhältnis gerundet, dann skaliert; inklusive Pixel (Code des Artikels)</translation></message>
<message><source>in double, then float32 fractions of the input: centre, width and height (ssd.pytorch)</source>
<translation>in double, dann float32-Bruchteile der Eingabe: Mitte, Breite und Höhe (ssd.pytorch)</translation></message>
<message><source>in double, then float32 fractions of the input: squares in px of it (RetinaFace)</source>
<translation>in double, dann float32-Bruchteile der Eingabe: Quadrate in px davon (RetinaFace)</translation></message>
<message><source>in float32 around the first centre (MMDetection)</source>
<translation>in float32 um die erste Mitte (MMDetection)</translation></message>
<message><source>in float32 around the origin, corners rounded half to even (torchvision)</source>
<translation>in float32 um den Ursprung, Ecken gerundet, halbe zur geraden (torchvision)</translation></message>
<message><source>in float32, corners rounded, inclusive pixels (MMDetection's version 1)</source>
<translation>in float32, Ecken gerundet, inklusive Pixel (Version 1 von MMDetection)</translation></message>
<message><source>in float32, fractions of the input (SSD)</source>
<translation>in float32, Bruchteile der Eingabe (SSD)</translation></message>
<message><source>in its cell</source>
<translation>in seiner Zelle</translation></message>
<message><source>in its picture</source>
<translation>in ihrem Bild</translation></message>
<message><source>in its stored picture</source>
<translation>in seinem gespeicherten Bild</translation></message>
<message><source>in the assignment</source>
<translation>in der Zuordnung</translation></message>
<message><source>in the cell beside, nearer to this one than to the other</source>
<translation>in der Zelle daneben, näher an dieser als an der anderen</translation></message>
<message><source>in the cost x of ground truths counts by the input's height (as YOLOv7), or by its width</source>
<translation>in den Kosten zählt x der Ground Truths nach der Höhe der Eingabe (wie YOLOv7) oder nach ihrer Breite</translation></message>
<message><source>in the library's order</source>
<translation>in der Reihenfolge der Bibliothek</translation></message>
<message><source>in the mini-batch</source>
<translation>im Mini-Batch</translation></message>
<message><source>in the mosaic</source>
<translation>im Mosaik</translation></message>
<message><source>in the network's input</source>
<translation>in der Eingabe des Netzes</translation></message>
<message><source>in the order of the RPN's list; a ground truth joins in training</source>
<translation>in der Reihenfolge der RPN-Liste; eine Ground Truth kommt im Training dazu</translation></message>
<message><source>in the order of the way: the furthest first; a ground truth joins the proposals in training</source>
<translation>in der Reihenfolge des Wegs: die weitesten zuerst; eine Ground Truth kommt im Training zu den Proposals</translation></message>
<message><source>in the sums</source>
<translation>in den Summen</translation></message>
<message><source>in {n} pairs with ground truths</source>
<translation>in {n} Paaren mit Ground Truths</translation></message>
<message><source>index</source>
<translation>Index</translation></message>
<message><source>information</source>
<translation>Information</translation></message>
<message><source>input {w} × {h}</source>
<translation>Eingabe {w} × {h}</translation></message>
<message><source>inside a ground truth</source>
<translation>in einer Ground Truth</translation></message>
<message><source>inside a ground truth or near its centre</source>
<translation>in einer Ground Truth oder nahe ihrer Mitte</translation></message>
<message><source>inside it</source>
<translation>in ihr</translation></message>
<message><source>inside it or near its centre</source>
<translation>in ihr oder nahe ihrer Mitte</translation></message>
<message><source>into ``size`` with the picture's own aspect in whole numbers, and padded to it (darknet)</source>
<translation>in ``size`` mit dem Seitenverhältnis des Bildes in ganzen Zahlen, und darauf aufgefüllt (darknet)</translation></message>
<message><source>into ``size`` with the picture's own aspect, and padded to it</source>
<translation>in ``size`` mit dem Seitenverhältnis des Bildes, und darauf aufgefüllt</translation></message>
<message><source>into ``size`` with the picture's own aspect, boxes moved by the whole px painted (Ultralytics' letterbox)</source>
<translation>in ``size`` mit dem Seitenverhältnis des Bildes, Boxen um die ganzen gemalten px verschoben (Letterbox von Ultralytics)</translation></message>
<message><source>into ``size`` with the picture's own aspect, half of the rest painted on each side (YOLOv5's letterbox)</source>
<translation>in ``size`` mit dem Seitenverhältnis des Bildes, der halbe Rest auf jeder Seite gemalt (Letterbox von YOLOv5)</translation></message>
<message><source>iou</source>
<translation>iou</translation></message>
<message><source>iou &gt; 0.4 and label == {label}</source>
<translation>iou &gt; 0.4 and label == {label}</translation></message>
<message><source>iou: -ln IoU, 1 - IoU or 1 - IoU^2</source>
<translation>iou: -ln IoU, 1 - IoU oder 1 - IoU^2</translation></message>
<message><source>is JSON, but {what}, wanted COCO results: a list of image_id, category_id, bbox and score</source>
<translation>ist JSON, aber {what}; erwartet: COCO-Ergebnisse, eine Liste mit image_id, category_id, bbox und score</translation></message>
<message><source>is JSON, but {what}, {wanted}</source>
<translation>ist JSON, aber {what}; {wanted}</translation></message>
<message><source>is a .zip that holds no meta.json, so no raw-output dump; unpack a dataset first</source>
<translation>ist ein .zip ohne meta.json, also kein Dump mit Rohausgaben; einen Datensatz zuerst auspacken</translation></message>
<message><source>is a JSON list without scores, wanted COCO results: image_id, category_id, bbox, score</source>
<translation>ist eine JSON-Liste ohne Scores, erwartet: COCO-Ergebnisse: image_id, category_id, bbox, score</translation></message>
<message><source>is a folder, wanted a file name</source>
<translation>ist ein Ordner, erwartet wird ein Dateiname</translation></message>
<message><source>is a link, and nothing is written through one; choose another name</source>
<translation>ist ein Link, und durch keinen wird geschrieben; einen anderen Namen wählen</translation></message>
<message><source>is a list of detections; open it as predictions of its dataset</source>
<translation>ist eine Liste von Detektionen; als Vorhersagen ihres Datensatzes öffnen</translation></message>
<message><source>is below</source>
<translation>liegt unter</translation></message>
<message><source>is empty (0 bytes)</source>
<translation>ist leer (0 Bytes)</translation></message>
<message><source>is empty (0 bytes), wanted JSON</source>
<translation>ist leer (0 Bytes), erwartet: JSON</translation></message>
<message><source>is empty (0 bytes), wanted a picture</source>
<translation>ist leer (0 Bytes), erwartet wird ein Bild</translation></message>
<message><source>is empty (0 bytes), wanted rows of a table</source>
<translation>ist leer (0 Bytes), erwartet: Zeilen einer Tabelle</translation></message>
<message><source>is empty, {wanted}</source>
<translation>ist leer, {wanted}</translation></message>
<message><source>is given the anchors ground truth {n} makes positive at IoU 0</source>
<translation>bekommt die Anchors, die Ground Truth {n} bei IoU 0 positiv macht</translation></message>
<message><source>is left without width or height by rounding</source>
<translation>bleibt nach dem Runden ohne Breite oder Höhe</translation></message>
<message><source>is marked {kind}, {area:.6g} px²</source>
<translation>ist als {kind} markiert, {area:.6g} px²</translation></message>
<message><source>is neither a file nor a folder, wanted {wanted}</source>
<translation>ist weder Datei noch Ordner, erwartet: {wanted}</translation></message>
<message><source>is nested too deep after byte {at}</source>
<translation>ist nach Byte {at} zu tief verschachtelt</translation></message>
<message><source>is nested too deep at byte {at}</source>
<translation>ist an Byte {at} zu tief verschachtelt</translation></message>
<message><source>is no ONNX model, or cut off: {why}</source>
<translation>ist kein ONNX-Modell oder abgeschnitten: {why}</translation></message>
<message><source>is no TOML: {why}</source>
<translation>ist kein TOML: {why}</translation></message>
<message><source>is no file, wanted a picture</source>
<translation>ist keine Datei, erwartet wird ein Bild</translation></message>
<message><source>is no picture by its name</source>
<translation>ist dem Namen nach kein Bild</translation></message>
<message><source>is not JSON that can be read: nested too deep</source>
<translation>ist kein lesbares JSON: zu tief verschachtelt</translation></message>
<message><source>is not JSON: line {line}, column {column}: {why}</source>
<translation>ist kein JSON: Zeile {line}, Spalte {column}: {why}</translation></message>
<message><source>is not JSON: {why}</source>
<translation>ist kein JSON: {why}</translation></message>
<message><source>is not VOC: its root is &lt;annotations&gt;; and not CVAT: it holds no &lt;image&gt; or &lt;track&gt;</source>
<translation>ist kein VOC: die Wurzel ist &lt;annotations&gt;; und kein CVAT: ohne &lt;image&gt; und &lt;track&gt;</translation></message>
<message><source>is not a folder of pictures</source>
<translation>ist kein Ordner mit Bildern</translation></message>
<message><source>is not a pickle, or cut off: {why}</source>
<translation>ist kein Pickle oder abgeschnitten: {why}</translation></message>
<message><source>is not a picture that can be read: it is {kind}, wanted JPEG, PNG or the like</source>
<translation>ist kein lesbares Bild: es ist {kind}, erwartet wird JPEG, PNG oder Ähnliches</translation></message>
<message><source>is not a picture: it starts with {found}</source>
<translation>ist kein Bild: es beginnt mit {found}</translation></message>
<message><source>is not over</source>
<translation>liegt nicht über</translation></message>
<message><source>is not text: it holds a zero byte at {at}</source>
<translation>ist kein Text: an Stelle {at} steht ein Nullbyte</translation></message>
<message><source>is not {encoding}: byte 0x{byte} at {at}</source>
<translation>ist nicht {encoding}: Byte 0x{byte} an Stelle {at}</translation></message>
<message><source>is of no known kind ({suffix}), {wanted}</source>
<translation>ist von keiner bekannten Art ({suffix}), {wanted}</translation></message>
<message><source>is of no known kind, {wanted}</source>
<translation>ist von keiner bekannten Art, {wanted}</translation></message>
<message><source>is of rules that rank</source>
<translation>gehört zu Regeln, die ordnen</translation></message>
<message><source>is one of several names of a file (hard links); choose another name</source>
<translation>ist einer von mehreren Namen einer Datei (Hardlinks); einen anderen Namen wählen</translation></message>
<message><source>is over</source>
<translation>liegt über</translation></message>
<message><source>is packed with gzip; unpack it first</source>
<translation>ist mit gzip gepackt; zuerst auspacken</translation></message>
<message><source>is {encoding}, wanted UTF-8</source>
<translation>ist {encoding}, erwartet: UTF-8</translation></message>
<message><source>is {value:.3g} px at its shorter side</source>
<translation>hat an der kürzeren Seite {value:.3g} px</translation></message>
<message><source>is {value:.4g} {unit} at its smaller side</source>
<translation>hat an der kleineren Seite {value:.4g} {unit}</translation></message>
<message><source>it can only take anchors of others, as far as those cost little.</source>
<translation>sie kann nur Anchors anderer nehmen, soweit diese wenig kosten.</translation></message>
<message><source>it can only take points of others, as far as those cost little.</source>
<translation>sie kann nur Punkte anderer nehmen, soweit diese wenig kosten.</translation></message>
<message><source>it can only take those of others, at a cost of 100,000 more.</source>
<translation>sie kann nur die anderer nehmen, zu Kosten von 100,000 mehr.</translation></message>
<message><source>it costs least for</source>
<translation>am wenigsten kostet er</translation></message>
<message><source>it does not hold</source>
<translation>es gilt nicht</translation></message>
<message><source>it fell behind the cut</source>
<translation>fiel hinter den Schnitt</translation></message>
<message><source>it gets no anchor</source>
<translation>sie bekommt keinen Anchor</translation></message>
<message><source>it has none</source>
<translation>er hat keine</translation></message>
<message><source>it stays after contests in one of them</source>
<translation>bleibt nur in einer nach Wettstreit</translation></message>
<message><source>it took none</source>
<translation>sie nahm keinen</translation></message>
<message><source>it took the {chosen:,} {superlative}, {towards} {cut}</source>
<translation>sie nahm die {chosen:,} {superlative}, {towards} {cut}</translation></message>
<message><source>it took the {superlative} one, at {cut}</source>
<translation>sie nahm einen ({superlative}), bei {cut}</translation></message>
<message><source>its centre is not inside the ground truth</source>
<translation>Mitte nicht in der Ground Truth</translation></message>
<message><source>its class</source>
<translation>seine Klasse</translation></message>
<message><source>its cost crossed the cut</source>
<translation>Kosten kreuzten den Schnitt</translation></message>
<message><source>its cost for the ground truth it costs least</source>
<translation>seine Kosten für die Ground Truth, die er am wenigsten kostet</translation></message>
<message><source>its label in the stage, and whether it is in the mini-batch</source>
<translation>sein Label in der Stufe, und ob es im Mini-Batch ist</translation></message>
<message><source>its likeliest class</source>
<translation>seine wahrscheinlichste Klasse</translation></message>
<message><source>its metric crossed the cut</source>
<translation>Metrik kreuzte den Schnitt</translation></message>
<message><source>its name</source>
<translation>sein Name</translation></message>
<message><source>its own</source>
<translation>seine eigene</translation></message>
<message><source>its prediction crossed the ignore threshold</source>
<translation>Vorhersage kreuzte die Ignorier-Schwelle</translation></message>
<message><source>its root is &lt;{found}&gt;, wanted &lt;{root}&gt;</source>
<translation>die Wurzel ist &lt;{found}&gt;, erwartet: &lt;{root}&gt;</translation></message>
<message><source>its shape crossed the threshold for further anchors</source>
<translation>Form kreuzte die Schwelle für weitere</translation></message>
<message><source>judged</source>
<translation>beurteilt</translation></message>
<message><source>just as much and which comes first</source>
<translation>ebenso, und die zuerst kommt</translation></message>
<message><source>just as much, and comes first,</source>
<translation>ebenso, und zuerst gelistet,</translation></message>
<message><source>just as much, which comes first</source>
<translation>ebenso, und die zuerst kommt</translation></message>
<message><source>k</source>
<translation>k</translation></message>
<message><source>k of the first of them</source>
<translation>k der ersten davon</translation></message>
<message><source>keep sides &gt;= or &gt; min_size</source>
<translation>behalte Seiten &gt;= oder &gt; min_size</translation></message>
<message><source>kept</source>
<translation>behalten</translation></message>
<message><source>kept above {least}</source>
<translation>behalten über {least}</translation></message>
<message><source>kept boxes</source>
<translation>behaltene Boxen</translation></message>
<message><source>kept for {whose}</source>
<translation>behalten für {whose}</translation></message>
<message><source>kept proposals, best scores first</source>
<translation>behaltene Proposals, beste Scores zuerst</translation></message>
<message><source>kept suppressed fate nms detections roi top-k layer</source>
<translation>kept suppressed fate nms detections roi top-k layer behalten unterdrückt Verbleib</translation></message>
<message><source>knee of smooth L1, also of EIoU's, bounded IoU's and balanced L1's; 0 is L1; sigma of the article's code is 1 / sqrt(beta)</source>
<translation>Knie von Smooth L1, auch von EIoU, Bounded IoU und Balanced L1; 0 ist L1; sigma im Code des Artikels ist 1 / sqrt(beta)</translation></message>
<message><source>knee β = {beta}</source>
<translation>Knie β = {beta}</translation></message>
<message><source>l</source>
<translation>l</translation></message>
<message><source>l1</source>
<translation>L1</translation></message>
<message><source>label</source>
<translation>Label</translation></message>
<message><source>label in A</source>
<translation>Label in A</translation></message>
<message><source>label in B</source>
<translation>Label in B</translation></message>
<message><source>label in {title}</source>
<translation>Label in {title}</translation></message>
<message><source>labels by geometry alone</source>
<translation>Labels allein nach Geometrie</translation></message>
<message><source>landmarks</source>
<translation>Landmarken</translation></message>
<message><source>language translation locale</source>
<translation>language translation locale Sprache Übersetzung</translation></message>
<message><source>large</source>
<translation>groß</translation></message>
<message><source>largest ratio of a side to the anchor's, either way, not reached</source>
<translation>größtes Verhältnis einer Seite zu der des Anchors, in beide Richtungen, nicht erreicht</translation></message>
<message><source>last step {step} · {ago}</source>
<translation>letzter Schritt {step} · {ago}</translation></message>
<message><source>latest last live catch up</source>
<translation>latest last live catch up neueste letzte</translation></message>
<message><source>lay both over the picture of the row chosen below</source>
<translation>beide über das Bild der unten gewählten Zeile legen</translation></message>
<message><source>leave out what is the same in A and in B, on both pictures</source>
<translation>weglassen, was in A und in B gleich ist, auf beiden Bildern</translation></message>
<message><source>leaves the picture</source>
<translation>ragt aus dem Bild</translation></message>
<message><source>leaves {picture}; as corners {x}, {y}, {right}, {bottom} it would fit</source>
<translation>verlässt es ({picture}); als Ecken {x}, {y}, {right}, {bottom} passte sie</translation></message>
<message><source>leaves {picture}; with {x:g}, {y:g} for its corner instead of its centre it would fit</source>
<translation>verlässt es ({picture}); mit {x:g}, {y:g} als Ecke statt Mitte passte sie</translation></message>
<message><source>left</source>
<translation>übrig</translation></message>
<message><source>left out</source>
<translation>weggelassen</translation></message>
<message><source>level</source>
<translation>Ebene</translation></message>
<message><source>level == 3 and 0.3 &lt;= iou &lt; 0.7 or not sampled</source>
<translation>level == 3 and 0.3 &lt;= iou &lt; 0.7 or not sampled</translation></message>
<message><source>level == 3 and score &gt; 0.5 or not sampled</source>
<translation>level == 3 and score &gt; 0.5 or not sampled</translation></message>
<message><source>level of the best anchor</source>
<translation>Ebene des besten Anchors</translation></message>
<message><source>level_mean: class targets are drawn so far towards one half</source>
<translation>level_mean: so weit werden Klassenziele zur Hälfte gezogen</translation></message>
<message><source>level_mean: factor of the right class in its entropy</source>
<translation>level_mean: Faktor der richtigen Klasse in ihrer Entropie</translation></message>
<message><source>level_mean: factors of objectness by level; further levels have the last</source>
<translation>level_mean: Faktoren der Objectness je Ebene; weitere Ebenen haben den letzten</translation></message>
<message><source>level_mean: how much easy answers are damped; 0: not at all</source>
<translation>level_mean: wie sehr leichte Antworten gedämpft sind; 0: gar nicht</translation></message>
<message><source>levels from the largest stride to the smallest</source>
<translation>Ebenen vom größten Stride zum kleinsten</translation></message>
<message><source>levels of objectness in the other order than those of deltas</source>
<translation>Ebenen der Objectness in der anderen Reihenfolge als die der Deltas</translation></message>
<message><source>lies on ground truth {n} of the same class, IoU {iou:.3f}</source>
<translation>liegt auf Ground Truth {n} derselben Klasse, IoU {iou:.3f}</translation></message>
<message><source>lies outside, clipped to no width or height</source>
<translation>liegt außerhalb, beschnitten ohne Breite oder Höhe</translation></message>
<message><source>lies wholly outside {picture}</source>
<translation>liegt ganz außerhalb ({picture})</translation></message>
<message><source>list thumbnails findings unmatched low-quality low quality zero-size</source>
<translation>list thumbnails findings unmatched low-quality zero-size Liste Befunde</translation></message>
<message><source>live watch run recorder step rolling</source>
<translation>live watch run recorder step rolling beobachten Training Schritt</translation></message>
<message><source>load import coco json picture image annotations recipe</source>
<translation>load import coco json picture image annotations recipe laden Bild Rezept</translation></message>
<message><source>load import coco voc yolo images annotations</source>
<translation>load import coco voc yolo images annotations laden Bilder</translation></message>
<message><source>load predictions results checkpoint onnx dump model coco</source>
<translation>load predictions results checkpoint onnx dump model coco laden Vorhersagen Modell</translation></message>
<message><source>load predictions results checkpoints dump timeline</source>
<translation>load predictions results checkpoints dump timeline laden Vorhersagen</translation></message>
<message><source>load toml config settings</source>
<translation>load toml config settings laden Einstellungen</translation></message>
<message><source>log of the side's ratio is cut above this before exp; inf: never</source>
<translation>Logarithmus des Seitenverhältnisses vor exp hier gekappt; inf: nie</translation></message>
<message><source>logit</source>
<translation>Logit</translation></message>
<message><source>looking for better anchors</source>
<translation>suche bessere Anchors</translation></message>
<message><source>looks like GeoJSON: it is not COCO</source>
<translation>sieht aus wie GeoJSON, ist also kein COCO</translation></message>
<message><source>looks like a pickle, which is read only where its name says so: .pkl or .pickle</source>
<translation>sieht aus wie ein Pickle, gelesen nur, wo der Name es sagt: .pkl oder .pickle</translation></message>
<message><source>loss</source>
<translation>Loss</translation></message>
<message><source>loss of the image</source>
<translation>Loss des Bildes</translation></message>
<message><source>loss: box and {scores}</source>
<translation>Loss: Box und {scores}</translation></message>
<message><source>lost</source>
<translation>verloren</translation></message>
<message><source>lost ground truths behind it</source>
<translation>verlorene Ground Truths dahinter</translation></message>
<message><source>lost: {now}, was {before}</source>
<translation>verloren: {now}, war {before}</translation></message>
<message><source>low score</source>
<translation>niedriger Score</translation></message>
<message><source>low-quality</source>
<translation>Low-Quality</translation></message>
<message><source>low-quality only</source>
<translation>nur Low-Quality</translation></message>
<message><source>mAP 0.50</source>
<translation>mAP 0.50</translation></message>
<message><source>mAP 0.50 to 0.95</source>
<translation>mAP 0.50 bis 0.95</translation></message>
<message><source>mAP 0.75</source>
<translation>mAP 0.75</translation></message>
<message><source>mAP and its errors</source>
<translation>mAP und ihre Fehler</translation></message>
<message><source>mAP and the errors of the boxes, part {n} of {of}</source>
<translation>mAP und die Fehler der Boxen, Teil {n} von {of}</translation></message>
<message><source>mAP is not compared: there is none now, was {before}</source>
<translation>mAP ist nicht verglichen: Jetzt gibt es keine, war {before}</translation></message>
<message><source>mAP: {now}, was {before}</source>
<translation>mAP: {now}, war {before}</translation></message>
<message><source>magnify centre center</source>
<translation>magnify centre center vergrößern Mitte</translation></message>
<message><source>main view workspace</source>
<translation>main view workspace Arbeitsbereich</translation></message>
<message><source>matched</source>
<translation>zugeordnet</translation></message>
<message><source>matched like the others</source>
<translation>zugeordnet wie die anderen</translation></message>
<message><source>maths</source>
<translation>Mathematik</translation></message>
<message><source>maximise presentation</source>
<translation>maximise presentation maximieren Präsentation</translation></message>
<message><source>mean IoU of ground truths with the best of those boxes</source>
<translation>mittlere IoU der Ground Truths mit der besten dieser Boxen</translation></message>
<message><source>mean best IoU</source>
<translation>mittlere beste IoU</translation></message>
<message><source>mean logit of positives less that of negatives</source>
<translation>mittleres Logit der Positiven minus das der Negativen</translation></message>
<message><source>mean of a box with an anchor in the mini-batch</source>
<translation>Mittel einer Box mit einem Anchor im Mini-Batch</translation></message>
<message><source>mean of the four</source>
<translation>Mittel der vier</translation></message>
<message><source>mean score</source>
<translation>mittlerer Score</translation></message>
<message><source>mean {loss} loss</source>
<translation>mittlerer Loss ({loss})</translation></message>
<message><source>mean ± std of t*</source>
<translation>Mittel ± Std von t*</translation></message>
<message><source>means</source>
<translation>means</translation></message>
<message><source>means by level</source>
<translation>Mittel nach Ebene</translation></message>
<message><source>median px</source>
<translation>Median px</translation></message>
<message><source>median √area, found</source>
<translation>Median √Fläche, gefunden</translation></message>
<message><source>median √area, lost</source>
<translation>Median √Fläche, verloren</translation></message>
<message><source>medium</source>
<translation>mittel</translation></message>
<message><source>metric</source>
<translation>Metrik</translation></message>
<message><source>mini-batch minibatch batch anchors layer</source>
<translation>mini-batch minibatch batch anchors layer Schicht</translation></message>
<message><source>mirrored left to right</source>
<translation>links-rechts gespiegelt</translation></message>
<message><source>mirrored left to right and top to bottom</source>
<translation>links-rechts und oben-unten gespiegelt</translation></message>
<message><source>mirrored top to bottom</source>
<translation>oben-unten gespiegelt</translation></message>
<message><source>missed</source>
<translation>verfehlt</translation></message>
<message><source>more</source>
<translation>mehr</translation></message>
<message><source>more, IoU {iou},</source>
<translation>mehr, IoU {iou},</translation></message>
<message><source>mosaic of {n}</source>
<translation>Mosaik aus {n}</translation></message>
<message><source>most</source>
<translation>am meisten</translation></message>
<message><source>most the longer side may have, px</source>
<translation>längste längere Seite, px</translation></message>
<message><source>moved</source>
<translation>bewegt</translation></message>
<message><source>moves the picture, and presses what has the keyboard</source>
<translation>bewegt das Bild und drückt, was die Tastatur hat</translation></message>
<message><source>moving_average: its value before this picture</source>
<translation>moving_average: sein Wert vor diesem Bild</translation></message>
<message><source>name</source>
<translation>Name</translation></message>
<message><source>named by the outputs; yours, {own}, returns with the next dataset</source>
<translation>von den Ausgaben genannt; Ihres, {own}, kehrt mit dem nächsten Datensatz zurück</translation></message>
<message><source>names no columns of a picture and its box; its first row is {row}</source>
<translation>nennt keine Spalten für Bild und Box; die erste Zeile ist {row}</translation></message>
<message><source>names no pictures {under}</source>
<translation>nennt keine Bilder {under}</translation></message>
<message><source>names: wanted texts</source>
<translation>names: erwartet sind Texte</translation></message>
<message><source>near</source>
<translation>nah</translation></message>
<message><source>needs a dataset</source>
<translation>braucht einen Datensatz</translation></message>
<message><source>needs a dataset and raw outputs</source>
<translation>braucht einen Datensatz und Rohausgaben</translation></message>
<message><source>needs predictions</source>
<translation>braucht Vorhersagen</translation></message>
<message><source>needs raw outputs</source>
<translation>braucht Rohausgaben</translation></message>
<message><source>neg. &lt;</source>
<translation>neg. &lt;</translation></message>
<message><source>negative</source>
<translation>negativ</translation></message>
<message><source>negative anchors</source>
<translation>negative Anchors</translation></message>
<message><source>negative points</source>
<translation>negative Punkte</translation></message>
<message><source>negative threshold</source>
<translation>negative Schwelle</translation></message>
<message><source>neighbour cell</source>
<translation>Nachbarzelle</translation></message>
<message><source>network px</source>
<translation>Netz-px</translation></message>
<message><source>network px  x {x}  y {y}</source>
<translation>Netz-px  x {x}  y {y}</translation></message>
<message><source>network px a px of the picture</source>
<translation>Netz-px je px des Bildes</translation></message>
<message><source>network px²</source>
<translation>Netz-px²</translation></message>
<message><source>never 0.50</source>
<translation>nie 0.50</translation></message>
<message><source>never a candidate</source>
<translation>nie Kandidat</translation></message>
<message><source>never reaches IoU 0.50</source>
<translation>erreicht nie IoU 0.50</translation></message>
<message><source>new</source>
<translation>neu</translation></message>
<message><source>new / old per axis, or the one scale for both</source>
<translation>neu / alt je Achse, oder ein Maßstab für beide</translation></message>
<message><source>no</source>
<translation>nein</translation></message>
<message><source>no anchor is positive, so nothing can be compared</source>
<translation>kein Anchor ist positiv, also ist nichts zu vergleichen</translation></message>
<message><source>no anchor passes the rule</source>
<translation>kein Anchor besteht die Regel</translation></message>
<message><source>no anchor reaches the threshold</source>
<translation>kein Anchor erreicht die Schwelle</translation></message>
<message><source>no box</source>
<translation>keine Box</translation></message>
<message><source>no boxes any more of {classes}</source>
<translation>keine Boxen mehr von {classes}</translation></message>
<message><source>no candidate</source>
<translation>kein Kandidat</translation></message>
<message><source>no cut, none is taken</source>
<translation>kein Schnitt, keiner genommen</translation></message>
<message><source>no ground truth has a say beyond the thresholds</source>
<translation>keine Ground Truth hat jenseits der Schwellen ein Wort</translation></message>
<message><source>no ground truth has it as a candidate</source>
<translation>Kandidat keiner Ground Truth</translation></message>
<message><source>no ground truth is most like its shape in its cell</source>
<translation>keine GT ist der Form in der Zelle am ähnlichsten</translation></message>
<message><source>no ground truth of such sides has its centre near</source>
<translation>keine GT solcher Seiten hat ihre Mitte nah</translation></message>
<message><source>no ground truth: the library cannot train on this picture; all anchors are shown as negative</source>
<translation>keine Ground Truth: Die Bibliothek kann auf diesem Bild nicht trainieren; alle Anchors sind als negativ gezeigt</translation></message>
<message><source>no hypothesis fits: {problem}</source>
<translation>keine Hypothese passt: {problem}</translation></message>
<message><source>no hypothesis ranks positives above more than {share} of negatives</source>
<translation>keine Hypothese stellt Positive vor mehr als {share} der Negativen</translation></message>
<message><source>no key</source>
<translation>keine Taste</translation></message>
<message><source>no known class</source>
<translation>unbekannter Klasse</translation></message>
<message><source>no list</source>
<translation>keine Liste</translation></message>
<message><source>no longer there</source>
<translation>nicht mehr da</translation></message>
<message><source>no object</source>
<translation>kein Objekt</translation></message>
<message><source>no other dataset</source>
<translation>kein anderer Datensatz</translation></message>
<message><source>no other outputs</source>
<translation>keine anderen Ausgaben</translation></message>
<message><source>no other recipe</source>
<translation>kein anderes Rezept</translation></message>
<message><source>no pair</source>
<translation>kein Paar</translation></message>
<message><source>no picture</source>
<translation>kein Bild</translation></message>
<message><source>no picture has outputs that can be used</source>
<translation>kein Bild hat brauchbare Ausgaben</translation></message>
<message><source>no positive anchor</source>
<translation>kein positiver Anchor</translation></message>
<message><source>no prediction</source>
<translation>keine Vorhersage</translation></message>
<message><source>no prediction can make one positive for it: it is never learned.</source>
<translation>keine Vorhersage kann einen für sie positiv machen: Sie wird nie gelernt.</translation></message>
<message><source>no proposal at IoU {v}</source>
<translation>kein Proposal bei IoU {v}</translation></message>
<message><source>no ratio fits</source>
<translation>kein Verhältnis passt</translation></message>
<message><source>no recipe was edited and nothing tried out</source>
<translation>kein Rezept wurde bearbeitet und nichts ausprobiert</translation></message>
<message><source>no step was recorded</source>
<translation>kein Schritt wurde aufgezeichnet</translation></message>
<message><source>no step yet, watching {path}</source>
<translation>noch kein Schritt, beobachte {path}</translation></message>
<message><source>no such file or folder</source>
<translation>keine solche Datei und kein solcher Ordner</translation></message>
<message><source>no such file or folder, {wanted}</source>
<translation>keine solche Datei, kein solcher Ordner; {wanted}</translation></message>
<message><source>no suffix</source>
<translation>ohne Endung</translation></message>
<message><source>no target</source>
<translation>kein Ziel</translation></message>
<message><source>no, NaN or ∞</source>
<translation>keine, NaN oder ∞</translation></message>
<message><source>no, {value:.2g} % apart</source>
<translation>nein, {value:.2g} % auseinander</translation></message>
<message><source>nominal stride of each level, px</source>
<translation>nominaler Stride jeder Ebene, px</translation></message>
<message><source>none</source>
<translation>keine</translation></message>
<message><source>none of {every} is taken</source>
<translation>keiner von {every} ist genommen</translation></message>
<message><source>none yet</source>
<translation>noch keine</translation></message>
<message><source>none: decoded boxes have no loss</source>
<translation>keiner: dekodierte Boxen haben keinen Loss</translation></message>
<message><source>none: it is in no loss</source>
<translation>keiner: in keinem Loss</translation></message>
<message><source>none: no decoded box belongs to it</source>
<translation>keine: ihm gehört keine dekodierte Box</translation></message>
<message><source>normalised</source>
<translation>normiert</translation></message>
<message><source>not XML: {why}</source>
<translation>kein XML: {why}</translation></message>
<message><source>not YAML that can be read: {why}</source>
<translation>kein lesbares YAML: {why}</translation></message>
<message><source>not among the nearest</source>
<translation>nicht unter den nächsten</translation></message>
<message><source>not among the nearest anchors of its level</source>
<translation>nicht unter den nächsten der Ebene</translation></message>
<message><source>not evaluated as yet</source>
<translation>noch nicht ausgewertet</translation></message>
<message><source>not found</source>
<translation>nicht gefunden</translation></message>
<message numerus="yes"><source>not in the file: findings of {n} images with another of the same name but for the ending, which this format takes for one</source>
<translation><numerusform>nicht in der Datei: Befunde von {n} Bild neben einem, das bis auf die Endung gleich heißt, was dieses Format für eines hält</numerusform><numerusform>nicht in der Datei: Befunde von {n} Bildern neben einem, das bis auf die Endung gleich heißt, was dieses Format für eines hält</numerusform></translation></message>
<message numerus="yes"><source>not in the file: findings of {n} images with another of the same name, which a tool takes for one</source>
<translation><numerusform>nicht in der Datei: Befunde von 1 Bild mit einem anderen gleichen Namens, das ein Werkzeug für eines hält</numerusform><numerusform>nicht in der Datei: Befunde von {n} Bildern mit einem anderen gleichen Namens, die ein Werkzeug für eines hält</numerusform></translation></message>
<message numerus="yes"><source>not in the file: findings of {n} whole images, for which this format has no place</source>
<translation><numerusform>nicht in der Datei: Befunde von {n} ganzen Bild, für die dieses Format keinen Platz hat</numerusform><numerusform>nicht in der Datei: Befunde von {n} ganzen Bildern, für die dieses Format keinen Platz hat</numerusform></translation></message>
<message numerus="yes"><source>not in the file: {n} findings in images of unknown size</source>
<translation><numerusform>nicht in der Datei: {n} Befund in Bildern unbekannter Größe</numerusform><numerusform>nicht in der Datei: {n} Befunde in Bildern unbekannter Größe</numerusform></translation></message>
<message numerus="yes"><source>not in the file: {n} findings of the dataset as a whole</source>
<translation><numerusform>nicht in der Datei: {n} Befund zum Datensatz als Ganzem</numerusform><numerusform>nicht in der Datei: {n} Befunde zum Datensatz als Ganzem</numerusform></translation></message>
<message><source>not kept</source>
<translation>nicht behalten</translation></message>
<message><source>not looked through</source>
<translation>nicht durchgesehen</translation></message>
<message><source>not now</source>
<translation>nicht jetzt</translation></message>
<message><source>not readable as .zip: {why}</source>
<translation>nicht lesbar als .zip: {why}</translation></message>
<message><source>not readable as TOML: {why}</source>
<translation>nicht lesbar als TOML: {why}</translation></message>
<message><source>not scanned yet</source>
<translation>noch nicht gescannt</translation></message>
<message><source>note</source>
<translation>Hinweis</translation></message>
<message><source>nothing</source>
<translation>nichts</translation></message>
<message><source>nothing else</source>
<translation>sonst nichts</translation></message>
<message><source>nothing odd</source>
<translation>nichts Auffälliges</translation></message>
<message><source>now</source>
<translation>jetzt</translation></message>
<message><source>number</source>
<translation>Nummer</translation></message>
<message><source>number in its image, and class</source>
<translation>Nummer in ihrem Bild, und Klasse</translation></message>
<message><source>numbers in the order {order}</source>
<translation>Zahlen in der Reihenfolge {order}</translation></message>
<message><source>numbers of the network for each distance: 1, or one for each whole distance from 0</source>
<translation>Zahlen des Netzes je Entfernung: 1, oder eine für jede ganze Entfernung ab 0</translation></message>
<message><source>o</source>
<translation>o</translation></message>
<message><source>object truth gt box annotation</source>
<translation>object truth gt box annotation Objekt</translation></message>
<message><source>objectness</source>
<translation>Objectness</translation></message>
<message><source>objectness + class</source>
<translation>Objectness + Klasse</translation></message>
<message><source>objectness has the anchors of a cell as the recipe</source>
<translation>Objectness hat die Anchors einer Zelle wie das Rezept</translation></message>
<message><source>objectness has {order}</source>
<translation>Objectness hat {order}</translation></message>
<message><source>objectness lies as {order}</source>
<translation>Objectness liegt als {order}</translation></message>
<message><source>objectness or class loss and box loss with their normalisers</source>
<translation>Objectness- oder Klassen-Loss und Box-Loss mit ihren Normierungen</translation></message>
<message><source>octagon</source>
<translation>octagon</translation></message>
<message><source>octaves of each level, in multiples of base_sizes</source>
<translation>Oktaven jeder Ebene, in Vielfachen von base_sizes</translation></message>
<message><source>of a cell's anchors: by ratio then size, by size then ratio, or both squares and then the first size's ratios</source>
<translation>der Anchors einer Zelle: nach Verhältnis, dann Größe; nach Größe, dann Verhältnis; oder beide Quadrate und dann die Verhältnisse der ersten Größe</translation></message>
<message><source>of a recipe with a second stage: proposals with their labels in the anchors' place</source>
<translation>eines Rezepts mit zweiter Stufe: Proposals mit ihren Labels anstelle der Anchors</translation></message>
<message><source>of anchors alone</source>
<translation>nur von Anchors</translation></message>
<message><source>of another anchor of the cell</source>
<translation>eines anderen Anchors der Zelle</translation></message>
<message><source>of class {name}</source>
<translation>der Klasse {name}</translation></message>
<message><source>of fitting sides in the cell of a centre or beside</source>
<translation>mit passenden Seiten in der Zelle einer Mitte oder daneben</translation></message>
<message><source>of fitting sides in the cell of its centre or beside</source>
<translation>mit passenden Seiten in der Zelle ihrer Mitte oder daneben</translation></message>
<message><source>of ground truth {owner} number {rank} of {many:,} with a {ranked_by} of {value_at}; {cut_words}</source>
<translation>bei Ground Truth {owner} Nummer {rank} von {many:,}, {ranked_by}: {value_at}; {cut_words}</translation></message>
<message><source>of its positives, those that only the low-quality rule makes positive</source>
<translation>seiner Positiven: die nur die Low-Quality-Regel positiv macht</translation></message>
<message><source>of its side</source>
<translation>der Seite</translation></message>
<message><source>of mAP 0.50, gained if this error alone were mended: they do not add up</source>
<translation>der mAP 0.50, gewonnen, wäre nur dieser Fehler behoben: Sie addieren sich nicht</translation></message>
<message><source>of the anchor</source>
<translation>des Anchors</translation></message>
<message><source>of the anchor with the ground truth</source>
<translation>des Anchors mit der Ground Truth</translation></message>
<message><source>of the best anchor</source>
<translation>des besten Anchors</translation></message>
<message><source>of the best points</source>
<translation>der besten Punkte</translation></message>
<message><source>of the box for that class with the ground truth</source>
<translation>der Box für diese Klasse mit der Ground Truth</translation></message>
<message><source>of the cell above</source>
<translation>der Zelle darüber</translation></message>
<message><source>of the cell below</source>
<translation>der Zelle darunter</translation></message>
<message><source>of the cell left</source>
<translation>der Zelle links</translation></message>
<message><source>of the cell right</source>
<translation>der Zelle rechts</translation></message>
<message><source>of the decoded box with the ground truth</source>
<translation>der dekodierten Box mit der Ground Truth</translation></message>
<message><source>of the moved box</source>
<translation>der verschobenen Box</translation></message>
<message><source>of the number of positives</source>
<translation>von der Zahl der Positiven</translation></message>
<message><source>of the other pictures</source>
<translation>der anderen Bilder</translation></message>
<message><source>of the picture mirrored</source>
<translation>des gespiegelten Bildes</translation></message>
<message><source>of the picture turned round</source>
<translation>des umgedrehten Bildes</translation></message>
<message><source>of the picture upside down</source>
<translation>des Bildes auf dem Kopf</translation></message>
<message><source>of the predicted box</source>
<translation>der vorhergesagten Box</translation></message>
<message><source>of these by the low-quality rule</source>
<translation>davon durch die Low-Quality-Regel</translation></message>
<message><source>on background</source>
<translation>auf Hintergrund</translation></message>
<message><source>on disk, since it was read: {names}</source>
<translation>auf der Platte, seit es gelesen wurde: {names}</translation></message>
<message><source>on the command line: {options}</source>
<translation>auf der Kommandozeile: {options}</translation></message>
<message><source>on: boxes belong to the turned pictures; off: to the pixels as stored</source>
<translation>an: Boxen gehören zu den gedrehten Bildern; aus: zu den Pixeln wie gespeichert</translation></message>
<message><source>one dump, or the checkpoints of one training</source>
<translation>ein Dump, oder die Checkpoints eines Trainings</translation></message>
<message><source>one level more, of stride {stride} px and half the smallest size</source>
<translation>eine Ebene mehr, mit Stride {stride} px und der halben kleinsten Größe</translation></message>
<message><source>one more box of a ground truth that has one</source>
<translation>noch eine Box einer Ground Truth, die schon eine hat</translation></message>
<message><source>one or two positives</source>
<translation>ein oder zwei Positive</translation></message>
<message><source>one picture and every anchor on it</source>
<translation>ein Bild und jeder Anchor darauf</translation></message>
<message><source>only cells with a centre may be positive</source>
<translation>nur Zellen mit Mitte positiv</translation></message>
<message><source>only in the cells that hold a ground truth's centre, with strict thresholds (YOLO)</source>
<translation>nur in den Zellen mit der Mitte einer Ground Truth, mit strikten Schwellen (YOLO)</translation></message>
<message><source>only outputs can tell</source>
<translation>nur Ausgaben sagen es</translation></message>
<message><source>only predictions decide which anchors are positive</source>
<translation>nur Vorhersagen entscheiden, welche Anchors positiv sind</translation></message>
<message><source>only predictions decide which points are positive</source>
<translation>nur Vorhersagen entscheiden, welche Punkte positiv sind</translation></message>
<message><source>only where that best IoU is at least this</source>
<translation>nur wo diese beste IoU mindestens so groß ist</translation></message>
<message><source>only where that best IoU is over this</source>
<translation>nur wo diese beste IoU größer ist</translation></message>
<message><source>open predictions first: Ctrl+P</source>
<translation>zuerst Vorhersagen öffnen: Strg+P</translation></message>
<message><source>opens the menu {name}</source>
<translation>öffnet das Menü {name}</translation></message>
<message><source>opens the same annotations with the pictures of another folder</source>
<translation>öffnet dieselben Annotationen mit den Bildern eines anderen Ordners</translation></message>
<message><source>optional; without them you see labels and targets, with them t, losses and proposals</source>
<translation>wahlweise; ohne sie sieht man Labels und Ziele, mit ihnen t, Losses und Proposals</translation></message>
<message><source>or means wanted</source>
<translation>oder means erwünscht</translation></message>
<message><source>order of the four numbers in the network's output and in t</source>
<translation>Reihenfolge der vier Zahlen in der Netzausgabe und in t</translation></message>
<message><source>order worst loss</source>
<translation>order worst loss Reihenfolge schlechteste</translation></message>
<message><source>original px  x {x}  y {y}</source>
<translation>Original-px  x {x}  y {y}</translation></message>
<message><source>original {original}  →  network {network}{scale}  →  padded {padded}</source>
<translation>Original {original}  →  Netz {network}{scale}  →  aufgefüllt {padded}</translation></message>
<message><source>other GT owns it</source>
<translation>andere GT besitzt ihn</translation></message>
<message><source>other cell</source>
<translation>andere Zelle</translation></message>
<message><source>other shape or cell</source>
<translation>andere Form oder Zelle</translation></message>
<message><source>other sizes and ratios, each counted over the whole dataset</source>
<translation>andere Größen und Verhältnisse, jedes über den ganzen Datensatz gezählt</translation></message>
<message><source>outputs</source>
<translation>Ausgaben</translation></message>
<message><source>outputs A</source>
<translation>Ausgaben A</translation></message>
<message><source>outputs B</source>
<translation>Ausgaben B</translation></message>
<message><source>outside</source>
<translation>außerhalb</translation></message>
<message><source>outside the assignment in one of them</source>
<translation>in einem außerhalb der Zuordnung</translation></message>
<message><source>outside the crop</source>
<translation>außerhalb des Ausschnitts</translation></message>
<message><source>outside the mosaic</source>
<translation>außerhalb des Mosaiks</translation></message>
<message><source>outside the picture in one of them</source>
<translation>in einer außerhalb des Bildes</translation></message>
<message><source>over</source>
<translation>über</translation></message>
<message><source>over the boxes of a stage before: the mean of all stages' logits, or of all stages' scores</source>
<translation>über die Boxen einer vorigen Stufe: das Mittel der Logits aller Stufen, oder der Scores aller Stufen</translation></message>
<message><source>over the cut</source>
<translation>über dem Schnitt</translation></message>
<message><source>overlap of the decoded box with the ground truth</source>
<translation>Überlappung der dekodierten Box mit der Ground Truth</translation></message>
<message><source>overlap to the beta</source>
<translation>Überlappung hoch beta</translation></message>
<message><source>overlap with the box that suppressed it</source>
<translation>Überlappung mit der Box, die sie unterdrückte</translation></message>
<message><source>overlaps no anchor</source>
<translation>überlappt keinen Anchor</translation></message>
<message><source>p</source>
<translation>p</translation></message>
<message><source>p NaN, so it has no rank</source>
<translation>p NaN, also kein Rang</translation></message>
<message><source>p of its own class</source>
<translation>p der eigenen Klasse</translation></message>
<message><source>p of the background</source>
<translation>p des Hintergrunds</translation></message>
<message><source>p {lowest:.3f} and up</source>
<translation>p ab {lowest:.3f}</translation></message>
<message><source>p, the best class's</source>
<translation>p, der besten Klasse</translation></message>
<message><source>padded</source>
<translation>aufgefüllt</translation></message>
<message><source>padded to a multiple of this, 1: not</source>
<translation>auf ein Vielfaches davon aufgefüllt, 1: nicht</translation></message>
<message><source>padded to long x long; to the next multiples of 64, whatever long; or neither scaled nor padded</source>
<translation>aufgefüllt auf long x long; auf die nächsten Vielfachen von 64, gleich welches long; oder weder skaliert noch aufgefüllt</translation></message>
<message><source>padded to the next multiple of stride, to size, or not at all, stretched to size</source>
<translation>aufgefüllt auf das nächste Vielfache von stride, auf size, oder gar nicht, auf size gestreckt</translation></message>
<message><source>padded to the square, or to the shape of the pictures in the batch</source>
<translation>aufgefüllt auf das Quadrat, oder auf die Form der Bilder im Batch</translation></message>
<message><source>pairs</source>
<translation>Paare</translation></message>
<message><source>pairs of a level's stride, px, and by what the sigmoid is stretched about the middle of its cell; 1 elsewhere (darknet's scale_x_y)</source>
<translation>Paare aus dem Stride einer Ebene, px, und worum das Sigmoid um die Mitte seiner Zelle gestreckt wird; sonst 1 (scale_x_y von darknet)</translation></message>
<message><source>panels docks default restore</source>
<translation>panels docks default restore Standard</translation></message>
<message><source>part of a cell from whose edge on the cell beside is taken too, not reached</source>
<translation>Teil einer Zelle, ab deren Rand auch die Zelle daneben genommen wird, nicht erreicht</translation></message>
<message><source>part of the box loss, of a box in the mini-batch</source>
<translation>Teil des Box-Loss, einer Box im Mini-Batch</translation></message>
<message><source>part of the class loss, of a box in the mini-batch</source>
<translation>Teil des Klassen-Loss, einer Box im Mini-Batch</translation></message>
<message><source>part of the total loss</source>
<translation>Teil des Gesamt-Loss</translation></message>
<message><source>per box</source>
<translation>je Box</translation></message>
<message><source>picture missing</source>
<translation>Bild fehlt</translation></message>
<message><source>picture unreadable</source>
<translation>Bild unlesbar</translation></message>
<message><source>pictures annotated with another size than their file has</source>
<translation>Bilder, mit anderer Größe annotiert, als ihre Datei hat</translation></message>
<message><source>pictures missing: their file was not found</source>
<translation>fehlende Bilder: Ihre Datei wurde nicht gefunden</translation></message>
<message><source>pictures unreadable: their file tells no size</source>
<translation>unlesbare Bilder: Ihre Datei nennt keine Größe</translation></message>
<message><source>pictures whose width and height are exchanged, in the annotation or by the boxes</source>
<translation>Bilder mit vertauschter Breite und Höhe, in der Annotation oder nach den Boxen</translation></message>
<message><source>pictures with all boxes within 0 to 1 where pixels are wanted</source>
<translation>Bilder mit allen Boxen in 0 bis 1, wo Pixel erwartet sind</translation></message>
<message><source>pictures without any box</source>
<translation>Bilder ganz ohne Box</translation></message>
<message><source>plain sums</source>
<translation>einfache Summen</translation></message>
<message><source>point</source>
<translation>Punkt</translation></message>
<message><source>points</source>
<translation>Punkte</translation></message>
<message><source>points in the loss</source>
<translation>Punkte im Verlust</translation></message>
<message><source>pooled from {level}</source>
<translation>gepoolt aus {level}</translation></message>
<message><source>pos. ≥</source>
<translation>pos. ≥</translation></message>
<message><source>positive</source>
<translation>positiv</translation></message>
<message><source>positive anchors</source>
<translation>positive Anchors</translation></message>
<message><source>positive anchors in A</source>
<translation>positive Anchors in A</translation></message>
<message><source>positive anchors in A by the low-quality rule</source>
<translation>positive Anchors in A durch die Low-Quality-Regel</translation></message>
<message><source>positive anchors in B</source>
<translation>positive Anchors in B</translation></message>
<message><source>positive anchors in B by the low-quality rule</source>
<translation>positive Anchors in B durch die Low-Quality-Regel</translation></message>
<message><source>positive anchors more in B</source>
<translation>mehr positive Anchors in B</translation></message>
<message><source>positive points</source>
<translation>positive Punkte</translation></message>
<message><source>positive threshold</source>
<translation>positive Schwelle</translation></message>
<message><source>positive, negative or ignored</source>
<translation>positiv, negativ oder ignoriert</translation></message>
<message><source>positives</source>
<translation>Positive</translation></message>
<message><source>positives a box</source>
<translation>Positive je Box</translation></message>
<message><source>positives count alike in the box loss; by the centreness of the anchor in its ground truth, whose sum, at least 1, then divides the loss; or by the soft target of the class</source>
<translation>Positive zählen im Box-Loss gleich; nach der Zentriertheit des Anchors in seiner Ground Truth, deren Summe, mindestens 1, den Loss dann teilt; oder nach dem weichen Ziel der Klasse</translation></message>
<message><source>positives each</source>
<translation>Positive je GT</translation></message>
<message><source>positives score above {found} of negatives, not {own}</source>
<translation>Positive liegen vor {found} der Negativen, nicht {own}</translation></message>
<message><source>positives score above {here} of negatives, by the scores {of} above {there}</source>
<translation>Positive liegen vor {here} der Negativen, nach den Scores {of} vor {there}</translation></message>
<message><source>precision in which boxes are scaled</source>
<translation>Genauigkeit, in der Boxen skaliert werden</translation></message>
<message><source>precision in which the scale is computed</source>
<translation>Genauigkeit, in der der Maßstab berechnet wird</translation></message>
<message><source>precision of anchors and IoU; it decides ties</source>
<translation>Genauigkeit von Anchors und IoU; sie entscheidet Gleichstände</translation></message>
<message><source>precision of decoding; the result is float32</source>
<translation>Genauigkeit des Dekodierens; das Ergebnis ist float32</translation></message>
<message><source>precision of t*; the result is float32</source>
<translation>Genauigkeit von t*; das Ergebnis ist float32</translation></message>
<message><source>precision of the threshold that a float32 IoU is compared with</source>
<translation>Genauigkeit der Schwelle, mit der eine float32-IoU verglichen wird</translation></message>
<message><source>predicted</source>
<translation>vorhergesagt</translation></message>
<message><source>predicted box of the selected anchor, or of every positive</source>
<translation>vorhergesagte Box des ausgewählten Anchors, oder jedes positiven</translation></message>
<message><source>predicted box of the selected point, or of every positive</source>
<translation>vorhergesagte Box des gewählten Punkts, oder jedes positiven</translation></message>
<message><source>prediction</source>
<translation>Vorhersage</translation></message>
<message><source>prediction fits</source>
<translation>Vorhersage passt</translation></message>
<message><source>predicts IoU &gt; {ignore:.2f}</source>
<translation>sagt IoU &gt; {ignore:.2f} vorher</translation></message>
<message><source>presets conventions library torchvision detectron2 mmdet anchors</source>
<translation>presets conventions library torchvision detectron2 mmdet anchors Bibliothek Konventionen</translation></message>
<message><source>presses or enters what has the keyboard</source>
<translation>drückt oder betritt, was die Tastatur hat</translation></message>
<message><source>proposal</source>
<translation>Proposal</translation></message>
<message><source>proposal {n}</source>
<translation>Proposal {n}</translation></message>
<message><source>proposal {n} was pooled from another map than this recipe's stage {stage} says</source>
<translation>Proposal {n} wurde aus einer anderen Map gepoolt, als Stufe {stage} dieses Rezepts sagt</translation></message>
<message><source>proposal {n}, cut later,</source>
<translation>Proposal {n}, später abgeschnitten,</translation></message>
<message><source>proposal {n}: IoU {iou}, p {score}</source>
<translation>Proposal {n}: IoU {iou}, p {score}</translation></message>
<message><source>proposals</source>
<translation>Proposals</translation></message>
<message><source>proposals in the loss</source>
<translation>Proposals im Loss</translation></message>
<message><source>proposals with their labels</source>
<translation>Proposals mit ihren Labels</translation></message>
<message><source>px</source>
<translation>px</translation></message>
<message><source>px an anchor may leave the picture before it counts as outside</source>
<translation>px, die ein Anchor aus dem Bild ragen darf, bevor er als außerhalb zählt</translation></message>
<message><source>px by which an anchor's centre must lie inside the ground truth, not reached</source>
<translation>px, die die Mitte eines Anchors in der Ground Truth liegen muss, nicht erreicht</translation></message>
<message><source>px by which one group is shifted from the next; 0: as far as the largest coordinate, and one</source>
<translation>px, um die eine Gruppe gegen die nächste verschoben wird; 0: um die größte Koordinate und eins</translation></message>
<message><source>px of the longer side, and of the square</source>
<translation>px der längeren Seite und des Quadrats</translation></message>
<message><source>px of the network; or of the picture, from before NMS, or from before decoding</source>
<translation>px des Netzes; oder des Bildes, ab vor NMS, oder ab vor dem Dekodieren</translation></message>
<message><source>px of which picture min_size counts</source>
<translation>px welchen Bildes min_size zählt</translation></message>
<message><source>px that the rest is a part of, where padded so far</source>
<translation>px, deren Vielfaches der Rest ist, wo so weit aufgefüllt</translation></message>
<message><source>px the centre may move along an axis</source>
<translation>px, die sich die Mitte entlang einer Achse bewegen darf</translation></message>
<message><source>px to which a shorter side of a ground truth is enlarged for its candidates; 0: none (YOLO26)</source>
<translation>px, auf die eine kürzere Seite einer Ground Truth für ihre Kandidaten vergrößert wird; 0: nicht (YOLO26)</translation></message>
<message><source>q is the soft target; the maxima are of the points it owns.</source>
<translation>q ist das weiche Ziel; die Maxima gelten den Punkten, die sie besitzt.</translation></message>
<message><source>q, the target of the entropy, is how well the pair listed last fits by the IoU of the box loss, 0 or more.</source>
<translation>q, das Ziel der Entropie, ist die Passung des zuletzt gelisteten Paars nach der IoU des Box-Loss, mindestens 0.</translation></message>
<message><source>r</source>
<translation>r</translation></message>
<message><source>radius</source>
<translation>Radius</translation></message>
<message><source>radius around the centre</source>
<translation>Radius um die Mitte</translation></message>
<message><source>radius of the distance's cost</source>
<translation>Radius der Entfernungskosten</translation></message>
<message><source>rank</source>
<translation>Rang</translation></message>
<message><source>rank {rank} by p · p {score}</source>
<translation>Rang {rank} nach p · p {score}</translation></message>
<message><source>ratio</source>
<translation>Verhältnis</translation></message>
<message><source>ratios of a cell in reverse order (w/h where the recipe has h/w)</source>
<translation>Seitenverhältnisse einer Zelle in umgekehrter Reihenfolge (w/h, wo das Rezept h/w hat)</translation></message>
<message><source>reached</source>
<translation>erreicht</translation></message>
<message><source>reached: best IoU ≥ {v}</source>
<translation>erreicht: beste IoU ≥ {v}</translation></message>
<message><source>reaches</source>
<translation>erreicht</translation></message>
<message><source>reaches {value} {unit} beyond {picture}</source>
<translation>ragt {value} {unit} hinaus ({picture})</translation></message>
<message><source>reading the annotations</source>
<translation>lese die Annotationen</translation></message>
<message><source>reading the predictions</source>
<translation>lese die Vorhersagen</translation></message>
<message><source>reads the files again; picture, recipe and selection stay where they are still there</source>
<translation>liest die Dateien neu; Bild, Rezept und Auswahl bleiben, wo es sie noch gibt</translation></message>
<message><source>recall at {iou}</source>
<translation>Recall bei {iou}</translation></message>
<message><source>recall: {now} of the boxes reach IoU {at}, was {before}</source>
<translation>Recall: {now} der Boxen erreichen IoU {at}, war {before}</translation></message>
<message><source>recipe </source>
<translation>Rezept </translation></message>
<message><source>recipe  {name}</source>
<translation>Rezept  {name}</translation></message>
<message><source>recipe A</source>
<translation>Rezept A</translation></message>
<message><source>recipe B</source>
<translation>Rezept B</translation></message>
<message><source>records that could not be read and were left out</source>
<translation>Einträge, die nicht lesbar waren und wegblieben</translation></message>
<message><source>records that several files may equally belong to, so that their boxes are left out</source>
<translation>Einträge, die zu mehreren Dateien gehören können, so dass ihre Boxen wegbleiben</translation></message>
<message><source>records that were read all the same, though odd</source>
<translation>Einträge, die trotz Seltsamem gelesen wurden</translation></message>
<message><source>refresh update read again</source>
<translation>refresh update read again auffrischen neu lesen</translation></message>
<message><source>refused: it declares a document type</source>
<translation>abgelehnt: deklariert einen Dokumenttyp</translation></message>
<message><source>refused: {why}</source>
<translation>abgelehnt: {why}</translation></message>
<message><source>reset to {name}</source>
<translation>zurücksetzen auf {name}</translation></message>
<message><source>residual d = t − t*</source>
<translation>Residuum d = t − t*</translation></message>
<message><source>residual t − t*</source>
<translation>Residuum t − t*</translation></message>
<message><source>residuals</source>
<translation>Residuen</translation></message>
<message><source>residuals {said}; beta {beta:.4f}</source>
<translation>Residuen {said}; beta {beta:.4f}</translation></message>
<message><source>right</source>
<translation>richtig</translation></message>
<message><source>right: IoU ≥ 0.50</source>
<translation>richtig: IoU ≥ 0.50</translation></message>
<message><source>right: positive</source>
<translation>richtig: positiv</translation></message>
<message><source>root of the area, original px</source>
<translation>Wurzel der Fläche, Original-px</translation></message>
<message><source>rotate orientation</source>
<translation>rotate orientation drehen Ausrichtung</translation></message>
<message><source>rows csv loss fate suppressed kept low-quality low quality</source>
<translation>rows csv loss fate suppressed kept low-quality Zeilen Verbleib</translation></message>
<message><source>rows of six numbers, guessed to be x1, y1, x2, y2, {order}</source>
<translation>Zeilen von sechs Zahlen, vermutet als x1, y1, x2, y2, {order}</translation></message>
<message><source>s</source>
<translation>s</translation></message>
<message><source>s is the score of the class, o the CIoU of the predicted box, for ground truth {n}.</source>
<translation>s ist der Score der Klasse, o die CIoU der vorhergesagten Box, für GT {n}.</translation></message>
<message><source>sampled</source>
<translation>gezogen</translation></message>
<message><source>sampled: number sampled; sampled_parts: max(positives, 1) + max(negatives, 1); batch: the batch's nominal size; positives: at least 1; positives_plus_one, four times for the box; moving_average: 0.9 before + 0.1 positives; none: plain sums; sampled_and_positives: number sampled, for the box four times the positives; level_mean: by level the means of each pair's box and class and of each anchor's objectness, whose target is the last pair's IoU (YOLOv5); targets: the sum of the soft targets, at least 1</source>
<translation>sampled: Zahl der gezogenen; sampled_parts: max(Positive, 1) + max(Negative, 1); batch: nominale Größe des Batches; positives: mindestens 1; positives_plus_one, viermal für die Box; moving_average: 0.9 vorher + 0.1 Positive; none: einfache Summen; sampled_and_positives: Zahl der gezogenen, für die Box viermal die Positiven; level_mean: je Ebene die Mittel von Box und Klasse jedes Paars und der Objectness jedes Anchors, deren Ziel die IoU des letzten Paars ist (YOLOv5); targets: die Summe der weichen Ziele, mindestens 1</translation></message>
<message><source>save coco voc yolo labelme csv parquet json results predictions proposals detections</source>
<translation>save coco voc yolo labelme csv parquet json results predictions proposals detections sichern Ergebnisse</translation></message>
<message><source>says how raw outputs are laid out; open it together with them</source>
<translation>sagt, wie Rohausgaben liegen; zusammen mit ihnen öffnen</translation></message>
<message><source>says {w} x {h} px, which its {size} bytes cannot hold</source>
<translation>sagt {w} x {h} px, was seine {size} Bytes nicht halten können</translation></message>
<message><source>scale {axis}</source>
<translation>Maßstab {axis}</translation></message>
<message><source>scaled and moved</source>
<translation>skaliert und verschoben</translation></message>
<message><source>score</source>
<translation>Score</translation></message>
<message><source>score +</source>
<translation>Score +</translation></message>
<message><source>score &gt; min_score comes before the first top-k; otherwise &gt;=, after it</source>
<translation>score &gt; min_score kommt vor dem ersten Top-k; sonst &gt;=, danach</translation></message>
<message><source>score of the RPN, 0 to 1</source>
<translation>Score des RPN, 0 bis 1</translation></message>
<message><source>score p</source>
<translation>Score p</translation></message>
<message><source>score p in A</source>
<translation>Score p in A</translation></message>
<message><source>score p in B</source>
<translation>Score p in B</translation></message>
<message><source>score to the alpha</source>
<translation>Score hoch alpha</translation></message>
<message><source>score to the alpha times overlap to the beta, of its best ground truth</source>
<translation>Score hoch alpha mal Überlappung hoch beta, ihrer besten Ground Truth</translation></message>
<message><source>score −</source>
<translation>Score −</translation></message>
<message><source>score, 0 to 1</source>
<translation>Score, 0 bis 1</translation></message>
<message><source>score, 0 to 1: objectness or the best class</source>
<translation>Score, 0 bis 1: Objectness oder die beste Klasse</translation></message>
<message><source>score, by:</source>
<translation>Score, nach:</translation></message>
<message><source>score, class</source>
<translation>Score, Klasse</translation></message>
<message><source>scores are probabilities, not logits</source>
<translation>Scores sind Wahrscheinlichkeiten, keine Logits</translation></message>
<message><source>scores are the background's, or object before background</source>
<translation>Scores sind die des Hintergrunds, oder Objekt vor Hintergrund</translation></message>
<message><source>scores, negatives</source>
<translation>Scores, Negative</translation></message>
<message><source>scores, positives</source>
<translation>Scores, Positive</translation></message>
<message><source>screenshot picture image png clipboard snapshot</source>
<translation>screenshot picture image png clipboard snapshot Bild Zwischenablage</translation></message>
<message><source>screenshot picture image png svg jpeg snapshot print</source>
<translation>screenshot picture image png svg jpeg snapshot print Bild drucken</translation></message>
<message><source>search find query where label iou level score fate suppressed kept</source>
<translation>search find query where label iou level score fate suppressed kept suchen</translation></message>
<message><source>search palette actions</source>
<translation>search palette actions suchen</translation></message>
<message><source>search picture file name</source>
<translation>search picture file name suchen Bild Dateiname</translation></message>
<message><source>searching</source>
<translation>suche</translation></message>
<message><source>second</source>
<translation>zweite</translation></message>
<message><source>selected</source>
<translation>ausgewählt</translation></message>
<message><source>settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality low quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize</source>
<translation>settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize Einstellungen Schwelle</translation></message>
<message><source>several numbers for each side, the distances' distribution</source>
<translation>mehrere Zahlen je Seite, die Verteilung der Abstände</translation></message>
<message><source>shape IoU &gt; {further:.2f}</source>
<translation>Form-IoU &gt; {further:.2f}</translation></message>
<message><source>shapes (w, h) px in no layer: a ground truth most like one of them has no anchor</source>
<translation>Formen (w, h) px in keinem Layer: Eine Ground Truth, die einer davon am nächsten kommt, hat keinen Anchor</translation></message>
<message><source>share</source>
<translation>Anteil</translation></message>
<message><source>share of all judged</source>
<translation>Anteil aller beurteilten</translation></message>
<message><source>share of area in such a region above which an anchor is ignored</source>
<translation>Flächenanteil in einer solchen Region, über dem ein Anchor ignoriert ist</translation></message>
<message><source>share of ground truths that a high-scoring decoded box covers at IoU 0.5</source>
<translation>Anteil der Ground Truths, die eine dekodierte Box mit hohem Score bei IoU 0.5 deckt</translation></message>
<message><source>share of pairs in which a positive anchor scores above a negative one: 1 always, 0.5 is chance</source>
<translation>Anteil der Paare, in denen ein positiver Anchor vor einem negativen liegt: 1 immer, 0.5 ist Zufall</translation></message>
<message><source>share of the class</source>
<translation>Anteil der Klasse</translation></message>
<message><source>share of the picture's box loss, %; those in the loss only</source>
<translation>Anteil am Box-Loss des Bildes, %; nur die im Loss</translation></message>
<message><source>shared</source>
<translation>geteilt</translation></message>
<message><source>shares every candidate</source>
<translation>teilt jeden Kandidaten</translation></message>
<message><source>shortcuts keyboard hotkeys bindings help</source>
<translation>shortcuts keyboard hotkeys bindings help Tastatur Tastenkürzel</translation></message>
<message><source>show changed fields only</source>
<translation>nur geänderte Felder zeigen</translation></message>
<message><source>show the outputs under the chosen reading; the file stays as it is</source>
<translation>die Ausgaben unter der gewählten Lesart zeigen; die Datei bleibt, wie sie ist</translation></message>
<message><source>side * scale to whole px</source>
<translation>Seite * Maßstab auf ganze px</translation></message>
<message><source>side of each level's base box, px, which sizes multiply</source>
<translation>Seite der Grundbox jeder Ebene, px, mit der sizes malnimmt</translation></message>
<message><source>side {name}: expected {value} strides</source>
<translation>Seite {name}: erwartet {value} Strides</translation></message>
<message><source>sides coded without a logarithm, w / w of the anchor</source>
<translation>Seiten ohne Logarithmus kodiert, w / w des Anchors</translation></message>
<message><source>sides coded without a logarithm, w / w of the anchor - 1</source>
<translation>Seiten ohne Logarithmus kodiert, w / w des Anchors - 1</translation></message>
<message><source>sides of each level's squares, px</source>
<translation>Seiten der Quadrate jeder Ebene, px</translation></message>
<message><source>sides within {limit:g}</source>
<translation>Seiten innerhalb {limit:g}</translation></message>
<message><source>similar shape</source>
<translation>ähnliche Form</translation></message>
<message><source>simulated predictions are for looking only and are not exported</source>
<translation>simulierte Vorhersagen sind nur zum Ansehen und werden nicht exportiert</translation></message>
<message><source>simulated, not from a model</source>
<translation>simuliert, nicht von einem Modell</translation></message>
<message><source>size</source>
<translation>Größe</translation></message>
<message><source>sizes</source>
<translation>Größen</translation></message>
<message><source>sizes and ratios, step by step, those best by the criterion</source>
<translation>Größen und Seitenverhältnisse, Schritt für Schritt die nach dem Kriterium besten</translation></message>
<message><source>sizes of a cell in reverse order</source>
<translation>Größen einer Zelle in umgekehrter Reihenfolge</translation></message>
<message><source>sizes of each level, in fractions of the input: the first for all ratios, the others for squares</source>
<translation>Größen jeder Ebene, in Bruchteilen der Eingabe: die erste für alle Verhältnisse, die anderen für Quadrate</translation></message>
<message><source>sizes of each level, in multiples of base_sizes</source>
<translation>Größen jeder Ebene, in Vielfachen von base_sizes</translation></message>
<message><source>sizes of each level, px: the square root of the area</source>
<translation>Größen jeder Ebene, px: die Quadratwurzel der Fläche</translation></message>
<message><source>small</source>
<translation>klein</translation></message>
<message><source>smallest score</source>
<translation>kleinster Score</translation></message>
<message><source>smallest side, px; -1: no filter</source>
<translation>kleinste Seite, px; -1: kein Filter</translation></message>
<message><source>smooth L1; Huber, which is beta times that; squares and cross entropies of coordinates; balanced L1; or, of decoded boxes, IoU and its kin</source>
<translation>Smooth L1; Huber, das ist beta mal so viel; Quadrate und Kreuzentropien der Koordinaten; Balanced L1; oder, von dekodierten Boxen, IoU und Verwandte</translation></message>
<message><source>so many negatives for each positive</source>
<translation>so viele Negative je Positiv</translation></message>
<message><source>so many of the best candidates of a ground truth</source>
<translation>so viele der besten Kandidaten einer Ground Truth</translation></message>
<message><source>so many of them stay after contests; 0: all</source>
<translation>so viele davon bleiben nach dem Wettstreit; 0: alle</translation></message>
<message><source>soft labels, as many as the IoUs add up to</source>
<translation>weiche Labels, so viele, wie die IoUs ergeben</translation></message>
<message><source>soft target of its class</source>
<translation>weiches Ziel seiner Klasse</translation></message>
<message><source>square root of its area, network px</source>
<translation>Quadratwurzel der Fläche, Netz-px</translation></message>
<message><source>square root of the area, network px</source>
<translation>Quadratwurzel der Fläche, Netz-px</translation></message>
<message><source>starts at 0, where {format} counts pixels from 1</source>
<translation>beginnt bei 0, wo {format} Pixel ab 1 zählt</translation></message>
<message><source>starts at 1, and no box of the dataset starts at 0: counted from 1, a pixel off?</source>
<translation>beginnt bei 1, und keine Box des Datensatzes beginnt bei 0: ab 1 gezählt, ein Pixel daneben?</translation></message>
<message><source>stay at this step while the training goes on (Shift+Space)</source>
<translation>bei diesem Schritt bleiben, während das Training weiterläuft (Umschalt+Leertaste)</translation></message>
<message><source>std of t*, h</source>
<translation>Std von t*, h</translation></message>
<message><source>std of t*, w</source>
<translation>Std von t*, w</translation></message>
<message><source>stds</source>
<translation>stds</translation></message>
<message><source>step training iteration epoch earlier</source>
<translation>step training iteration epoch earlier Schritt früher</translation></message>
<message><source>step training iteration epoch later</source>
<translation>step training iteration epoch later Schritt später</translation></message>
<message><source>step {step}</source>
<translation>Schritt {step}</translation></message>
<message><source>step {step} written {ago}</source>
<translation>Schritt {step} geschrieben {ago}</translation></message>
<message><source>step {step}, {place} of {count}</source>
<translation>Schritt {step}, {place} von {count}</translation></message>
<message><source>step {step}: p {score}</source>
<translation>Schritt {step}: p {score}</translation></message>
<message><source>stop hold live freeze</source>
<translation>stop hold live freeze anhalten</translation></message>
<message><source>stop reading; what was open stays (Esc)</source>
<translation>Lesen anhalten; was offen war, bleibt (Esc)</translation></message>
<message><source>stopped</source>
<translation>angehalten</translation></message>
<message><source>stride along x where it is not the one along y, px; empty: the same</source>
<translation>Stride entlang x, wo es nicht der entlang y ist, px; leer: derselbe</translation></message>
<message><source>strides around a ground truth's centre within which points are near</source>
<translation>Strides um die Mitte einer Ground Truth, in denen Punkte nah sind</translation></message>
<message><source>strides from a ground truth's centre at which the distance costs 1; ten times as much each stride more</source>
<translation>Strides von der Mitte einer Ground Truth, bei denen die Entfernung 1 kostet; je Stride mehr zehnmal so viel</translation></message>
<message><source>strides from the corner that the centre is counted from to the point</source>
<translation>Strides von der Ecke, ab der die Mitte zählt, zum Punkt</translation></message>
<message><source>strides {factor} times the recipe's</source>
<translation>Strides das {factor}-Fache der des Rezepts</translation></message>
<message><source>subtracted from t</source>
<translation>von t abgezogen</translation></message>
<message><source>such an anchor is ignored before all else; or, from that share on, merely never negative</source>
<translation>ein solcher Anchor ist vor allem anderen ignoriert; oder ab diesem Anteil nur nie negativ</translation></message>
<message><source>such an anchor is trained towards the ground truth it overlaps most, or the one that claims it: the last to claim, or the first</source>
<translation>ein solcher Anchor trainiert die Ground Truth, die er am meisten überlappt, oder die ihn beansprucht: die letzte oder die erste</translation></message>
<message><source>suggested</source>
<translation>vorgeschlagen</translation></message>
<message><source>suggested, IoU ≥ {least}</source>
<translation>vorgeschlagen, IoU ≥ {least}</translation></message>
<message><source>sum</source>
<translation>Summe</translation></message>
<message><source>sum of the four</source>
<translation>Summe der vier</translation></message>
<message><source>sum over its anchors in the mini-batch</source>
<translation>Summe über ihre Anchors im Mini-Batch</translation></message>
<message><source>suppress when IoU &gt; nms, or &gt;= nms</source>
<translation>unterdrücken, wenn IoU &gt; nms, oder &gt;= nms</translation></message>
<message><source>suppressed</source>
<translation>unterdrückt</translation></message>
<message><source>t</source>
<translation>t</translation></message>
<message><source>t below</source>
<translation>t unten</translation></message>
<message><source>t is divided by them afterwards</source>
<translation>t wird danach durch sie geteilt</translation></message>
<message><source>t says how far each side of the box lies from the anchor's, in widths and heights of the anchor.</source>
<translation>t sagt, wie weit jede Seite der Box von der des Anchors liegt, in Breiten und Höhen des Anchors.</translation></message>
<message><source>t*</source>
<translation>t*</translation></message>
<message><source>t* above</source>
<translation>t* oben</translation></message>
<message><source>t* by proposal</source>
<translation>t* nach Proposal</translation></message>
<message><source>t* from box</source>
<translation>t* von Box</translation></message>
<message><source>t* of GT {number}</source>
<translation>t* von GT {number}</translation></message>
<message><source>t, with t* dashed</source>
<translation>t, mit t* gestrichelt</translation></message>
<message><source>t1</source>
<translation>t1</translation></message>
<message><source>t_l, t_t, t_r and t_b say how far from the point the sides of the box lie.</source>
<translation>t_l, t_t, t_r und t_b sagen, wie weit vom Punkt die Seiten der Box liegen.</translation></message>
<message><source>t_x and t_y say where in its cell c, of stride s, the centre lies: from 0 to 1.</source>
<translation>t_x und t_y sagen, wo in ihrer Zelle c, vom Stride s, die Mitte liegt: von 0 bis 1.</translation></message>
<message><source>t_{name} is cut at {bound} before exp.</source>
<translation>t_{name} ist vor exp bei {bound} gekappt.</translation></message>
<message><source>taken</source>
<translation>genommen</translation></message>
<message><source>taken over</source>
<translation>übernommen</translation></message>
<message><source>takes no part</source>
<translation>nimmt nicht teil</translation></message>
<message><source>target</source>
<translation>Ziel</translation></message>
<message><source>target {value}</source>
<translation>Ziel {value}</translation></message>
<message><source>targets</source>
<translation>Ziele</translation></message>
<message><source>task-aligned, one-to-many</source>
<translation>task-aligned, eins zu vielen</translation></message>
<message><source>task-aligned, one-to-one</source>
<translation>task-aligned, eins zu eins</translation></message>
<message><source>that anchor is given to {other}, which it overlaps {how_much}</source>
<translation>jener Anchor geht an {other}, die er {how_much} überlappt</translation></message>
<message><source>that anchor overlaps {other} {how_much}</source>
<translation>jener Anchor überlappt {other} {how_much}</translation></message>
<message><source>that it is decoded from</source>
<translation>aus dem sie dekodiert ist</translation></message>
<message><source>the IoU of the box loss, the objectness target of the pair listed last</source>
<translation>die IoU des Box-Loss, das Objectness-Ziel des zuletzt gelisteten Paars</translation></message>
<message><source>the [yolo] layer with the most similar shape, from 1; the panel names all that train it</source>
<translation>der [yolo]-Layer mit der ähnlichsten Form, ab 1; das Panel nennt alle, die sie trainieren</translation></message>
<message><source>the anchor it came from</source>
<translation>der Anchor, aus dem es kam</translation></message>
<message><source>the anchor of the most similar shape, of all layers, in the cell of the centre (darknet's YOLOv3 and v4)</source>
<translation>der Anchor der ähnlichsten Form, aus allen Layern, in der Zelle der Mitte (YOLOv3 und v4 von darknet)</translation></message>
<message><source>the anchor's label, the same in both</source>
<translation>das Label des Anchors, in beiden gleich</translation></message>
<message><source>the anchors it is paired with, each counted once</source>
<translation>die mit ihr gepaarten Anchors, jeder einmal gezählt</translation></message>
<message><source>the anchors it may take, by geometry alone</source>
<translation>die Anchors, die sie nehmen darf, allein nach Geometrie</translation></message>
<message><source>the anchors nearest to its centre, of all levels</source>
<translation>die ihrer Mitte nächsten Anchors, aller Ebenen</translation></message>
<message><source>the anchors over {positive:.2f} overlap another ground truth more</source>
<translation>die Anchors über {positive:.2f} überlappen eine andere Ground Truth mehr</translation></message>
<message><source>the axis of numbers at the other end</source>
<translation>die Achse der Zahlen am anderen Ende</translation></message>
<message><source>the background's column among the class logits</source>
<translation>die Spalte des Hintergrunds unter den Klassen-Logits</translation></message>
<message><source>the best IoU from which a ground truth makes its best anchor positive</source>
<translation>die beste IoU, ab der eine Ground Truth ihren besten Anchor positiv macht</translation></message>
<message><source>the best shape of all layers</source>
<translation>die beste Form aller Layer</translation></message>
<message><source>the best {most}</source>
<translation>die besten {most}</translation></message>
<message><source>the box at {corners}, left out from {place},</source>
<translation>die Box bei {corners}, ausgelassen aus {place},</translation></message>
<message><source>the box of anchor {n:,}</source>
<translation>die Box von Anchor {n:,}</translation></message>
<message><source>the cheapest anchors of those a ratio of sides allows, as many as the best IoUs add up to (YOLOv7)</source>
<translation>die billigsten der Anchors, die ein Seitenverhältnis zulässt, so viele, wie die besten IoUs ergeben (YOLOv7)</translation></message>
<message><source>the cheapest points inside, with classes softened by IoU and a cost of the distance (RTMDet)</source>
<translation>die billigsten Punkte darin, mit nach IoU weichen Klassen und Kosten der Entfernung (RTMDet)</translation></message>
<message><source>the cheapest points near a ground truth, as many as its best IoUs add up to (YOLOX)</source>
<translation>die billigsten Punkte nahe einer Ground Truth, so viele, wie ihre besten IoUs ergeben (YOLOX)</translation></message>
<message><source>the checkpoint whose outputs are shown (, and .)</source>
<translation>der Checkpoint, dessen Ausgaben gezeigt werden (, und .)</translation></message>
<message><source>the cost of the class</source>
<translation>die Kosten der Klasse</translation></message>
<message><source>the cost of the place</source>
<translation>die Kosten des Orts</translation></message>
<message><source>the dataset has {images} images and {boxes} boxes, was {before} and {then}</source>
<translation>der Datensatz hat {images} Bilder und {boxes} Boxen, war {before} und {then}</translation></message>
<message><source>the deltas {of} fit better, on the whole: their order is not one of those tried here</source>
<translation>die Deltas {of} passen im Ganzen besser: ihre Reihenfolge ist keine der hier probierten</translation></message>
<message><source>the ends of the lost ones</source>
<translation>die Enden der verlorenen</translation></message>
<message><source>the evaluation was stopped</source>
<translation>die Auswertung wurde angehalten</translation></message>
<message><source>the first class is shifted too, as the background counts as class 0</source>
<translation>auch die erste Klasse wird verschoben, da der Hintergrund als Klasse 0 zählt</translation></message>
<message><source>the first column of classes is sure nearly everywhere, as a background's: background first</source>
<translation>die erste Spalte der Klassen ist fast überall sicher, wie die eines Hintergrunds: Hintergrund zuerst</translation></message>
<message><source>the first is taken for the confidence</source>
<translation>die erste gilt als Konfidenz</translation></message>
<message><source>the first of them</source>
<translation>den ersten davon</translation></message>
<message><source>the first {most}</source>
<translation>die ersten {most}</translation></message>
<message><source>the first {shown} of {every}</source>
<translation>die ersten {shown} von {every}</translation></message>
<message><source>the first, for it overlaps none</source>
<translation>die erste, da er keine überlappt</translation></message>
<message><source>the folder {folder} does not exist; make it first, or choose another place</source>
<translation>der Ordner {folder} existiert nicht; ihn zuerst anlegen oder einen anderen Ort wählen</translation></message>
<message><source>the ground truth it is assigned to, counted from 1</source>
<translation>die zugeordnete Ground Truth, ab 1 gezählt</translation></message>
<message><source>the ground truth it is trained towards</source>
<translation>die Ground Truth, auf die er trainiert wird</translation></message>
<message><source>the ground truth it overlaps most</source>
<translation>die Ground Truth, die er am meisten überlappt</translation></message>
<message><source>the ground truth its best anchor is trained towards instead of it</source>
<translation>die Ground Truth, auf die ihr bester Anchor statt ihrer trainiert wird</translation></message>
<message><source>the ground truth of its class that it overlaps most</source>
<translation>die Ground Truth ihrer Klasse, die sie am meisten überlappt</translation></message>
<message><source>the ground truth of its target, else of its best IoU</source>
<translation>die Ground Truth ihres Ziels, sonst die ihrer besten IoU</translation></message>
<message><source>the ground truth that got it, and the number that decided where several took it</source>
<translation>die Ground Truth, die ihn bekam, und die Zahl, die entschied, wo mehrere ihn nahmen</translation></message>
<message><source>the ground truths that took it, before contests</source>
<translation>die Ground Truths, die ihn nahmen, vor Wettstreit</translation></message>
<message><source>the head's box of the selected proposal, or of the foreground</source>
<translation>die Box des Heads für das gewählte Proposal oder den Vordergrund</translation></message>
<message><source>the highest best IoU, score or loss of the anchors at each place; chosen in the View menu</source>
<translation>beste IoU, höchster Score oder Loss der Anchors an jeder Stelle; im Menü Ansicht gewählt</translation></message>
<message><source>the highest metric, score or loss of the points at each place; chosen in the View menu</source>
<translation>die höchste Metrik, der höchste Score oder Verlust der Punkte an jeder Stelle; gewählt im Menü Ansicht</translation></message>
<message><source>the image's name</source>
<translation>der Name des Bildes</translation></message>
<message><source>the largest overlap there is that of</source>
<translation>die größte Überlappung hat</translation></message>
<message><source>the last column is the surest on the background: background last</source>
<translation>die letzte Spalte ist auf dem Hintergrund am sichersten: Hintergrund zuletzt</translation></message>
<message><source>the last column of classes is sure nearly everywhere, as a background's: background last</source>
<translation>die letzte Spalte der Klassen ist fast überall sicher, wie die eines Hintergrunds: Hintergrund zuletzt</translation></message>
<message><source>the last place at which a box that reaches IoU 0.50 was there</source>
<translation>die letzte Stelle, an der es eine Box mit IoU 0.50 gab</translation></message>
<message><source>the last stage: pairs of a proposal and a class, by the map pooled from; R@0.5: by boxes of its class</source>
<translation>die letzte Stufe: Paare aus Proposal und Klasse, nach der Map des Poolings; R@0.5: durch Boxen ihrer Klasse</translation></message>
<message><source>the level k = floor(level + log2(sqrt(w h) / side)), cut to the maps pooled from</source>
<translation>die Ebene k = floor(level + log2(sqrt(w h) / side)), begrenzt auf die gepoolten Maps</translation></message>
<message><source>the level of its best anchor</source>
<translation>die Ebene ihres besten Anchors</translation></message>
<message><source>the library drops it</source>
<translation>die Bibliothek verwirft sie</translation></message>
<message><source>the library whose conventions are computed</source>
<translation>die Bibliothek, deren Konventionen gerechnet werden</translation></message>
<message><source>the long side made ``long``, sides rounded up, half of the rest painted on each side (YOLOv5's loader)</source>
<translation>die lange Seite auf ``long``, Seiten aufgerundet, der halbe Rest auf jeder Seite gemalt (Lader von YOLOv5)</translation></message>
<message><source>the map it is pooled from</source>
<translation>die Map, aus der gepoolt wird</translation></message>
<message><source>the maps pooled from, finest first</source>
<translation>die Maps, aus denen gepoolt wird, feinste zuerst</translation></message>
<message><source>the mini-batch the trainer drew</source>
<translation>der Mini-Batch, den der Trainer zog</translation></message>
<message><source>the network saw this picture as {place} of its input, recipe {recipe} says {wanted}; anchors and boxes are shown in the network's input</source>
<translation>das Netz sah dieses Bild als {place} seiner Eingabe, Rezept {recipe} sagt {wanted}; Anchors und Boxen sind in der Eingabe des Netzes gezeigt</translation></message>
<message><source>the network's input is half the stated size</source>
<translation>die Eingabe des Netzes ist halb so groß wie angegeben</translation></message>
<message><source>the network's input is twice the stated size</source>
<translation>die Eingabe des Netzes ist doppelt so groß wie angegeben</translation></message>
<message><source>the outputs are decoded boxes put back on the anchors they fit best; no other anchor has a prediction, and none has a loss</source>
<translation>die Ausgaben sind dekodierte Boxen, auf die am besten passenden Anker zurückgelegt; kein anderer Anker hat eine Vorhersage, und keiner einen Verlust</translation></message>
<message><source>the outputs are of a picture of {across} x {there} px, this one is {width} x {height} px: boxes may lie elsewhere</source>
<translation>die Ausgaben sind von einem Bild von {across} x {there} px, dieses hat {width} x {height} px: Boxen können anderswo liegen</translation></message>
<message><source>the outputs are proposals without classes, not a detector's last boxes</source>
<translation>die Ausgaben sind Proposals ohne Klassen, nicht die letzten Boxen eines Detektors</translation></message>
<message><source>the outputs have {columns} columns of classes, the dataset {classes} classes: column k is taken for class k</source>
<translation>die Ausgaben haben {columns} Klassenspalten, der Datensatz {classes} Klassen: Spalte k gilt als Klasse k</translation></message>
<message><source>the outputs hold no centreness: its loss is missing, and scores are those of the classes alone</source>
<translation>die Ausgaben haben keine Zentriertheit: Ihr Loss fehlt, und Scores sind die der Klassen allein</translation></message>
<message><source>the outputs name their classes ({names}) otherwise than the dataset, whose {name} is not among them: {then}</source>
<translation>die Ausgaben benennen ihre Klassen ({names}) anders als der Datensatz, dessen {name} nicht darunter ist: {then}</translation></message>
<message><source>the outputs name their classes ({names}) otherwise than the dataset: {then}</source>
<translation>die Ausgaben benennen ihre Klassen ({names}) anders als der Datensatz: {then}</translation></message>
<message><source>the outputs name their classes themselves ({names}), otherwise than the dataset: so they are called here</source>
<translation type="vanished">die Ausgaben benennen ihre Klassen selbst ({names}), anders als der Datensatz: so heißen sie hier</translation></message>
<message><source>the outputs name two of their classes ({names}) {name}: {then}</source>
<translation>die Ausgaben nennen zwei ihrer Klassen ({names}) {name}: {then}</translation></message>
<message><source>the outputs of stage {name} are not read: recipe {recipe} has no [stage.{name}]</source>
<translation>die Ausgaben der Stufe {name} werden nicht gelesen: Rezept {recipe} hat kein [stage.{name}]</translation></message>
<message><source>the outputs were recorded under recipe {recipe}, which differs in {stages}: {effects}</source>
<translation>die Ausgaben wurden unter Rezept {recipe} aufgezeichnet, das anders ist in {stages}: {effects}</translation></message>
<message><source>the picture</source>
<translation>das Bild</translation></message>
<message><source>the picture is {w} x {h} px in the network, smaller than the stride of {level}, {stride:g} px</source>
<translation>das Bild hat im Netz {w} x {h} px, kleiner als der Stride von {level}, {stride:g} px</translation></message>
<message><source>the picture is {w} x {h} px, smaller than the stride of {level}, {stride:g} px</source>
<translation>das Bild hat {w} x {h} px, kleiner als der Stride von {level}, {stride:g} px</translation></message>
<message><source>the picture of {w} x {h} (fractions)</source>
<translation>Bild von {w} x {h}, Bruchteile</translation></message>
<message><source>the picture of {w} x {h} px</source>
<translation>Bild von {w} x {h} px</translation></message>
<message><source>the picture was not found</source>
<translation>das Bild wurde nicht gefunden</translation></message>
<message><source>the picture was not found, and no size is annotated</source>
<translation>das Bild wurde nicht gefunden, und keine Größe ist annotiert</translation></message>
<message><source>the picture was not found; {path} tells of it, and that is left out</source>
<translation>das Bild wurde nicht gefunden; {path} nennt es, und das ist ausgelassen</translation></message>
<message><source>the picture {trouble}</source>
<translation>das Bild {trouble}</translation></message>
<message><source>the picture's size is unknown</source>
<translation>die Größe des Bilds ist unbekannt</translation></message>
<message><source>the points inside with the best score^alpha x overlap^beta (TOOD; YOLOv8, YOLOv10, YOLO26)</source>
<translation>die Punkte darin mit dem besten Score^alpha x Überlappung^beta (TOOD; YOLOv8, YOLOv10, YOLO26)</translation></message>
<message><source>the product of both</source>
<translation>das Produkt beider</translation></message>
<message><source>the proposal is in the loss</source>
<translation>das Proposal ist im Loss</translation></message>
<message><source>the proposal is not in the loss</source>
<translation>das Proposal ist nicht im Loss</translation></message>
<message><source>the proposal that suppressed it, or # its anchor</source>
<translation>das Proposal, das es unterdrückte, oder # sein Anchor</translation></message>
<message><source>the proposals, or the boxes decoded by the stage before</source>
<translation>die Proposals, oder die Boxen der vorigen Stufe</translation></message>
<message><source>the raw outputs laid over the anchors</source>
<translation>die Rohausgaben, über die Anchors gelegt</translation></message>
<message><source>the recipe has other values than it had</source>
<translation>das Rezept hat andere Werte als zuvor</translation></message>
<message><source>the same picture under two recipes, or with two checkpoints</source>
<translation>dasselbe Bild unter zwei Rezepten oder mit zwei Checkpoints</translation></message>
<message><source>the scale at least</source>
<translation>Maßstab mindestens</translation></message>
<message><source>the scale of the long side only where the rounded long side is over ``long``</source>
<translation>der Maßstab der langen Seite nur, wo die gerundete lange Seite über ``long`` liegt</translation></message>
<message><source>the score as a logit</source>
<translation>der Score als Logit</translation></message>
<message><source>the scores {of} fit better, on the whole: their order is not one of those tried here</source>
<translation>die Scores {of} passen im Ganzen besser: ihre Reihenfolge ist keine der hier probierten</translation></message>
<message><source>the share is of the anchor's area, of the region's, or of the union of both (IoU)</source>
<translation>der Anteil ist der der Fläche des Anchors, der Region oder der Vereinigung beider (IoU)</translation></message>
<message><source>the share of area inside an ignored region above which an anchor is ignored</source>
<translation>der Flächenanteil in einer ignorierten Region, über dem ein Anchor ignoriert ist</translation></message>
<message><source>the short side exactly, then both by ``long`` over the longer one</source>
<translation>die kurze Seite genau, dann beide mit ``long`` durch die längere</translation></message>
<message><source>the smaller of the scales that make the short side ``short`` and the long one ``long``</source>
<translation>der kleinere der Maßstäbe, die die kurze Seite ``short`` und die lange ``long`` machen</translation></message>
<message><source>the stated sizes are (w, h), not (h, w)</source>
<translation>die angegebenen Größen sind (w, h), nicht (h, w)</translation></message>
<message><source>the stated sizes are not the network's; those of the recipe's resize are</source>
<translation>die angegebenen Größen sind nicht die des Netzes; die der Größenänderung des Rezepts sind es</translation></message>
<message><source>the stored picture it came from</source>
<translation>das gespeicherte Bild, aus dem es kam</translation></message>
<message><source>the sum</source>
<translation>die Summe</translation></message>
<message><source>the trainer sampled anchor {anchor} as {theirs}, here it is {ours}: its ground truths or its recipe were others</source>
<translation>der Trainer nahm Anchor {anchor} als {theirs}, hier ist er {ours}: Seine Ground Truths oder sein Rezept waren andere</translation></message>
<message><source>the trainer saw this picture {how}; so it is shown here</source>
<translation>der Trainer sah dieses Bild {how}; so ist es hier gezeigt</translation></message>
<message><source>the trainer's ground truths fit no part of this picture (a mosaic, or too few boxes to tell): boxes and anchors are the trainer's, without the picture, and network px stand for original px</source>
<translation>die Ground Truths des Trainers passen zu keinem Teil dieses Bilds (ein Mosaik oder zu wenige Boxen): Boxen und Anchors sind die des Trainers, ohne das Bild, und Netz-px stehen für Original-px</translation></message>
<message><source>the trainer's losses are left out</source>
<translation>die Losses des Trainers entfallen</translation></message>
<message><source>the trainer's losses are of a batch of {n} pictures, too many to compare here: at most {most} at once</source>
<translation>die Losses des Trainers gelten für einen Batch von {n} Bildern, zu viele für einen Vergleich hier: höchstens {most} auf einmal</translation></message>
<message><source>the trainer's losses differ from those here: {losses}</source>
<translation>die Losses des Trainers weichen von denen hier ab: {losses}</translation></message>
<message><source>the trainer's losses of its batch of {n} pictures differ from those here: {losses}</source>
<translation>die Losses des Trainers für den Batch aus {n} Bildern weichen von denen hier ab: {losses}</translation></message>
<message><source>the trainer's mini-batch and losses are left out</source>
<translation>Mini-Batch und Losses des Trainers entfallen</translation></message>
<message><source>the trainer's mini-batch is left out</source>
<translation>der Mini-Batch des Trainers entfällt</translation></message>
<message><source>the trainer's mini-batch is not recorded, and another is drawn here</source>
<translation>der Mini-Batch des Trainers ist nicht aufgezeichnet, hier ist ein anderer gezogen</translation></message>
<message><source>the trainer's sample</source>
<translation>die Stichprobe des Trainers</translation></message>
<message><source>the trainer's sample of {stage} has candidate {n} under another label than this recipe</source>
<translation>die Stichprobe des Trainers für {stage} hat Kandidat {n} unter einem anderen Label als dieses Rezept</translation></message>
<message><source>the two pictures beside each other</source>
<translation>die zwei Bilder nebeneinander</translation></message>
<message><source>the whole box</source>
<translation>die ganze Box</translation></message>
<message><source>the whole dataset under the recipe in use, counted</source>
<translation>der ganze Datensatz unter dem jetzigen Rezept, gezählt</translation></message>
<message><source>the {nth} number is no multiple of what it should say</source>
<translation>die {nth} Zahl ist kein Vielfaches dessen, was sie sagen soll</translation></message>
<message><source>the {nth} number is off by {mean} on the whole</source>
<translation>die {nth} Zahl liegt im Ganzen um {mean} daneben</translation></message>
<message><source>the {nth} number runs against what it should say</source>
<translation>die {nth} Zahl läuft gegen das, was sie sagen soll</translation></message>
<message><source>the {n} lost, reached</source>
<translation>die {n} verlorenen, erreicht</translation></message>
<message><source>the {shown} best of {every}</source>
<translation>die {shown} besten von {every}</translation></message>
<message><source>theme colours colors appearance</source>
<translation>theme colours colors appearance Farben Aussehen</translation></message>
<message><source>theme colours colors appearance black night</source>
<translation>theme colours colors appearance black night Farben schwarz Nacht</translation></message>
<message><source>theme colours colors appearance white bright</source>
<translation>theme colours colors appearance white bright Farben weiß</translation></message>
<message><source>then</source>
<translation>dann</translation></message>
<message><source>there is no prediction in one of them</source>
<translation>keine Vorhersage in einer von ihnen</translation></message>
<message><source>these panels stand in Inspect</source>
<translation>diese Panels gehören zu Inspizieren</translation></message>
<message><source>third</source>
<translation>dritte</translation></message>
<message><source>this box</source>
<translation>diese Box</translation></message>
<message><source>this is {what} as the network saw it, after augmentation</source>
<translation>dies ist {what}, wie das Netz es sah, nach der Augmentierung</translation></message>
<message><source>this picture</source>
<translation>dieses Bild</translation></message>
<message><source>threshold</source>
<translation>Schwelle</translation></message>
<message><source>time</source>
<translation>Zeit</translation></message>
<message><source>tiny</source>
<translation>winzig</translation></message>
<message><source>to ``size`` whatever the picture's aspect</source>
<translation>auf ``size``, gleich welches Seitenverhältnis das Bild hat</translation></message>
<message><source>too little left</source>
<translation>zu wenig übrig</translation></message>
<message><source>too small</source>
<translation>zu klein</translation></message>
<message><source>top-k cut</source>
<translation>Top-k-Schnitt</translation></message>
<message><source>total</source>
<translation>gesamt</translation></message>
<message><source>total loss {v}</source>
<translation>Gesamt-Loss {v}</translation></message>
<message><source>total loss {v}, what-if</source>
<translation>Gesamt-Loss {v}, Was-wäre-wenn</translation></message>
<message><source>total {total}</source>
<translation>gesamt {total}</translation></message>
<message><source>trainer</source>
<translation>Trainer</translation></message>
<message><source>training may refuse it</source>
<translation>das Training kann sie ablehnen</translation></message>
<message><source>truth</source>
<translation>GT</translation></message>
<message><source>try the plausible layouts of these outputs against the ground truth</source>
<translation>die plausiblen Layouts dieser Ausgaben an der Ground Truth probieren</translation></message>
<message><source>tutorial introduction help start</source>
<translation>tutorial introduction help start Einführung Hilfe</translation></message>
<message><source>twice a sigmoid for the centre, half a cell beyond its cell, and the square for the sides (YOLOv5)</source>
<translation>zweimal ein Sigmoid für die Mitte, eine halbe Zelle über ihre Zelle hinaus, und das Quadrat für die Seiten (YOLOv5)</translation></message>
<message><source>type a number or drag an edge</source>
<translation>eine Zahl eingeben oder eine Kante ziehen</translation></message>
<message><source>t{}</source>
<translation>t{}</translation></message>
<message><source>t{}_star</source>
<translation>t{}_star</translation></message>
<message><source>undecided</source>
<translation>unentschieden</translation></message>
<message><source>under no hypothesis do deltas explain more than {share} of t*</source>
<translation>unter keiner Hypothese erklären Deltas mehr als {share} von t*</translation></message>
<message><source>under the cut</source>
<translation>unter dem Schnitt</translation></message>
<message><source>under {root}</source>
<translation>unter {root}</translation></message>
<message><source>under {root}: {link} is a link that leads out of it, and is not followed</source>
<translation>unter {root}: {link} ist ein Link, der hinausführt, und wird nicht verfolgt</translation></message>
<message><source>unexpected {name}: {error}</source>
<translation>unerwartet, {name}: {error}</translation></message>
<message><source>unknown_size: {now} images are in no count, was {before}</source>
<translation>unknown_size: {now} Bilder sind in keiner Zahl, war {before}</translation></message>
<message><source>unmatched</source>
<translation>ohne Treffer</translation></message>
<message><source>unmatched low-quality low quality zero-size</source>
<translation>unmatched low-quality zero-size ohne Treffer</translation></message>
<message><source>unmatched, anchor taken</source>
<translation>ohne Treffer, Anchor genommen</translation></message>
<message><source>up to</source>
<translation>bis zu</translation></message>
<message><source>v compares the angles of the diagonals; its weight α is no variable of the gradient.</source>
<translation>v vergleicht die Winkel der Diagonalen; sein Gewicht α ist keine Variable des Gradienten.</translation></message>
<message><source>version licence</source>
<translation>version licence Lizenz</translation></message>
<message><source>w</source>
<translation>w</translation></message>
<message><source>w × h, px</source>
<translation>B × H, px</translation></message>
<message><source>w, px</source>
<translation>w, px</translation></message>
<message><source>w_k is the class's own factor, of loss.class_factors.</source>
<translation>w_k ist der eigene Faktor der Klasse, aus loss.class_factors.</translation></message>
<message><source>wanted a raw-output dump (a folder with meta.json, or a .zip of it, or a folder of such), COCO results (.json), text of class score x1 y1 x2 y2 or MOT Challenge's det.txt (.txt), an ONNX model, arrays (.npz), an export as .parquet, or a .pkl of decoded boxes</source>
<translation>erwartet: ein Dump mit Rohausgaben (ein Ordner mit meta.json, ein .zip davon oder ein Ordner solcher), COCO-Ergebnisse (.json), Text mit class score x1 y1 x2 y2 oder det.txt der MOT Challenge (.txt), ein ONNX-Modell, Arrays (.npz), ein Export als .parquet oder ein .pkl mit dekodierten Boxen</translation></message>
<message><source>wanted annotations ({titles}) or pictures</source>
<translation>erwartet: Annotationen ({titles}) oder Bilder</translation></message>
<message><source>wanted shorter side, px</source>
<translation>gewünschte kürzere Seite, px</translation></message>
<message><source>wanted {kinds}</source>
<translation>erwartet: {kinds}</translation></message>
<message><source>wanted: t* of deviation 1</source>
<translation>erwünscht: t* mit Streuung 1</translation></message>
<message><source>warnings</source>
<translation>Warnungen</translation></message>
<message><source>was taken by one, but is not among those that stay after contests: {ranked_by} {value}</source>
<translation>wurde von einer genommen, bleibt aber nicht nach dem Wettstreit: {ranked_by} {value}</translation></message>
<message><source>weights</source>
<translation>weights</translation></message>
<message><source>weights make each deviation of t* 1; means and stds, with weights of 1, its mean 0 too</source>
<translation>weights machen jede Streuung von t* zu 1; means und stds, mit weights von 1, auch das Mittel zu 0</translation></message>
<message><source>weights wanted</source>
<translation>weights erwünscht</translation></message>
<message><source>what A is compared with: another recipe, another checkpoint or other raw outputs</source>
<translation>womit A verglichen wird: ein anderes Rezept, ein anderer Checkpoint oder andere Rohausgaben</translation></message>
<message><source>what NMS and the final top-k compare</source>
<translation>was NMS und das letzte Top-k vergleichen</translation></message>
<message><source>what became of its box</source>
<translation>was aus ihrer Box wurde</translation></message>
<message><source>what became of its box in {title}</source>
<translation>was aus seiner Box in {title} wurde</translation></message>
<message><source>what became of the answer of its likeliest class</source>
<translation>was aus der Antwort seiner wahrscheinlichsten Klasse wurde</translation></message>
<message><source>what became of the box</source>
<translation>was aus der Box wurde</translation></message>
<message><source>what becomes of it in {title}</source>
<translation>was in {title} daraus wird</translation></message>
<message><source>what distances are counted in</source>
<translation>worin Entfernungen gezählt werden</translation></message>
<message><source>what is lost is not compared: there are no predictions now</source>
<translation>was verloren ist, wird nicht verglichen: Jetzt gibt es keine Vorhersagen</translation></message>
<message><source>what is odd, in the order of the dataset</source>
<translation>was auffällt, in der Reihenfolge des Datensatzes</translation></message>
<message><source>what is wrong with a detection</source>
<translation>was an einer Detektion falsch ist</translation></message>
<message><source>what it adds to the total loss</source>
<translation>sein Anteil am Gesamt-Loss</translation></message>
<message><source>what it is found as under the recipe that is worse for it</source>
<translation>was sie unter dem für sie schlechteren Rezept ist</translation></message>
<message><source>what its annotation says besides: area, truncated, occluded, pose, ...</source>
<translation>was ihre Annotation noch sagt: area, truncated, occluded, pose, ...</translation></message>
<message><source>what of it lies in the network's input</source>
<translation>was davon in der Netzeingabe liegt</translation></message>
<message><source>what pre_nms counts over; points: so many points by their best class, then so many of their pairs</source>
<translation>worüber pre_nms zählt; points: so viele Punkte nach ihrer besten Klasse, dann so viele ihrer Paare</translation></message>
<message><source>what stands out</source>
<translation>was auffällt</translation></message>
<message><source>what suppressed it</source>
<translation>was sie unterdrückte</translation></message>
<message><source>what the first top-k compares</source>
<translation>was das erste Top-k vergleicht</translation></message>
<message><source>what the loader and the assigner do with ground truths of each kind</source>
<translation>was Lader und Zuordner mit Ground Truths jeder Art tun</translation></message>
<message><source>what the trainer's loss took</source>
<translation>was der Verlust des Trainers nahm</translation></message>
<message><source>what was dropped names no file or folder</source>
<translation>was abgelegt wurde, nennt weder Datei noch Ordner</translation></message>
<message><source>what-if</source>
<translation>Was-wäre-wenn</translation></message>
<message><source>what-if, not the data: changed {names}</source>
<translation>Was-wäre-wenn, nicht die Daten: {names} geändert</translation></message>
<message><source>where epsilon enters, and when CIoU's aspect counts: as MMDetection, or torchvision and detectron2</source>
<translation>wo epsilon eingeht, und wann das Seitenverhältnis von CIoU zählt: wie MMDetection, oder torchvision und detectron2</translation></message>
<message><source>where in its cell the centre lies, behind a sigmoid (YOLO)</source>
<translation>wo in ihrer Zelle die Mitte liegt, hinter einem Sigmoid (YOLO)</translation></message>
<message><source>where the picture stands in the padded input</source>
<translation>wo das Bild in der aufgefüllten Eingabe steht</translation></message>
<message><source>where they end</source>
<translation>wo sie enden</translation></message>
<message><source>whether it enters the loss</source>
<translation>ob es in den Loss eingeht</translation></message>
<message><source>which it overlaps most (IoU {iou:.4f})</source>
<translation>die er am meisten überlappt (IoU {iou:.4f})</translation></message>
<message><source>while training ground truths join the proposals: last, matched by IoU as any; or first, each its own match</source>
<translation>im Training kommen Ground Truths zu den Proposals: zuletzt, nach IoU zugeordnet wie andere; oder zuerst, jede ihr eigener Treffer</translation></message>
<message><source>whose box suppressed its own, at which IoU of NMS; or for whom its best box is kept</source>
<translation>wessen Box die eigene unterdrückte, bei welcher IoU der NMS; oder für wen die beste Box behalten ist</translation></message>
<message><source>why</source>
<translation>warum</translation></message>
<message><source>why explain label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate</source>
<translation>why explain warum erklären label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate</translation></message>
<message><source>why it bears its label</source>
<translation>warum er sein Label hat</translation></message>
<message><source>why it is no ground truth</source>
<translation>warum es keine Ground Truth ist</translation></message>
<message><source>why the label changed; the sheet gives the cause in A and in B</source>
<translation>warum das Label wechselte; das Blatt nennt die Ursache in A und in B</translation></message>
<message><source>width</source>
<translation>Breite</translation></message>
<message><source>width and height are cut to the input</source>
<translation>Breite und Höhe werden auf die Eingabe beschnitten</translation></message>
<message><source>width and height of the input, padding included, network px</source>
<translation>Breite und Höhe der Eingabe mit Auffüllung, Netz-px</translation></message>
<message><source>width over height, a list per level or one for all</source>
<translation>Breite durch Höhe, eine Liste je Ebene oder eine für alle</translation></message>
<message><source>width over height, each also turned, a list per level or one for all</source>
<translation>Breite durch Höhe, jedes auch gedreht, eine Liste je Ebene oder eine für alle</translation></message>
<message><source>width, network px</source>
<translation>Breite, Netz-px</translation></message>
<message><source>widths and heights in px around the first cell's centre (YOLO)</source>
<translation>Breiten und Höhen in px um die Mitte der ersten Zelle (YOLO)</translation></message>
<message><source>widths are x2 - x1 + 1</source>
<translation>Breiten sind x2 - x1 + 1</translation></message>
<message><source>with GT {t}</source>
<translation>mit GT {t}</translation></message>
<message><source>with all that is chosen there, as from a place of the audit to its list</source>
<translation>mit allem, was dort gewählt ist, wie von einer Stelle des Audits zu ihrer Liste</translation></message>
<message><source>with at most this many boxes classes are kept apart by shifting them in float32 instead of one by one</source>
<translation>bis zu so vielen Boxen werden Klassen durch Verschieben in float32 getrennt statt eine nach der anderen</translation></message>
<message><source>with at most this many boxes groups are kept apart by shifting them in float32 instead of one by one</source>
<translation>bis zu so vielen Boxen werden Gruppen durch Verschieben in float32 getrennt statt eine nach der anderen</translation></message>
<message><source>with classes counted from 0</source>
<translation>mit Klassen ab 0</translation></message>
<message><source>with that ground truth</source>
<translation>mit dieser Ground Truth</translation></message>
<message><source>without classes</source>
<translation>ohne Klassen</translation></message>
<message><source>without the low-quality rule it would have no positive anchor</source>
<translation>ohne die Low-Quality-Regel hätte sie keinen positiven Anchor</translation></message>
<message><source>won by another</source>
<translation>von anderer gewonnen</translation></message>
<message><source>words terms definitions low-quality low quality fate funnel recall help documentation</source>
<translation>words terms definitions Wörter Begriffe low-quality fate funnel recall Hilfe Dokumentation</translation></message>
<message><source>write tables, a summary and a page for a browser, as audit --output does</source>
<translation>Tabellen, eine Zusammenfassung und eine Seite für den Browser schreiben, wie audit --output</translation></message>
<message><source>write the boxes with findings for a tool of annotation: COCO, FiftyOne</source>
<translation>die Boxen mit Befunden für ein Annotationswerkzeug schreiben: COCO, FiftyOne</translation></message>
<message><source>writing the report</source>
<translation>schreibe den Bericht</translation></message>
<message><source>wrong class</source>
<translation>falsche Klasse</translation></message>
<message><source>wrong class, badly placed</source>
<translation>falsche Klasse, schlecht platziert</translation></message>
<message><source>x</source>
<translation>x</translation></message>
<message><source>x and y are the centre's; ground truth and predicted box in network px, t without a unit</source>
<translation>x und y sind die der Mitte; GT und vorhergesagte Box in Netz-px, t ohne Einheit</translation></message>
<message><source>x1</source>
<translation>x1</translation></message>
<message><source>x1 + w / 2, or (x1 + x2) / 2</source>
<translation>x1 + w / 2, oder (x1 + x2) / 2</translation></message>
<message><source>x2</source>
<translation>x2</translation></message>
<message><source>x_0 and y_0 are the corner of the point's cell, of stride s; sides count in strides too.</source>
<translation>x_0 und y_0 sind die Ecke der Zelle des Punkts, vom Stride s; Seiten zählen auch in Strides.</translation></message>
<message><source>y</source>
<translation>y</translation></message>
<message><source>y1</source>
<translation>y1</translation></message>
<message><source>y2</source>
<translation>y2</translation></message>
<message><source>yes</source>
<translation>ja</translation></message>
<message><source>yolo: coordinates weigh 2 - w h of the ground truth, relative (darknet)</source>
<translation>yolo: Koordinaten wiegen 2 - w h der Ground Truth, relativ (darknet)</translation></message>
<message><source>yolo: factor of t_w and t_h, beside box_weight</source>
<translation>yolo: Faktor von t_w und t_h, neben box_weight</translation></message>
<message><source>yolo: factor of the class entropies, beside objectness_weight</source>
<translation>yolo: Faktor der Klassen-Entropien, neben objectness_weight</translation></message>
<message><source>yolo: smallest confidence, before everything else</source>
<translation>yolo: kleinste Konfidenz, vor allem anderen</translation></message>
<message><source>yolo: what a positive's right class is trained towards: 1, or its soft target</source>
<translation>yolo: worauf die richtige Klasse eines Positivs trainiert wird: 1, oder ihr weiches Ziel</translation></message>
<message><source>yolo: what min_score and the first top-k compare: the class's probability, or its product with the confidence, which then has to be above min_confidence too; the last: of one class the confidence alone</source>
<translation>yolo: was min_score und das erste Top-k vergleichen: die Wahrscheinlichkeit der Klasse, oder ihr Produkt mit der Konfidenz, die dann auch über min_confidence liegen muss; das letzte: bei einer Klasse die Konfidenz allein</translation></message>
<message><source>z is object minus background: this is the softmax of both.</source>
<translation>z ist Objekt minus Hintergrund: Das ist das Softmax beider.</translation></message>
<message><source>zero-size box</source>
<translation>Box ohne Größe</translation></message>
<message><source>zero-size boxes: without width or height, or that end before they start</source>
<translation>Boxen ohne Größe: ohne Breite oder Höhe, oder die enden, bevor sie beginnen</translation></message>
<message><source>zoom actual size pixels original</source>
<translation>zoom actual size pixels original Originalgröße</translation></message>
<message><source>zoom whole picture</source>
<translation>zoom whole picture ganzes Bild</translation></message>
<message><source>{0} raw outputs, and this picture has none. Open some with Ctrl+P.</source>
<translation>{0} Rohausgaben, und dieses Bild hat keine. Strg+P öffnet welche.</translation></message>
<message><source>{anchor:,}: IoU {iou}, p {score}</source>
<translation>{anchor:,}: IoU {iou}, p {score}</translation></message>
<message><source>{anchor:,}: IoU {iou}, {head} {cost}</source>
<translation>{anchor:,}: IoU {iou}, {head} {cost}</translation></message>
<message><source>{anchor}: rank {rank}, {parts}</source>
<translation>{anchor}: Rang {rank}, {parts}</translation></message>
<message><source>{arrays}, guessed to be x1, y1, x2, y2, {kinds},</source>
<translation>{arrays}, vermutet als x1, y1, x2, y2, {kinds},</translation></message>
<message><source>{array} is not read, wanted logits and deltas of one name, as roi_logits and roi_deltas</source>
<translation>{array} wird nicht gelesen, erwartet Logits und Deltas eines Namens, wie roi_logits und roi_deltas</translation></message>
<message><source>{a} in A, {b} in B</source>
<translation>{a} in A, {b} in B</translation></message>
<message><source>{a} of {b}</source>
<translation>{a} von {b}</translation></message>
<message><source>{a} to {b}: {count}</source>
<translation>{a} bis {b}: {count}</translation></message>
<message><source>{a} → {b}</source>
<translation>{a} → {b}</translation></message>
<message><source>{before} → {after}</source>
<translation>{before} → {after}</translation></message>
<message><source>{both}: a dataset or pictures, or the folder of both</source>
<translation>{both}: ein Datensatz oder Bilder, oder der Ordner von beiden</translation></message>
<message><source>{boxes} boxes in {images} pictures</source>
<translation>{boxes} Boxen in {images} Bildern</translation></message>
<message><source>{boxes} of {images}</source>
<translation>{boxes} von {images}</translation></message>
<message><source>{boxes}, in {images}</source>
<translation>{boxes}, {images}</translation></message>
<message><source>{box}: found, then {end}, score {before} to {after}</source>
<translation>{box}: gefunden, dann {end}, Score {before} nach {after}</translation></message>
<message><source>{box}: {before} to {after}, best IoU {iou} to {then}</source>
<translation>{box}: {before} nach {after}, beste IoU {iou} nach {then}</translation></message>
<message><source>{changed} of {judged} ground truths end elsewhere in B.</source>
<translation>{changed} von {judged} Ground Truths enden in B anderswo.</translation></message>
<message><source>{changed} of {judged} ground truths end elsewhere: {before} are found by {one}, {after} by {other}.</source>
<translation>{changed} von {judged} Ground Truths enden anderswo: {before} sind durch {one} gefunden, {after} durch {other}.</translation></message>
<message><source>{change} points</source>
<translation>{change} Punkte</translation></message>
<message><source>{command}: {reason}</source>
<translation>{command}: {reason}</translation></message>
<message><source>{count} anchors are positive and overlap no ground truth.</source>
<translation>{count} Anchors sind positiv und überlappen keine Ground Truth.</translation></message>
<message><source>{count} of {all} anchors in both grids change label or ground truth.</source>
<translation>{count} von {all} Anchors in beiden Rastern wechseln Label oder Ground Truth.</translation></message>
<message><source>{count} of {used} share every candidate with others.</source>
<translation>{count} von {used} teilen jeden Kandidaten mit anderen.</translation></message>
<message><source>{count} of {used} with fewer candidates than the rule may take.</source>
<translation>{count} von {used} mit weniger Kandidaten, als die Regel nehmen darf.</translation></message>
<message><source>{count} of {used} with one or two positive anchors.</source>
<translation>{count} von {used} mit ein oder zwei positiven Anchors.</translation></message>
<message><source>{count} zero-size boxes: no width or no height.</source>
<translation>{count} Boxen ohne Größe: keine Breite oder keine Höhe.</translation></message>
<message><source>{count}, and the low-quality rule adds {low_quality:,}</source>
<translation>{count}, und die Low-Quality-Regel fügt {low_quality:,} hinzu</translation></message>
<message><source>{differing} of {compared} anchors in both grids change label or ground truth; {only_a} stand only in {a}, {only_b} only in {b}.</source>
<translation>{differing} von {compared} Anchors in beiden Rastern wechseln Label oder Ground Truth; {only_a} stehen nur in {a}, {only_b} nur in {b}.</translation></message>
<message><source>{done} of {all}</source>
<translation>{done} von {all}</translation></message>
<message><source>{done} of {n}</source>
<translation>{done} von {n}</translation></message>
<message numerus="yes"><source>{done} of {n} images</source>
<translation><numerusform>{done} von {n} Bild</numerusform><numerusform>{done} von {n} Bildern</numerusform></translation></message>
<message><source>{done} of {total} images</source>
<translation>{done} von {total} Bildern</translation></message>
<message><source>{done} of {total} images · {pace} images/s · {left} s left</source>
<translation>{done} von {total} Bildern · {pace} Bilder/s · noch {left} s</translation></message>
<message><source>{drawn} of {total}</source>
<translation>{drawn} von {total}</translation></message>
<message><source>{example} (and {n:,} more)</source>
<translation>{example} (und {n:,} weitere)</translation></message>
<message><source>{factor} times the input's sides</source>
<translation>das {factor}-Fache der Seiten der Eingabe</translation></message>
<message><source>{finding}, IoU {iou:.4f}. Changed: {names}. Nothing of this is saved or exported.</source>
<translation>{finding}, IoU {iou:.4f}. Geändert: {names}. Nichts davon wird gesichert oder exportiert.</translation></message>
<message><source>{finding}. Changed: {names}. Nothing of this is saved or exported.</source>
<translation>{finding}. Geändert: {names}. Nichts davon wird gesichert oder exportiert.</translation></message>
<message><source>{first} overlaps no anchor: its best IoU is 0, every anchor ties for it, and the low-quality rule makes {which} positive</source>
<translation>{first} überlappt keinen Anchor: Ihre beste IoU ist 0, jeder Anchor steht gleich, und die Low-Quality-Regel macht {which} positiv</translation></message>
<message><source>{fit:.4f} (GT {gt})</source>
<translation>{fit:.4f} (GT {gt})</translation></message>
<message><source>{formats}, and folders of pictures</source>
<translation>{formats} und Bilderordner</translation></message>
<message><source>{found}, and {least} is wanted</source>
<translation>{found}, und {least} wird verlangt</translation></message>
<message><source>{found}, wanted {wanted} for this recipe{more}</source>
<translation>{found}, erwartet wird {wanted} für dieses Rezept{more}</translation></message>
<message><source>{found}; as the recipe says the arrays do not fit at all</source>
<translation>{found}; wie das Rezept sagt, passen die Arrays gar nicht</translation></message>
<message><source>{found}; as the recipe says {recall}, {mean}, {apart}</source>
<translation>{found}; wie das Rezept sagt {recall}, {mean}, {apart}</translation></message>
<message><source>{found}; more pictures tell more</source>
<translation>{found}; mehr Bilder sagen mehr</translation></message>
<message><source>{found}; with the {positives} positive anchors of the {pictures} pictures looked at, anything below {chance} may be chance</source>
<translation>{found}; bei den {positives} positiven Anchors der {pictures} betrachteten Bilder kann alles unter {chance} Zufall sein</translation></message>
<message><source>{gone} of {all} boxes lost in augmentation</source>
<translation>{gone} von {all} Boxen bei der Augmentierung verloren</translation></message>
<message><source>{gt} ({gt_too})</source>
<translation>{gt} ({gt_too})</translation></message>
<message><source>{gt} has fewer candidates than the {topk} it may take</source>
<translation>{gt} hat weniger Kandidaten als die {topk}, die sie nehmen darf</translation></message>
<message><source>{gt} has no candidate: no {place} {near_it}</source>
<translation>{gt} hat keinen Kandidaten: kein {place} {near_it}</translation></message>
<message><source>{gt} has no positive anchor of its own: its best one belongs to another</source>
<translation>{gt} hat keinen eigenen positiven Anchor: Ihr bester gehört einer anderen</translation></message>
<message><source>{gt} has no positive anchor: its shape is in no layer</source>
<translation>{gt} hat keinen positiven Anchor: Ihre Form ist in keiner Schicht</translation></message>
<message><source>{gt} has no positive anchor: no anchor has such sides</source>
<translation>{gt} hat keinen positiven Anchor: Kein Anchor hat solche Seiten</translation></message>
<message><source>{gt} has no positive anchor: no candidate inside reaches its threshold</source>
<translation>{gt} hat keinen positiven Anchor: Kein Kandidat in ihr erreicht ihre Schwelle</translation></message>
<message><source>{gt} has no positive: it took none, or lost all</source>
<translation>{gt} hat kein Positiv: Sie nahm keines oder verlor alle</translation></message>
<message><source>{gt} is not among the trainer's recorded: it takes no part</source>
<translation>{gt} ist nicht unter den aufgezeichneten des Trainers: Sie nimmt nicht teil</translation></message>
<message><source>{gt} is of {kind}, but stage {stage} has outputs for classes 0 to {last}: no losses</source>
<translation>{gt} ist von {kind}, aber Stufe {stage} hat Ausgaben für Klassen 0 bis {last}: keine Losses</translation></message>
<message><source>{gt} is unmatched: its best anchors belong to ground truth {owner}</source>
<translation>{gt} ist ohne Treffer: Ihre besten Anchors gehören Ground Truth {owner}</translation></message>
<message><source>{gt} is unmatched: no anchor overlaps it enough</source>
<translation>{gt} ist ohne Treffer: Kein Anchor überlappt sie genug</translation></message>
<message><source>{gt} overlaps no anchor: {effect}</source>
<translation>{gt} überlappt keinen Anchor: {effect}</translation></message>
<message><source>{gt} overlaps none of its candidates</source>
<translation>{gt} überlappt keinen ihrer Kandidaten</translation></message>
<message><source>{gt} takes no part in the assignment: such regions are left out</source>
<translation>{gt} nimmt an der Zuordnung nicht teil: Solche Regionen entfallen</translation></message>
<message><source>{gt} takes no part in the assignment: such regions make the anchors in them ignored</source>
<translation>{gt} nimmt an der Zuordnung nicht teil: In solchen Regionen sind Anchors ignoriert</translation></message>
<message><source>{gt} {what}</source>
<translation>{gt} {what}</translation></message>
<message><source>{gt} {why}; {then}</source>
<translation>{gt} {why}; {then}</translation></message>
<message><source>{guess} in fractions of the stored picture: a layout says what they are</source>
<translation>{guess} in Bruchteilen des gespeicherten Bilds: Ein Layout sagt, was sie sind</translation></message>
<message><source>{guess} in px of the stored picture: a layout says what they are</source>
<translation>{guess} in px des gespeicherten Bilds: Ein Layout sagt, was sie sind</translation></message>
<message><source>{images} pictures</source>
<translation>{images} Bilder</translation></message>
<message><source>{images} · {seconds} s</source>
<translation>{images} · {seconds} s</translation></message>
<message><source>{image}: {words}</source>
<translation>{image}: {words}</translation></message>
<message numerus="yes"><source>{kept} of {n} boxes kept</source>
<translation><numerusform>{kept} von {n} Box behalten</numerusform><numerusform>{kept} von {n} Boxen behalten</numerusform></translation></message>
<message><source>{keys} taken from {names}.</source>
<translation>{keys} von {names} genommen.</translation></message>
<message><source>{key} belongs to {names}. Setting it here takes it away there.</source>
<translation>{key} gehört zu {names}. Hier gesetzt, fehlt sie dort.</translation></message>
<message><source>{key} is free.</source>
<translation>{key} ist frei.</translation></message>
<message><source>{key} {meaning}; no command can have it.</source>
<translation>{key} {meaning}; kein Befehl kann sie haben.</translation></message>
<message><source>{kind}: {now}, was {before}</source>
<translation>{kind}: {now}, war {before}</translation></message>
<message><source>{label} {bounds}: {count} of {total}</source>
<translation>{label} {bounds}: {count} von {total}</translation></message>
<message><source>{left:,} = {join} + &lt;b&gt;{kept:,} kept&lt;/b&gt;</source>
<translation>{left:,} = {join} + &lt;b&gt;{kept:,} behalten&lt;/b&gt;</translation></message>
<message><source>{left:,} anchors have a decoded box, {lost:,} have none</source>
<translation>{left:,} Anchors haben eine dekodierte Box, {lost:,} keine</translation></message>
<message><source>{left:,} left, {lost:,} lost here</source>
<translation>{left:,} übrig, {lost:,} hier verloren</translation></message>
<message><source>{length} network px ({across} × {down})</source>
<translation>{length} Netz-px ({across} × {down})</translation></message>
<message><source>{length} network px ({across} × {down})  ·  {own} original px ({own_across} × {own_down})</source>
<translation>{length} Netz-px ({across} × {down})  ·  {own} Original-px ({own_across} × {own_down})</translation></message>
<message><source>{level} are cut by the first {pre} {group}, {final} by the last {post}, {small} are too small.</source>
<translation>{level} fallen durch die ersten {pre} {group} weg, {final} durch die letzten {post}, {small} sind zu klein.</translation></message>
<message><source>{level} cell ({x}, {y}) · stride {stride:g}</source>
<translation>{level} Zelle ({x}, {y}) · Stride {stride:g}</translation></message>
<message><source>{level} cell ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}</source>
<translation>{level} Zelle ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}</translation></message>
<message><source>{line}</source>
<translation>{line}</translation></message>
<message><source>{loss} loss</source>
<translation>Loss ({loss})</translation></message>
<message><source>{lost} of {judged} ground truths are lost, all of them {how}.</source>
<translation>{lost} von {judged} Ground Truths sind verloren, alle {how}.</translation></message>
<message><source>{lost} of {judged} ground truths are lost, {part} of them {how}.</source>
<translation>{lost} von {judged} Ground Truths sind verloren, davon {part} {how}.</translation></message>
<message><source>{low} to {high}</source>
<translation>{low} bis {high}</translation></message>
<message><source>{named}: one file of raw outputs at a time, or the folder that holds them</source>
<translation>{named}: eine Datei mit Rohausgaben auf einmal, oder der Ordner, der sie enthält</translation></message>
<message><source>{names}, no longer what this anchor answers to</source>
<translation>{names}, nicht mehr das, worauf dieser Anchor antwortet</translation></message>
<message><source>{name} by {share}</source>
<translation>{name} um {share}</translation></message>
<message><source>{name} can be opened in {choices} ways. Which one?</source>
<translation>{name} lässt sich auf {choices} Arten öffnen. Welche?</translation></message>
<message><source>{name} changed</source>
<translation>{name} geändert</translation></message>
<message><source>{name} is gone</source>
<translation>{name} ist weg</translation></message>
<message><source>{name} is shown under your recipe {own}; the demo's model is listed under Predictions.</source>
<translation>{name} wird unter Ihrem Rezept {own} gezeigt; das Demo-Modell steht unter Vorhersagen.</translation></message>
<message><source>{name} is there already, so nothing was exported; choose its whole name to replace it</source>
<translation>{name} gibt es schon, also wurde nichts exportiert; den ganzen Namen wählen, um es zu ersetzen</translation></message>
<message><source>{name} is {value}</source>
<translation>{name} ist {value}</translation></message>
<message><source>{name} layer</source>
<translation>Schicht {name}</translation></message>
<message><source>{name} waits for a dataset or pictures: open or drop them.</source>
<translation>{name} wartet auf einen Datensatz oder Bilder: öffnen oder ablegen.</translation></message>
<message><source>{name} workspace</source>
<translation>Arbeitsbereich {name}</translation></message>
<message><source>{name}, as shipped</source>
<translation>{name}, wie ausgeliefert</translation></message>
<message><source>{name}, costs more</source>
<translation>{name}, kostet mehr</translation></message>
<message><source>{name}, network input {size} px</source>
<translation>{name}, Netzeingabe {size} px</translation></message>
<message numerus="yes"><source>{name}, one of {n} pictures; its ground truths are still being read</source>
<translation><numerusform>{name}, das einzige Bild; seine Ground Truths werden noch gelesen</numerusform><numerusform>{name}, eines von {n} Bildern; seine Ground Truths werden noch gelesen</numerusform></translation></message>
<message><source>{name}, reached</source>
<translation>{name}, erreicht</translation></message>
<message><source>{name}, {end}: {count} of {boxes} ({share})</source>
<translation>{name}, {end}: {count} von {boxes} ({share})</translation></message>
<message numerus="yes"><source>{name}, {n} candidates</source>
<translation><numerusform>{name}, {n} Kandidat</numerusform><numerusform>{name}, {n} Kandidaten</numerusform></translation></message>
<message><source>{name}, {words}</source>
<translation>{name}, {words}</translation></message>
<message><source>{name}: no loss: the outputs have no column for a class of the ground truths</source>
<translation>{name}: kein Loss: Die Ausgaben haben keine Spalte für eine Klasse der Ground Truths</translation></message>
<message><source>{name}: the picture was not found, and no size is annotated</source>
<translation>{name}: Das Bild wurde nicht gefunden, und keine Größe ist annotiert</translation></message>
<message><source>{name}: what a click selects and the layers show, {what} (H)</source>
<translation>{name}: was ein Klick auswählt und die Schichten zeigen, {what} (H)</translation></message>
<message><source>{name}: {found} of {total} pictures found.</source>
<translation>{name}: {found} von {total} Bildern gefunden.</translation></message>
<message><source>{name}: {lost} of {boxes} lost</source>
<translation>{name}: {lost} von {boxes} verloren</translation></message>
<message><source>{name}: {what}, {how}.</source>
<translation>{name}: {what}, {how}.</translation></message>
<message><source>{near}, under its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation.</source>
<translation>{near}, unter ihrer Schwelle {threshold:.4f}: dem Mittel der IoU ihrer Kandidaten plus deren Streuung.</translation></message>
<message><source>{near}, which reaches its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation; and its centre lies inside.{rivals}</source>
<translation>{near}, was ihre Schwelle {threshold:.4f} erreicht: das Mittel der IoU ihrer Kandidaten plus deren Streuung; und seine Mitte liegt darin.{rivals}</translation></message>
<message><source>{near}, which reaches the threshold {threshold:.4f}; but its centre is not inside that ground truth by more than {inside:g} px.</source>
<translation>{near}, was die Schwelle {threshold:.4f} erreicht; seine Mitte liegt aber nicht mehr als {inside:g} px in jener Ground Truth.</translation></message>
<message><source>{near}; but a single candidate has no deviation, so nothing reaches the threshold.</source>
<translation>{near}; aber ein einzelner Kandidat hat keine Streuung, also erreicht nichts die Schwelle.</translation></message>
<message><source>{none} of its {all} positive anchors overlap no ground truth</source>
<translation>{none} seiner {all} positiven Anchors überlappen keine Ground Truth</translation></message>
<message><source>{numbers}</source>
<translation>{numbers}</translation></message>
<message><source>{number} {name} of {picture}</source>
<translation>{number} {name} aus {picture}</translation></message>
<message><source>{n} GT</source>
<translation>{n} GT</translation></message>
<message numerus="yes"><source>{n} anchors</source>
<translation><numerusform>{n} Anchor</numerusform><numerusform>{n} Anchors</numerusform></translation></message>
<message><source>{n} anchors left out: no decoded box belongs to them</source>
<translation>{n} Anker ausgelassen: keine dekodierte Box gehört zu ihnen</translation></message>
<message numerus="yes"><source>{n} anchors under the cursor</source>
<translation><numerusform>{n} Anchor unter dem Zeiger</numerusform><numerusform>{n} Anchors unter dem Zeiger</numerusform></translation></message>
<message numerus="yes"><source>{n} anchors, every one decoded</source>
<translation><numerusform>{n} Anchor, dekodiert</numerusform><numerusform>{n} Anchors, jeder dekodiert</numerusform></translation></message>
<message numerus="yes"><source>{n} annotations without a picture are left out.</source>
<translation><numerusform>{n} Annotation ohne Bild ist ausgelassen.</numerusform><numerusform>{n} Annotationen ohne Bild sind ausgelassen.</numerusform></translation></message>
<message><source>{n} are suppressed, {another} of them by a box of another ground truth.</source>
<translation>{n} sind unterdrückt, davon {another} durch eine Box einer anderen Ground Truth.</translation></message>
<message><source>{n} background</source>
<translation>{n} Hintergrund</translation></message>
<message numerus="yes"><source>{n} boxes</source>
<translation><numerusform>{n} Box</numerusform><numerusform>{n} Boxen</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes are of a class the dataset does not have.</source>
<translation><numerusform>1 Box ist von einer Klasse, die der Datensatz nicht hat.</numerusform><numerusform>{n} Boxen sind von einer Klasse, die der Datensatz nicht hat.</numerusform></translation></message>
<message><source>{n} boxes left out: the dataset has no class {name}</source>
<translation>{n} Boxen ausgelassen: Der Datensatz hat keine Klasse {name}</translation></message>
<message numerus="yes"><source>{n} boxes with findings</source>
<translation><numerusform>{n} Box mit Befunden</numerusform><numerusform>{n} Boxen mit Befunden</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; each has a threshold of its own</source>
<translation><numerusform>{n} Box; sie hat eine eigene Schwelle</numerusform><numerusform>{n} Boxen; jede hat eine eigene Schwelle</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; points have no IoU with them</source>
<translation><numerusform>{n} Box; Punkte haben keine IoU damit</numerusform><numerusform>{n} Boxen; Punkte haben keine IoU damit</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; this rule compares no IoU</source>
<translation><numerusform>{n} Box; diese Regel vergleicht keine IoU</numerusform><numerusform>{n} Boxen; diese Regel vergleicht keine IoU</numerusform></translation></message>
<message><source>{n} clusters of width and height, the smallest at the finest level</source>
<translation>{n} Cluster von Breite und Höhe, die kleinsten auf der feinsten Ebene</translation></message>
<message numerus="yes"><source>{n} fields changed from {base}</source>
<translation><numerusform>{n} Feld anders als {base}</numerusform><numerusform>{n} Felder anders als {base}</numerusform></translation></message>
<message><source>{n} foreground</source>
<translation>{n} Vordergrund</translation></message>
<message numerus="yes"><source>{n} foreground proposals</source>
<translation><numerusform>1 Vordergrund-Proposal</numerusform><numerusform>{n} Vordergrund-Proposals</numerusform></translation></message>
<message numerus="yes"><source>{n} ground truths</source>
<translation><numerusform>{n} Ground Truth</numerusform><numerusform>{n} Ground Truths</numerusform></translation></message>
<message><source>{n} h ago</source>
<translation>vor {n} h</translation></message>
<message numerus="yes"><source>{n} ignored</source>
<translation><numerusform>{n} ignoriert</numerusform><numerusform>{n} ignoriert</numerusform></translation></message>
<message numerus="yes"><source>{n} images</source>
<translation><numerusform>{n} Bild</numerusform><numerusform>{n} Bilder</numerusform></translation></message>
<message><source>{n} images cannot be used, such as {why}</source>
<translation>{n} Bilder sind nicht verwendbar, etwa {why}</translation></message>
<message numerus="yes"><source>{n} images have another size than annotated: anchors follow the annotated size, outputs the file's.</source>
<translation><numerusform>1 Bild hat eine andere Größe als annotiert: Anchors folgen der annotierten, Ausgaben der der Datei.</numerusform><numerusform>{n} Bilder haben eine andere Größe als annotiert: Anchors folgen der annotierten, Ausgaben der der Datei.</numerusform></translation></message>
<message numerus="yes"><source>{n} images have no box in the file, and count as images without detections.</source>
<translation><numerusform>1 Bild hat keine Box in der Datei und zählt als Bild ohne Detektionen.</numerusform><numerusform>{n} Bilder haben keine Box in der Datei und zählen als Bilder ohne Detektionen.</numerusform></translation></message>
<message numerus="yes"><source>{n} images have no outputs and are in no number here.</source>
<translation><numerusform>1 Bild hat keine Ausgaben und ist hier in keiner Zahl.</numerusform><numerusform>{n} Bilder haben keine Ausgaben und sind hier in keiner Zahl.</numerusform></translation></message>
<message><source>{n} images have no predictions</source>
<translation>{n} Bilder haben keine Vorhersagen</translation></message>
<message numerus="yes"><source>{n} images have outputs that cannot be used.</source>
<translation><numerusform>1 Bild hat unbrauchbare Ausgaben.</numerusform><numerusform>{n} Bilder haben unbrauchbare Ausgaben.</numerusform></translation></message>
<message numerus="yes"><source>{n} images left out, the first: {why}.</source>
<translation><numerusform>{n} Bild ausgelassen: {why}.</numerusform><numerusform>{n} Bilder ausgelassen, das erste: {why}.</numerusform></translation></message>
<message numerus="yes"><source>{n} images were recorded with other ground truths than the annotated ones; theirs are not judged.</source>
<translation><numerusform>1 Bild wurde mit anderen Ground Truths als den annotierten aufgezeichnet; seine sind nicht beurteilt.</numerusform><numerusform>{n} Bilder wurden mit anderen Ground Truths als den annotierten aufgezeichnet; ihre sind nicht beurteilt.</numerusform></translation></message>
<message numerus="yes"><source>{n} images, as {name}: {why}.</source>
<translation><numerusform>{name}: {why}.</numerusform><numerusform>{n} Bilder, so {name}: {why}.</numerusform></translation></message>
<message numerus="yes"><source>{n} images, {some} predicted</source>
<translation><numerusform>{n} Bild, {some} vorhergesagt</numerusform><numerusform>{n} Bilder, {some} vorhergesagt</numerusform></translation></message>
<message numerus="yes"><source>{n} lost</source>
<translation><numerusform>{n} verloren</numerusform><numerusform>{n} verloren</numerusform></translation></message>
<message><source>{n} low</source>
<translation>{n} niedrig</translation></message>
<message><source>{n} low-quality</source>
<translation>{n} Low-Quality</translation></message>
<message numerus="yes"><source>{n} matches</source>
<translation><numerusform>{n} Treffer</numerusform><numerusform>{n} Treffer</numerusform></translation></message>
<message><source>{n} min ago</source>
<translation>vor {n} min</translation></message>
<message><source>{n} missed: {ends}.</source>
<translation>{n} verfehlt: {ends}.</translation></message>
<message numerus="yes"><source>{n} more</source>
<translation><numerusform>{n} weitere</numerusform><numerusform>{n} weitere</numerusform></translation></message>
<message numerus="yes"><source>{n} negative</source>
<translation><numerusform>{n} negativ</numerusform><numerusform>{n} negativ</numerusform></translation></message>
<message numerus="yes"><source>{n} negatives</source>
<translation><numerusform>{n} Negativ</numerusform><numerusform>{n} Negative</numerusform></translation></message>
<message numerus="yes"><source>{n} new positives</source>
<translation><numerusform>{n} neues Positiv</numerusform><numerusform>{n} neue Positive</numerusform></translation></message>
<message><source>{n} of {all}</source>
<translation>{n} von {all}</translation></message>
<message numerus="yes"><source>{n} of {all} ground truths have another state in B.</source>
<translation><numerusform>{n} von {all} Ground Truths hat in B einen anderen Zustand.</numerusform><numerusform>{n} von {all} Ground Truths haben in B einen anderen Zustand.</numerusform></translation></message>
<message numerus="yes"><source>{n} of {judged} ground truths judged have no positive at any of {steps} steps.</source>
<translation><numerusform>{n} von {judged} beurteilten Ground Truths hat bei keinem der {steps} Schritte ein Positiv.</numerusform><numerusform>{n} von {judged} beurteilten Ground Truths haben bei keinem der {steps} Schritte ein Positiv.</numerusform></translation></message>
<message numerus="yes"><source>{n} of {total} pictures bear names that several files have; none is taken.</source>
<translation><numerusform>{n} von {total} Bildern trägt einen Namen mehrerer Dateien; keine ist genommen.</numerusform><numerusform>{n} von {total} Bildern tragen Namen mehrerer Dateien; keine ist genommen.</numerusform></translation></message>
<message numerus="yes"><source>{n} of {total} pictures were not found</source>
<translation><numerusform>{n} von {total} Bildern wurde nicht gefunden</numerusform><numerusform>{n} von {total} Bildern wurden nicht gefunden</numerusform></translation></message>
<message><source>{n} of {used} boxes ({share}) have as many candidates as the rule may take</source>
<translation>{n} von {used} Boxen ({share}) haben so viele Kandidaten, wie die Regel nehmen darf</translation></message>
<message numerus="yes"><source>{n} of {used} ground truths have no positive anchor. G goes through all and says why.</source>
<translation><numerusform>{n} von {used} Ground Truths hat keinen positiven Anchor. G geht durch alle und sagt, warum.</numerusform><numerusform>{n} von {used} Ground Truths haben keinen positiven Anchor. G geht durch alle und sagt, warum.</numerusform></translation></message>
<message numerus="yes"><source>{n} others</source>
<translation><numerusform>{n} anderer</numerusform><numerusform>{n} andere</numerusform></translation></message>
<message numerus="yes"><source>{n} overlap no anchor</source>
<translation><numerusform>{n} überlappt keinen Anchor</numerusform><numerusform>{n} überlappen keinen Anchor</numerusform></translation></message>
<message numerus="yes"><source>{n} pairs of a proposal and a class</source>
<translation><numerusform>{n} Paar aus Proposal und Klasse</numerusform><numerusform>{n} Paare aus Proposal und Klasse</numerusform></translation></message>
<message><source>{n} pictures or more in one</source>
<translation>{n} Bilder oder mehr in einem</translation></message>
<message numerus="yes"><source>{n} points</source>
<translation><numerusform>{n} Punkt</numerusform><numerusform>{n} Punkte</numerusform></translation></message>
<message numerus="yes"><source>{n} points under the cursor</source>
<translation><numerusform>{n} Punkt unter dem Zeiger</numerusform><numerusform>{n} Punkte unter dem Zeiger</numerusform></translation></message>
<message numerus="yes"><source>{n} positive</source>
<translation><numerusform>{n} positiv</numerusform><numerusform>{n} positiv</numerusform></translation></message>
<message numerus="yes"><source>{n} positive anchors</source>
<translation><numerusform>{n} positiver Anchor</numerusform><numerusform>{n} positive Anchors</numerusform></translation></message>
<message numerus="yes"><source>{n} positive points</source>
<translation><numerusform>{n} positiver Punkt</numerusform><numerusform>{n} positive Punkte</numerusform></translation></message>
<message numerus="yes"><source>{n} positives</source>
<translation><numerusform>{n} Positiv</numerusform><numerusform>{n} Positive</numerusform></translation></message>
<message numerus="yes"><source>{n} proposals</source>
<translation><numerusform>{n} Proposal</numerusform><numerusform>{n} Proposals</numerusform></translation></message>
<message><source>{n} proposals under the cursor</source>
<translation>{n} Proposals unter dem Zeiger</translation></message>
<message><source>{n} px</source>
<translation>{n} px</translation></message>
<message><source>{n} s ago</source>
<translation>vor {n} s</translation></message>
<message><source>{n} steps/s</source>
<translation>{n} Schritte/s</translation></message>
<message><source>{n} times the size on the screen</source>
<translation>{n} mal die Größe auf dem Bildschirm</translation></message>
<message><source>{n} undecided</source>
<translation>{n} unentschieden</translation></message>
<message numerus="yes"><source>{n} unmatched</source>
<translation><numerusform>{n} ohne Treffer</numerusform><numerusform>{n} ohne Treffer</numerusform></translation></message>
<message><source>{n} zero-size</source>
<translation>{n} ohne Größe</translation></message>
<message><source>{n} {kind}</source>
<translation>{n} {kind}</translation></message>
<message numerus="yes"><source>{n} {label} anchors in {letter}</source>
<translation><numerusform>{n} Anchor ({label}) in {letter}</numerusform><numerusform>{n} Anchors ({label}) in {letter}</numerusform></translation></message>
<message><source>{n}+</source>
<translation>{n}+</translation></message>
<message><source>{objectness:,.5g} and {box:,.5g}</source>
<translation>{objectness:,.5g} und {box:,.5g}</translation></message>
<message><source>{of}, {lost}.</source>
<translation>{of}, {lost}.</translation></message>
<message><source>{of}; which one takes it, if any, depends on a prediction that is not known.</source>
<translation>{of}; welche ihn nimmt, wenn überhaupt, hängt von einer unbekannten Vorhersage ab.</translation></message>
<message><source>{one} stand in the first grid alone, {other} in the second.</source>
<translation>{one} stehen nur im ersten Raster, {other} nur im zweiten.</translation></message>
<message><source>{one}; {other}</source>
<translation>{one}; {other}</translation></message>
<message><source>{others:,} stand in one grid only; positives {effect}; of those in both {flips:,} change label or ground truth</source>
<translation>{others:,} stehen nur in einem Raster; Positive {effect}; von denen in beiden wechseln {flips:,} Label oder Ground Truth</translation></message>
<message><source>{owner} claims it: no anchor overlaps that one more (IoU {highest:.4f}). It overlaps {best} at IoU {iou:.4f}, but in this library the claim wins.</source>
<translation>{owner} beansprucht ihn: Kein Anchor überlappt jene mehr (IoU {highest:.4f}). Er überlappt {best} mit IoU {iou:.4f}, aber in dieser Bibliothek gewinnt der Anspruch.</translation></message>
<message><source>{own}, all of them shared with others</source>
<translation>{own}, alle mit anderen geteilt</translation></message>
<message><source>{own}, the best of IoU {best:.4f}; but no candidate's centre lies inside and is free for it.</source>
<translation>{own}, die beste IoU {best:.4f}; aber kein Kandidat liegt mit seiner Mitte darin und ist für sie frei.</translation></message>
<message><source>{own}, the best of IoU {best:.4f}; but {given}.</source>
<translation>{own}, die beste IoU {best:.4f}; aber {given}.</translation></message>
<message><source>{own}, {shared:,} of them shared with others</source>
<translation>{own}, {shared:,} davon mit anderen geteilt</translation></message>
<message><source>{own}. It took none: none has a {ranked_by} above 0.</source>
<translation>{own}. Sie nahm keinen ({ranked_by} nirgends über 0).</translation></message>
<message><source>{own}. It took {taken:,}, {how_many}, {towards} a {ranked_by} of {cut}</source>
<translation>{own}. Sie nahm {taken:,}, {how_many}, {ranked_by} {towards} {cut}</translation></message>
<message><source>{own}. Which of them it takes depends on a prediction that is not known.</source>
<translation>{own}. Welche davon sie nimmt, hängt von einer unbekannten Vorhersage ab.</translation></message>
<message><source>{own}: fewer than the {topk} it may take</source>
<translation>{own}: weniger als die {topk}, die sie nehmen darf</translation></message>
<message><source>{own}; {count:,} of them reach it with their centre inside and are its own. The best is {best:.4f}.</source>
<translation>{own}; {count:,} davon erreichen sie mit der Mitte darin und gehören ihr. Die beste ist {best:.4f}.</translation></message>
<message><source>{part} ground truths have fewer candidates than the rule may take</source>
<translation>{part} Ground Truths haben weniger Kandidaten, als die Regel nehmen darf</translation></message>
<message><source>{passing} anchors pass. </source>
<translation>{passing} Anchors passieren. </translation></message>
<message numerus="yes"><source>{passing} of {n} anchors</source>
<translation><numerusform>{passing} von {n} Anchor</numerusform><numerusform>{passing} von {n} Anchors</numerusform></translation></message>
<message><source>{passing} of {total}</source>
<translation>{passing} von {total}</translation></message>
<message><source>{path}: could not be written: the format {suffix} is not known, wanted .png or .svg</source>
<translation>{path}: konnte nicht geschrieben werden: Das Format {suffix} ist nicht bekannt, erwartet .png oder .svg</translation></message>
<message><source>{path}: holds Python objects (pickle), which are never loaded; wanted numbers</source>
<translation>{path}: enthält Python-Objekte (Pickle), die nie geladen werden; erwartet: Zahlen</translation></message>
<message><source>{path}: no longer there</source>
<translation>{path}: nicht mehr da</translation></message>
<message><source>{path}: not readable as .npz: {why}</source>
<translation>{path}: nicht lesbar als .npz: {why}</translation></message>
<message><source>{path}: not readable as TOML: {why}</source>
<translation>{path}: nicht lesbar als TOML: {why}</translation></message>
<message><source>{path}: {problem}</source>
<translation>{path}: {problem}</translation></message>
<message><source>{path}: {what}</source>
<translation>{path}: {what}</translation></message>
<message><source>{path}:{place}: {problem}</source>
<translation>{path}:{place}: {problem}</translation></message>
<message numerus="yes"><source>{place} of {n} anchors under the cursor, by IoU</source>
<translation><numerusform>{place} von {n} Anchor unter dem Zeiger, nach IoU</numerusform><numerusform>{place} von {n} Anchors unter dem Zeiger, nach IoU</numerusform></translation></message>
<message numerus="yes"><source>{place} of {n} points under the cursor</source>
<translation><numerusform>{place} von {n} Punkt unter dem Zeiger</numerusform><numerusform>{place} von {n} Punkten unter dem Zeiger</numerusform></translation></message>
<message><source>{place} · IoU {iou:.4f}</source>
<translation>{place} · IoU {iou:.4f}</translation></message>
<message><source>{place}: {old} to {new}</source>
<translation>{place}: {old} nach {new}</translation></message>
<message><source>{place}{scores} levels of objectness and {deltas} of deltas, wanted {wanted} for this recipe</source>
<translation>{place}{scores} Ebenen von Objectness und {deltas} von Deltas, für dieses Rezept erwartet: {wanted}</translation></message>
<message><source>{problem} (column {start})</source>
<translation>{problem} (Spalte {start})</translation></message>
<message><source>{problem}. Every anchor is shown.</source>
<translation>{problem}. Jeder Anchor wird gezeigt.</translation></message>
<message><source>{problem}. Every point is shown.</source>
<translation>{problem}. Jeder Punkt wird gezeigt.</translation></message>
<message><source>{reached} of {used} boxes ({share}) reach IoU {least} with an anchor</source>
<translation>{reached} von {used} Boxen ({share}) erreichen IoU {least} mit einem Anchor</translation></message>
<message><source>{reach}, but that anchor lies in an ignored region and enters no loss.</source>
<translation>{reach}, aber jener Anchor liegt in einer ignorierten Region und geht in keinen Loss ein.</translation></message>
<message><source>{reach}, but that anchor {leaves} and enters no loss.</source>
<translation>{reach}, aber jener Anchor {leaves} und geht in keinen Loss ein.</translation></message>
<message><source>{reach}, is below {limit}: background.</source>
<translation>{reach}, liegt unter {limit}: Hintergrund.</translation></message>
<message><source>{reach}, is below {limit}: never drawn.</source>
<translation>{reach}, liegt unter {limit}: nie gezogen.</translation></message>
<message><source>{reach}, is between {low} and {high}: ignored.</source>
<translation>{reach}, liegt zwischen {low} und {high}: ignoriert.</translation></message>
<message><source>{reach}, under the threshold {positive:.2f}, and this recipe has no low-quality rule.</source>
<translation>{reach}, unter der Schwelle {positive:.2f}, und dieses Rezept hat keine Low-Quality-Regel.</translation></message>
<message><source>{reach}, under the {least:.2f} from which the low-quality rule helps.</source>
<translation>{reach}, unter den {least:.2f}, ab denen die Low-Quality-Regel hilft.</translation></message>
<message><source>{reach}, under {negative:.2f}, and here such an anchor is negative whatever it is best for.</source>
<translation>{reach}, unter {negative:.2f}, und hier ist so ein Anchor negativ, wofür er auch der beste ist.</translation></message>
<message><source>{reach}, which is not enough for a positive anchor under this recipe.</source>
<translation>{reach}, was unter diesem Rezept nicht für einen positiven Anchor reicht.</translation></message>
<message><source>{reach}. But that anchor is given to {other}, which claims it too.</source>
<translation>{reach}. Aber jener Anchor geht an {other}, die ihn auch beansprucht.</translation></message>
<message><source>{reach}. But that anchor overlaps {other} {how_much} and is trained towards that one.</source>
<translation>{reach}. Aber jener Anchor überlappt {other} {how_much} und wird auf jene trainiert.</translation></message>
<message><source>{reach}; {ties:,} anchors tie there</source>
<translation>{reach}; {ties:,} Anchors stehen dort gleich</translation></message>
<message><source>{recipe}, {outputs}</source>
<translation>{recipe}, {outputs}</translation></message>
<message numerus="yes"><source>{said}; after contests and cuts {n} are its own.</source>
<translation><numerusform>{said}; nach Wettstreit und Schnitt gehört ihr {n}.</numerusform><numerusform>{said}; nach Wettstreit und Schnitt gehören ihr {n}.</numerusform></translation></message>
<message><source>{said}; all of them are its own.</source>
<translation>{said}; alle davon gehören ihr.</translation></message>
<message><source>{said}; it is its own.</source>
<translation>{said}; er gehört ihr.</translation></message>
<message><source>{share} % of the positives changed at the last step.</source>
<translation>{share} % der Positiven wechselten beim letzten Schritt.</translation></message>
<message><source>{short} drawn</source>
<translation>{short} gezogen</translation></message>
<message numerus="yes"><source>{shown} of {n} foreground proposals</source>
<translation><numerusform>{shown} von 1 Vordergrund-Proposal</numerusform><numerusform>{shown} von {n} Vordergrund-Proposals</numerusform></translation></message>
<message numerus="yes"><source>{shown} of {n} positives</source>
<translation><numerusform>{shown} von {n} Positiv</numerusform><numerusform>{shown} von {n} Positiven</numerusform></translation></message>
<message numerus="yes"><source>{shown} of {n} proposals</source>
<translation><numerusform>{shown} von 1 Proposal</numerusform><numerusform>{shown} von {n} Proposals</numerusform></translation></message>
<message><source>{shown} of {total}</source>
<translation>{shown} von {total}</translation></message>
<message><source>{side} px</source>
<translation>{side} px</translation></message>
<message><source>{side}, drawn</source>
<translation>{side}, gezogen</translation></message>
<message><source>{sizes} sizes and {ratios} ratios, the smallest size at the finest level</source>
<translation>{sizes} Größen und {ratios} Seitenverhältnisse, die kleinste Größe auf der feinsten Ebene</translation></message>
<message><source>{sizes}: width and height exchanged, or the picture turned by EXIF?</source>
<translation>{sizes}: Breite und Höhe vertauscht, oder das Bild per EXIF gedreht?</translation></message>
<message><source>{size} at h/w {ratio} is {was}; {rounding}: {now}.</source>
<translation>{size} bei h/w {ratio} ist {was}; {rounding}: {now}.</translation></message>
<message><source>{some} and {last}</source>
<translation>{some} und {last}</translation></message>
<message><source>{some} and {more}</source>
<translation>{some} und {more}</translation></message>
<message><source>{some} or {more}</source>
<translation>{some} oder {more}</translation></message>
<message><source>{some}, and {n} more formats</source>
<translation>{some} und {n} weitere Formate</translation></message>
<message><source>{some}, {more}</source>
<translation>{some}, {more}</translation></message>
<message><source>{some}; {more}</source>
<translation>{some}; {more}</translation></message>
<message><source>{source}: no grid of the recipe has as many anchors</source>
<translation>{source}: kein Raster des Rezepts hat so viele Anchors</translation></message>
<message><source>{stage} box</source>
<translation>{stage} Box</translation></message>
<message><source>{stage} box loss</source>
<translation>Box-Loss ({stage})</translation></message>
<message><source>{stage} class</source>
<translation>{stage} Klasse</translation></message>
<message><source>{stage} class loss</source>
<translation>Klassen-Loss ({stage})</translation></message>
<message><source>{stage}, box</source>
<translation>{stage}, Box</translation></message>
<message><source>{stage}, class</source>
<translation>{stage}, Klasse</translation></message>
<message><source>{stage}, proposal {n}</source>
<translation>{stage}, Proposal {n}</translation></message>
<message><source>{stage}, whole stage</source>
<translation>{stage}, ganze Stufe</translation></message>
<message><source>{stage}_logits has {rows} rows, as many as proposals and as sampled boxes: taken for the sampled boxes, as no mode (train or eval) is recorded</source>
<translation>{stage}_logits hat {rows} Zeilen, so viele wie Proposals und wie Boxen der Stichprobe: gilt als die der Stichprobe, da kein Modus (train oder eval) aufgezeichnet ist</translation></message>
<message><source>{tag} · {what}</source>
<translation>{tag} · {what}</translation></message>
<message><source>{text}. Click to list those lost here.</source>
<translation>{text}. Klick listet die hier verlorenen.</translation></message>
<message><source>{text}: is no path of a file or folder</source>
<translation>{text}: ist kein Pfad einer Datei oder eines Ordners</translation></message>
<message><source>{then}; an audit counts it as zero-size alone</source>
<translation>{then}; ein Audit zählt sie nur als Größe null</translation></message>
<message><source>{url}: is not a file on this computer; download it first</source>
<translation>{url}: ist keine Datei auf diesem Rechner; erst herunterladen</translation></message>
<message><source>{what} (Ctrl+{number})</source>
<translation>{what} (Strg+{number})</translation></message>
<message><source>{what} For example {example}</source>
<translation>{what} Zum Beispiel {example}</translation></message>
<message><source>{what} for ground truth {a} in A, for {b} in B</source>
<translation>{what} für Ground Truth {a} in A, für {b} in B</translation></message>
<message><source>{what} in both</source>
<translation>{what} in beiden</translation></message>
<message><source>{what} in training</source>
<translation>{what} im Training</translation></message>
<message><source>{what}, by:</source>
<translation>{what}, nach:</translation></message>
<message><source>{what}.
</source>
<translation>{what}.
</translation></message>
<message><source>{what}: ground truth {numbers}</source>
<translation>{what}: Ground Truth {numbers}</translation></message>
<message><source>{what}: reload (F5)</source>
<translation>{what}: neu laden (F5)</translation></message>
<message><source>{what}: {effect}</source>
<translation>{what}: {effect}</translation></message>
<message><source>{what}: {list}</source>
<translation>{what}: {list}</translation></message>
<message><source>{what}; {source} names it</source>
<translation>{what}; {source} nennt es</translation></message>
<message><source>{whole:,} of {all:,} boxes are of whole px: detectron2's loader cuts those to whole network px, as a recipe with whole_boxes = cut does</source>
<translation>{whole:,} von {all:,} Boxen sind von ganzen px: detectron2 schneidet diese beim Laden auf ganze Netz-px, wie ein Rezept mit whole_boxes = cut</translation></message>
<message><source>{whole} + {joined} GT</source>
<translation>{whole} + {joined} GT</translation></message>
<message><source>{whose} at IoU {iou}</source>
<translation>{whose} bei IoU {iou}</translation></message>
<message><source>{why}, and no size is annotated</source>
<translation>{why}, und keine Größe ist annotiert</translation></message>
<message><source>{words} But ground truth {value}, listed later, falls into the same anchor and stands.</source>
<translation>{words} Aber Ground Truth {value}, später gelistet, fällt in denselben Anchor und gilt.</translation></message>
<message numerus="yes"><source>{words} But in {n} of them ground truths listed later stand: {list}.</source>
<translation><numerusform>{words} In 1 davon gilt aber eine später gelistete Ground Truth: {list}.</numerusform><numerusform>{words} In {n} davon gelten aber später gelistete Ground Truths: {list}.</numerusform></translation></message>
<message><source>{words} No other layer learns it.</source>
<translation>{words} Kein anderer Layer lernt sie.</translation></message>
<message><source>{words} On {shared:,} the objectness follows another ground truth.</source>
<translation>{words} Bei {shared:,} folgt die Objectness einer anderen Ground Truth.</translation></message>
<message><source>{words} at step {step}</source>
<translation>{words} bei Schritt {step}</translation></message>
<message><source>{words} fits no better than {other}</source>
<translation>{words} passt nicht besser als {other}</translation></message>
<message><source>{words} leads {other} by {margin} only, and {least} is wanted</source>
<translation>{words} liegt nur um {margin} vor {other}, und {least} wird verlangt</translation></message>
<message><source>{words} {pairs:,} of them count twice, since its centre lies on a line between cells.</source>
<translation>{words} {pairs:,} davon zählen doppelt, da ihre Mitte auf einer Linie zwischen Zellen liegt.</translation></message>
<message><source>{words} · stopped before the end</source>
<translation>{words} · vor dem Ende angehalten</translation></message>
<message><source>{words}, and no box predicted here can overlap one by more than {ignore:.2f}.</source>
<translation>{words}, und keine hier vorhergesagte Box kann eine um mehr als {ignore:.2f} überlappen.</translation></message>
<message><source>{words}, and what it predicts overlaps none by more than {ignore:.2f}: at best {value:.4f}.</source>
<translation>{words}, und was er vorhersagt, überlappt keine um mehr als {ignore:.2f}: höchstens {value:.4f}.</translation></message>
<message><source>{words}, but positives score above {share} of negatives only</source>
<translation>{words}, aber Positive liegen nur vor {share} der Negativen</translation></message>
<message><source>{words}, but so the best boxes have IoU {mean} with the ground truths on average, and {given} as the recipe reads them</source>
<translation>{words}, aber so haben die besten Boxen im Mittel IoU {mean} mit den Ground Truths, und {given}, wie das Rezept sie liest</translation></message>
<message><source>{words}, but the deltas are t* times {found}, not {own}</source>
<translation>{words}, aber die Deltas sind t* mal {found}, nicht {own}</translation></message>
<message><source>{words}, but the deltas explain {share} of t* only</source>
<translation>{words}, aber die Deltas erklären nur {share} von t*</translation></message>
<message><source>{words}, but the deltas explain {share} of t* only, and {least} is wanted for that</source>
<translation>{words}, aber die Deltas erklären nur {share} von t*, und dafür wird {least} verlangt</translation></message>
<message><source>{words}, but the factors are known as {found} only; more pictures tell more</source>
<translation>{words}, aber die Faktoren sind nur als {found} bekannt; mehr Bilder sagen mehr</translation></message>
<message><source>{words}, but the factors may be {found}; more pictures tell more</source>
<translation>{words}, aber die Faktoren können {found} sein; mehr Bilder sagen mehr</translation></message>
<message><source>{words}, but {rival}, explains the deltas better; more pictures tell more</source>
<translation>{words}, aber {rival}, erklärt die Deltas besser; mehr Bilder sagen mehr</translation></message>
<message><source>{words}, but {wrong}</source>
<translation>{words}, aber {wrong}</translation></message>
<message><source>{words}, but {wrong}: the deltas are coded in a way not tried here</source>
<translation>{words}, aber {wrong}: die Deltas sind auf eine hier nicht probierte Art kodiert</translation></message>
<message><source>{words}, for itself.</source>
<translation>{words}, für sich selbst.</translation></message>
<message><source>{words}, more or less</source>
<translation>{words}, mehr oder weniger</translation></message>
<message><source>{words}, no raw outputs, so no t</source>
<translation>{words}, keine Rohausgaben, also kein t</translation></message>
<message><source>{words}. This one is trained towards {owner}, {most}.</source>
<translation>{words}. Dieser wird auf {owner} trainiert, {most}.</translation></message>
<message><source>{words}; where they stand, R@0.5 is {half:.0f} % and R@0.7 {seven:.0f} %</source>
<translation>{words}; wo sie stehen, ist R@0.5 {half:.0f} % und R@0.7 {seven:.0f} %</translation></message>
<message><source>{word} · {describe}</source>
<translation>{word} · {describe}</translation></message>
<message><source>{word} · {describe} · IoU {overlap:.4f}</source>
<translation>{word} · {describe} · IoU {overlap:.4f}</translation></message>
<message><source>{word} · {describe} · {why}</source>
<translation>{word} · {describe} · {why}</translation></message>
<message><source>{wrong}: width and height exchanged</source>
<translation>{wrong}: Breite und Höhe vertauscht</translation></message>
<message><source>{wrong}; labels and anchors are those of another grid</source>
<translation>{wrong}; Labels und Anchors sind die eines anderen Gitters</translation></message>
<message><source>{w} x {h} px</source>
<translation>{w} x {h} px</translation></message>
<message><source>{w} x {h} px at x {x:g}, y {y:g}</source>
<translation>{w} x {h} px bei x {x:g}, y {y:g}</translation></message>
<message><source>÷ N</source>
<translation>÷ N</translation></message>
<message><source>Δ is the cost of the distance, by its angle, and Ω that of the shape.</source>
<translation>Δ sind die Kosten der Entfernung, nach ihrem Winkel, und Ω die der Form.</translation></message>
<message><source>α</source>
<translation type="vanished">α</translation></message>
<message><source>α = {a}, γ = {g}, β = {b}</source>
<translation>α = {a}, γ = {g}, β = {b}</translation></message>
<message><source>α_s</source>
<translation>α_s</translation></message>
<message><source>β</source>
<translation>β</translation></message>
<message><source>β = 0: plain L1</source>
<translation>β = 0: reines L1</translation></message>
<message><source>β = {beta}</source>
<translation>β = {beta}</translation></message>
<message><source>β R(d)</source>
<translation>β R(d)</translation></message>
<message><source>β_o</source>
<translation>β_o</translation></message>
<message><source>λ = {l}, N = 1: the sums are divided by nothing.</source>
<translation>λ = {l}, N = 1: Die Summen werden durch nichts geteilt.</translation></message>
<message><source>λ = {l}, N_cls = N_reg = N = {n}.</source>
<translation>λ = {l}, N_cls = N_reg = N = {n}.</translation></message>
<message><source>λ = {l}, {all}.</source>
<translation>λ = {l}, {all}.</translation></message>
<message><source>λ = {w}, for ground truth {n}.</source>
<translation>λ = {w}, für Ground Truth {n}.</translation></message>
<message><source>ρ is the distance of the centres, c the diagonal of the smallest box around both.</source>
<translation>ρ ist der Abstand der Mitten, c die Diagonale der kleinsten Box um beide.</translation></message>
<message><source>σ(t) − t*</source>
<translation>σ(t) − t*</translation></message>
<message><source>↑ ↓ choose     Enter run     Ctrl+Enter assign a key     Esc close</source>
<translation>↑ ↓ wählen     Enter ausführen     Strg+Enter Taste zuweisen     Esc schließen</translation></message>
<message><source>√area</source>
<translation>√Fläche</translation></message>
<message><source>√area in network px; double click or Enter: look at it</source>
<translation>√Fläche in Netz-px; Doppelklick oder Enter: ansehen</translation></message>
<message><source>√area of the ground truth, network px; verticals: anchor sizes; hollow: under 10 boxes</source>
<translation>√Fläche der Ground Truth, Netz-px; senkrecht: Anchor-Größen; hohl: unter 10 Boxen</translation></message>
<message><source>√area of the ground truth, network px; verticals: strides; hollow: under 10 boxes</source>
<translation>√Fläche der Ground Truth, Netz-px; senkrecht: Strides; hohl: unter 10 Boxen</translation></message>
<message><source>√area {low} to {high} px</source>
<translation>√Fläche {low} bis {high} px</translation></message>
<message><source>√area ≥ {low} px</source>
<translation>√Fläche ≥ {low} px</translation></message>
<message><source>√area, network px</source>
<translation>√Fläche, Netz-px</translation></message>
<message><source>√area, px</source>
<translation>√Fläche, px</translation></message>
<message><source>≥ mean + std</source>
<translation>≥ Mittel + Std</translation></message>
<message numerus="yes"><source>⚠ {n} warnings</source>
<translation><numerusform>⚠ {n} Warnung</numerusform><numerusform>⚠ {n} Warnungen</numerusform></translation></message>
<message><source>⚠ {what}.</source>
<translation>⚠ {what}.</translation></message>
</context>
</TS>
