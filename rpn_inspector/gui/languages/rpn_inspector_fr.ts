<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- French (Français). No native reader has seen this catalogue yet: who reads it as one is asked to mend it, and to strike
     this line. Terms: the table of languages in CONTRIBUTING.md. -->
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
<name>rpn_inspector</name>
<message><source>
Key {key}</source>
<translation>
Touche {key}</translation></message>
<message><source>  standard deviation</source>
<translation>  écart type</translation></message>
<message><source> (edited)</source>
<translation> (modifié)</translation></message>
<message><source> (x × {x}, y × {y})</source>
<translation> (x × {x}, y × {y})</translation></message>
<message><source> (× {x})</source>
<translation> (× {x})</translation></message>
<message><source> Esc clears what was typed.</source>
<translation> Échap efface la saisie.</translation></message>
<message><source> Ground truth {others} took it too, and {contest} ground truth {owner}.</source>
<translation> La vérité terrain {others} l'a prise aussi, et {contest} la vérité terrain {owner}.</translation></message>
<message><source> Ground truth {others} took it too, and {contest} ground truth {owner}: {value} against {second}.</source>
<translation> La vérité terrain {others} l'a prise aussi, et {contest} la vérité terrain {owner} : {value} contre {second}.</translation></message>
<message numerus="yes"><source> Ground truths {list} fall into it too; the last listed stands.</source>
<translation><numerusform> La vérité terrain {list} y tombe aussi ; la dernière listée l'emporte.</numerusform><numerusform> Les vérités terrain {list} y tombent aussi ; la dernière listée l'emporte.</numerusform></translation></message>
<message numerus="yes"><source> Ground truths {list} teach it too; its objectness follows ground truth {owner}, the last listed.</source>
<translation><numerusform> La vérité terrain {list} l'enseigne aussi ; son objectness suit la vérité terrain {owner}, listée en dernier.</numerusform><numerusform> Les vérités terrain {list} l'enseignent aussi ; son objectness suit la vérité terrain {owner}, listée en dernier.</numerusform></translation></message>
<message><source> It counts twice.</source>
<translation> Elle compte deux fois.</translation></message>
<message><source> It reaches that of {others} too, but overlaps ground truth {owner} {words}.</source>
<translation> Elle atteint aussi celui de {others}, mais recouvre la vérité terrain {owner} {words}.</translation></message>
<message><source> The crosses above take the filters away.</source>
<translation> Les croix ci-dessus retirent les filtres.</translation></message>
<message numerus="yes"><source> in {n} pictures</source>
<translation><numerusform> dans {n} image</numerusform><numerusform> dans {n} images</numerusform></translation></message>
<message><source> of {number}</source>
<translation> sur {number}</translation></message>
<message><source> · IoU of its box {said}</source>
<translation> · IoU de sa boîte {said}</translation></message>
<message><source> · IoU with GT {gt}: anchor {overlap:.4f}, box {fit:.4f}</source>
<translation> · IoU avec GT {gt} : ancre {overlap:.4f}, boîte {fit:.4f}</translation></message>
<message><source> · IoU with GT {gt}: {overlap:.4f}</source>
<translation> · IoU avec GT {gt} : {overlap:.4f}</translation></message>
<message><source> · IoU {said}</source>
<translation> · IoU {said}</translation></message>
<message><source> · IoU: {said}</source>
<translation> · IoU : {said}</translation></message>
<message><source> · of ground truths {numbers}</source>
<translation> · des vérités terrain {numbers}</translation></message>
<message><source>&amp;Edit</source>
<translation>&amp;Édition</translation></message>
<message><source>&amp;File</source>
<translation>&amp;Fichier</translation></message>
<message><source>&amp;Go</source>
<translation>A&amp;ller</translation></message>
<message><source>&amp;Help</source>
<translation>A&amp;ide</translation></message>
<message><source>&amp;Recipe</source>
<translation>&amp;Recette</translation></message>
<message><source>&amp;Tools</source>
<translation>&amp;Outils</translation></message>
<message><source>&amp;View</source>
<translation>&amp;Affichage</translation></message>
<message><source>(h, w) cells of each level, where convolutions of a fixed input round otherwise; empty: by strides</source>
<translation>cellules (h, w) de chaque niveau, où les convolutions d'une entrée fixe arrondissent autrement ; vide : par les strides</translation></message>
<message><source>(h, w) px of the network's input</source>
<translation>(h, w) px de l'entrée du réseau</translation></message>
<message><source>(smallest, largest) side px of each level: the first for all ratios, its root with each other for squares</source>
<translation>(petit, grand) côté de chaque niveau en px : le premier pour tous les rapports, sa racine avec chaque autre pour les carrés</translation></message>
<message><source>(width, height) factors of the size, one list for all</source>
<translation>facteurs (largeur, hauteur) de la taille, une liste pour tous</translation></message>
<message><source>(width, height) px of each level</source>
<translation>(largeur, hauteur) px de chaque niveau</translation></message>
<message><source>*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data</source>
<translation>*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data</translation></message>
<message><source>*.toml</source>
<translation>*.toml</translation></message>
<message><source>*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz</source>
<translation>*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz</translation></message>
<message><source>, network px</source>
<translation>, px du réseau</translation></message>
<message><source>... is pooled from the map of this k</source>
<translation>... est regroupée depuis la carte de ce k</translation></message>
<message><source>1 anchor left out: no decoded box belongs to it</source>
<translation>1 ancre écartée : aucune boîte décodée ne lui appartient</translation></message>
<message><source>1 box</source>
<translation>1 boîte</translation></message>
<message><source>1 box left out: the dataset has no class {name}</source>
<translation>1 boîte omise : le jeu de données n'a pas de classe {name}</translation></message>
<message><source>1 image</source>
<translation>1 image</translation></message>
<message><source>1 image cannot be used: {why}</source>
<translation>1 image inutilisable : {why}</translation></message>
<message><source>1 image has no predictions</source>
<translation>1 image sans prédictions</translation></message>
<message><source>1 is suppressed, by a box of another ground truth.</source>
<translation>1 est supprimée, par une boîte d'une autre vérité terrain.</translation></message>
<message><source>1 is suppressed, by no box of another ground truth.</source>
<translation>1 est supprimée, mais pas par une boîte d'une autre vérité terrain.</translation></message>
<message><source>1 more</source>
<translation>1 de plus</translation></message>
<message><source>1 of {judged} ground truths is lost, {how}.</source>
<translation>1 vérité terrain sur {judged} est perdue, {how}.</translation></message>
<message><source>1 other</source>
<translation>1 autre</translation></message>
<message><source>1 proposal</source>
<translation>1 proposition</translation></message>
<message><source>1 proposal under the cursor</source>
<translation>1 proposition sous le curseur</translation></message>
<message><source>100 %</source>
<translation>100 %</translation></message>
<message><source>100 of 8,888</source>
<translation>100 sur 8,888</translation></message>
<message><source>100.0 %</source>
<translation>100.0 %</translation></message>
<message><source>88 of 8,888</source>
<translation>88 sur 8,888</translation></message>
<message><source>: needs raw outputs</source>
<translation>: exige des sorties brutes</translation></message>
<message><source>: needs the network's own outputs</source>
<translation>: nécessite les sorties du réseau lui-même</translation></message>
<message><source>; the annotations are left out.</source>
<translation>; les annotations sont omises.</translation></message>
<message><source>; where the size is known, an empty canvas stands in.</source>
<translation>; où la taille est connue, un fond vide la remplace.</translation></message>
<message numerus="yes"><source>; {n} others tie with it</source>
<translation><numerusform>; {n} autre à égalité</numerusform><numerusform>; {n} autres à égalité</numerusform></translation></message>
<message><source>&lt; mean + std</source>
<translation>&lt; moyenne + écart</translation></message>
<message><source>&lt;b&gt;{place}&lt;/b&gt;: {meaning}. Shipped: {value}</source>
<translation>&lt;b&gt;{place}&lt;/b&gt; : {meaning}. Fourni : {value}</translation></message>
<message><source>A</source>
<translation>A</translation></message>
<message><source>A and B are the same outputs: choose others above the picture.</source>
<translation>A et B sont les mêmes sorties : choisissez-en d'autres au-dessus de l'image.</translation></message>
<message><source>A better fit is not yet a better AP: only training tells.</source>
<translation>Un meilleur ajustement n'est pas encore une meilleure AP : seul l'entraînement le dit.</translation></message>
<message><source>A box reaches IoU 0.50, but a top-k cuts it, or it is too small.</source>
<translation>Une boîte atteint IoU 0.50, mais un top-k la coupe, ou elle est trop petite.</translation></message>
<message><source>A box reaches IoU 0.50, but another one suppresses it, or is another's.</source>
<translation>Une boîte atteint IoU 0.50, mais une autre la supprime, ou elle est à une autre.</translation></message>
<message><source>A box reaches IoU 0.50, but scores too low.</source>
<translation>Une boîte atteint IoU 0.50, mais son score est trop bas.</translation></message>
<message><source>A box that no anchor overlaps ties with all at IoU 0, which makes them positive.</source>
<translation>Une boîte qu'aucune ancre ne recouvre est à égalité avec toutes à IoU 0, ce qui les rend positives.</translation></message>
<message><source>A confidence z_0 and one score per class; a negative pays for the confidence alone.</source>
<translation>Une confiance z_0 et un score par classe ; un négatif ne paie que pour la confiance.</translation></message>
<message><source>A coordinate whose t* is exactly 0 is left out, as this library does.</source>
<translation>Une coordonnée dont t* vaut exactement 0 est omise, comme dans cette bibliothèque.</translation></message>
<message><source>A dash under positive: only raw outputs would tell.</source>
<translation>Un tiret sous positif : seules les sorties brutes le diraient.</translation></message>
<message><source>A detection reaches IoU 0.50, and is its own.</source>
<translation>Une détection atteint IoU 0.50, et c'est la sienne.</translation></message>
<message><source>A ground truth that no anchor overlaps ties with all of them at IoU 0.</source>
<translation>Une vérité terrain qu'aucune ancre ne recouvre est à égalité avec toutes à IoU 0.</translation></message>
<message><source>A head over proposals</source>
<translation>Une tête sur les propositions</translation></message>
<message><source>A head over proposals.</source>
<translation>Une tête sur les propositions.</translation></message>
<message><source>A is what is open. What moves is counted over every picture, as audit --against does.</source>
<translation>A est ce qui est ouvert. Ce qui bouge est compté sur toutes les images, comme par audit --against.</translation></message>
<message><source>A kept box reaches IoU 0.50.</source>
<translation>Une boîte conservée atteint IoU 0.50.</translation></message>
<message><source>A new folder (*)</source>
<translation>Un nouveau dossier (*)</translation></message>
<message><source>A point a cell, without width and height (FCOS, YOLOX, RTMDet, YOLOv8 to YOLO26)</source>
<translation>Un point par cellule, sans largeur ni hauteur (FCOS, YOLOX, RTMDet, YOLOv8 à YOLO26)</translation></message>
<message><source>A point has no area, so no IoU with a ground truth.</source>
<translation>Un point n'a pas d'aire, donc pas d'IoU avec une vérité terrain.</translation></message>
<message><source>A random mini-batch</source>
<translation>Un mini-batch aléatoire</translation></message>
<message><source>A random mini-batch, with the negatives limited by the positives where asked</source>
<translation>Un mini-batch aléatoire, les négatifs limités par les positifs si demandé</translation></message>
<message><source>A score or an edge is not a finite number.</source>
<translation>Un score ou un bord n'est pas un nombre fini.</translation></message>
<message><source>A side of it is 0, which is within no factor of any anchor's. So no level trains it.</source>
<translation>Un de ses côtés est 0, ce qui n'est dans aucun rapport avec une ancre. Donc aucun niveau ne l'entraîne.</translation></message>
<message><source>A side of the picture is under a stride: one row of cells sees all of it.</source>
<translation>Un côté de l'image est sous un stride : une rangée de cellules voit tout.</translation></message>
<message><source>A sigmoid per class, summed.</source>
<translation>Une sigmoïde par classe, sommées.</translation></message>
<message><source>A small bundled dataset with raw predictions</source>
<translation>Un petit jeu de données fourni, avec sorties brutes</translation></message>
<message><source>A this box</source>
<translation>A cette boîte</translation></message>
<message><source>A's rule looks at what the network says: which anchors are positive is not known. {why}</source>
<translation>La règle de A regarde ce que dit le réseau : quelles ancres sont positives n'est pas connu. {why}</translation></message>
<message><source>A: {a}; B: {b}</source>
<translation>A : {a} ; B : {b}</translation></message>
<message><source>AP</source>
<translation>AP</translation></message>
<message><source>AP 0.50</source>
<translation>AP 0.50</translation></message>
<message><source>AP by class</source>
<translation>AP par classe</translation></message>
<message><source>AP50</source>
<translation>AP50</translation></message>
<message><source>AP75</source>
<translation>AP75</translation></message>
<message><source>About</source>
<translation>À propos</translation></message>
<message><source>Add</source>
<translation>Ajouter</translation></message>
<message><source>Add this key to the command's present ones</source>
<translation>Ajouter cette touche à celles de la commande</translation></message>
<message><source>After scaling and moving, nothing of it lies in the network's input.</source>
<translation>Après mise à l'échelle et déplacement, il n'en reste rien dans l'entrée du réseau.</translation></message>
<message><source>Agreement</source>
<translation>Accord</translation></message>
<message><source>All</source>
<translation>Tout</translation></message>
<message><source>All anchors</source>
<translation>Toutes les ancres</translation></message>
<message><source>All anchors and all ground truths. A row, a box and a point are one selection. Click a heading to sort; Ctrl+C copies the row.</source>
<translation>Toutes les ancres et vérités terrain. Une ligne, une boîte et un point sont une seule sélection. Cliquer un titre trie ; Ctrl+C copie la ligne.</translation></message>
<message><source>All boxes</source>
<translation>Toutes les boîtes</translation></message>
<message><source>All files</source>
<translation>Tous les fichiers</translation></message>
<message><source>All of its candidates are another ground truth's too, which may win them.</source>
<translation>Tous ses candidats sont aussi ceux d'une autre vérité terrain, qui peut les gagner.</translation></message>
<message numerus="yes"><source>All of the dataset, {n}</source>
<translation><numerusform>Tout le jeu de données, {n}</numerusform><numerusform>Tout le jeu de données, {n}</numerusform></translation></message>
<message><source>All points</source>
<translation>Tous les points</translation></message>
<message><source>All {n} ground truths are found.</source>
<translation>Les {n} vérités terrain sont toutes trouvées.</translation></message>
<message><source>All: every anchor, positive, ignored and negative
Key 9</source>
<translation>Tout : chaque ancre, positive, ignorée et négative
Touche 9</translation></message>
<message><source>All: every point, positive and negative
Key 9</source>
<translation>Tous : chaque point, positif et négatif
Touche 9</translation></message>
<message><source>All: the predicted box of every anchor</source>
<translation>Tout : la boîte prédite de chaque ancre</translation></message>
<message><source>Anchor</source>
<translation>Ancre</translation></message>
<message><source>Anchor {anchor:,} · {place}</source>
<translation>Ancre {anchor:,} · {place}</translation></message>
<message><source>Anchor {anchor} of A stands in no place of B's grid</source>
<translation>L'ancre {anchor} de A n'a pas de place dans la grille de B</translation></message>
<message><source>Anchor {index:,} · {place}</source>
<translation>Ancre {index:,} · {place}</translation></message>
<message><source>Anchor {index}: {finding}</source>
<translation>Ancre {index} : {finding}</translation></message>
<message><source>Anchors</source>
<translation>Ancres</translation></message>
<message><source>Anchors in ignored regions.</source>
<translation>Ancres dans les régions ignorées.</translation></message>
<message><source>Anchors that pass the filter</source>
<translation>Ancres qui passent le filtre</translation></message>
<message><source>Annotations</source>
<translation>Annotations</translation></message>
<message><source>Another ground truth made it positive: it overlaps {best} most, at IoU {iou:.4f}. But it is the best anchor of {owner} too, at IoU {highest:.4f}, which under {least:.2f} makes no anchor positive and yet takes this one over: it is trained towards that one.</source>
<translation>Une autre vérité terrain l'a rendue positive : elle recouvre le plus {best}, à IoU {iou:.4f}. Mais elle est aussi la meilleure ancre de {owner}, à IoU {highest:.4f}, qui sous {least:.2f} ne rend aucune ancre positive et reprend pourtant celle-ci : elle est entraînée vers celle-là.</translation></message>
<message><source>Another plot instead of {title}</source>
<translation>Un autre graphique au lieu de {title}</translation></message>
<message><source>Answer</source>
<translation>Réponse</translation></message>
<message><source>Answer IoU</source>
<translation>IoU de la réponse</translation></message>
<message><source>Answers</source>
<translation>Réponses</translation></message>
<message><source>Anything to look at</source>
<translation>De quoi regarder</translation></message>
<message><source>Area left</source>
<translation>Aire restante</translation></message>
<message><source>As decoded it reaches beyond the input, and is clipped to that.</source>
<translation>Décodée, elle dépasse l'entrée et y est rognée.</translation></message>
<message><source>As decoded it reaches beyond the picture, and is clipped to that.</source>
<translation>Décodée, elle dépasse l'image et y est rognée.</translation></message>
<message><source>As the network saw it: {how}</source>
<translation>Telle que le réseau l'a vue : {how}</translation></message>
<message><source>As the system</source>
<translation>Comme le système</translation></message>
<message><source>Ascending</source>
<translation>Croissant</translation></message>
<message><source>Asked by</source>
<translation>Demandé par</translation></message>
<message><source>Attributes</source>
<translation>Attributs</translation></message>
<message><source>Audit</source>
<translation>Audit</translation></message>
<message><source>Audit of {name}</source>
<translation>Audit de {name}</translation></message>
<message><source>Audit the whole dataset</source>
<translation>Auditer tout le jeu de données</translation></message>
<message><source>Augmentation lost no box of this picture.</source>
<translation>L'augmentation n'a perdu aucune boîte de cette image.</translation></message>
<message><source>B</source>
<translation>B</translation></message>
<message><source>B over A, with a divider to drag across</source>
<translation>B sur A, avec un séparateur à glisser</translation></message>
<message><source>B {other}</source>
<translation>B {other}</translation></message>
<message><source>B's rule looks at what the network says, and B has no raw outputs: which are positive is not known.</source>
<translation>La règle de B regarde ce que dit le réseau, et B n'a pas de sorties brutes : lesquelles sont positives n'est pas connu.</translation></message>
<message><source>Back</source>
<translation>Retour</translation></message>
<message><source>Back to the data</source>
<translation>Retour aux données</translation></message>
<message><source>Back to the workspace before</source>
<translation>Retour à l'espace précédent</translation></message>
<message><source>Background</source>
<translation>Fond</translation></message>
<message><source>Below the score threshold</source>
<translation>Sous le seuil de score</translation></message>
<message><source>Beside</source>
<translation>Côte à côte</translation></message>
<message><source>Beside each other</source>
<translation>Côte à côte</translation></message>
<message><source>Best GT</source>
<translation>Meilleure GT</translation></message>
<message><source>Best IoU</source>
<translation>Meilleure IoU</translation></message>
<message><source>Best IoU A</source>
<translation>Meilleure IoU A</translation></message>
<message><source>Best IoU B</source>
<translation>Meilleure IoU B</translation></message>
<message><source>Best IoU by label</source>
<translation>Meilleure IoU par label</translation></message>
<message><source>Best anchor</source>
<translation>Meilleure ancre</translation></message>
<message><source>Best anchor is another's</source>
<translation>Meilleure ancre à une autre</translation></message>
<message><source>Best box</source>
<translation>Meilleure boîte</translation></message>
<message><source>Between boxes and t: what becomes of the centre, and the log of the side's ratio.</source>
<translation>Entre boîtes et t : ce que devient le centre, et le log du rapport des côtés.</translation></message>
<message><source>Box</source>
<translation>Boîte</translation></message>
<message><source>Box IoU</source>
<translation>IoU de boîte</translation></message>
<message><source>Box IoU, GT {number}</source>
<translation>IoU de boîte, GT {number}</translation></message>
<message><source>Box and class losses count {n} pairs, the formulas above show the last one.</source>
<translation>Les pertes de boîte et de classe comptent {n} paires, les formules ci-dessus montrent la dernière.</translation></message>
<message><source>Box leaves its picture</source>
<translation>Boîte sortant de son image</translation></message>
<message><source>Box loss</source>
<translation>Perte de boîte</translation></message>
<message><source>Box share</source>
<translation>Part boîte</translation></message>
<message><source>Boxes</source>
<translation>Boîtes</translation></message>
<message><source>Boxes and share reached, by class</source>
<translation>Boîtes et part atteinte, par classe</translation></message>
<message><source>Boxes of whole pixels</source>
<translation>Boîtes de pixels entiers</translation></message>
<message><source>Boxes on the picture</source>
<translation>Boîtes sur l'image</translation></message>
<message><source>Browse recipes</source>
<translation>Parcourir les recettes</translation></message>
<message><source>Browse recipes…</source>
<translation>Parcourir les recettes…</translation></message>
<message><source>By</source>
<translation>Par</translation></message>
<message><source>By a box of another ground truth.</source>
<translation>Par une boîte d'une autre vérité terrain.</translation></message>
<message><source>By best anchor</source>
<translation>Par meilleure ancre</translation></message>
<message><source>By class</source>
<translation>Par classe</translation></message>
<message><source>By level</source>
<translation>Par niveau</translation></message>
<message><source>By side</source>
<translation>Par côté</translation></message>
<message><source>By size</source>
<translation>Par taille</translation></message>
<message><source>By the rule</source>
<translation>Par la règle</translation></message>
<message><source>CIoU</source>
<translation>CIoU</translation></message>
<message><source>COCO results (*.json)</source>
<translation>Résultats COCO (*.json)</translation></message>
<message><source>COCO with attributes: CVAT, FiftyOne (*.json)</source>
<translation>COCO avec attributs : CVAT, FiftyOne (*.json)</translation></message>
<message><source>COCO, 101 points</source>
<translation>COCO, 101 points</translation></message>
<message><source>CSV (*.csv)</source>
<translation>CSV (*.csv)</translation></message>
<message><source>Calibration, anchors</source>
<translation>Calibration, ancres</translation></message>
<message><source>Calibration, kept boxes</source>
<translation>Calibration, boîtes conservées</translation></message>
<message><source>Cancel</source>
<translation>Annuler</translation></message>
<message><source>Candidate of these; there is no prediction to rank it by.</source>
<translation>Candidat de celles-ci ; aucune prédiction pour le classer.</translation></message>
<message><source>Candidates</source>
<translation>Candidats</translation></message>
<message><source>Candidates and cut</source>
<translation>Candidats et coupure</translation></message>
<message><source>Candidates elsewhere</source>
<translation>Candidats ailleurs</translation></message>
<message><source>Canvas</source>
<translation>Toile</translation></message>
<message><source>Canvas {letter}</source>
<translation>Toile {letter}</translation></message>
<message><source>Cell</source>
<translation>Cellule</translation></message>
<message><source>Centre x, px</source>
<translation>Centre x, px</translation></message>
<message><source>Centre y, px</source>
<translation>Centre y, px</translation></message>
<message><source>Changed</source>
<translation>Changé</translation></message>
<message><source>Changed anchors</source>
<translation>Ancres changées</translation></message>
<message><source>Choose a command</source>
<translation>Choisir une commande</translation></message>
<message><source>Choose a folder, or drop a folder or file anywhere</source>
<translation>Choisir un dossier, ou déposer ici un dossier ou un fichier</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to follow its way through both stages.</source>
<translation>Choisir une vérité terrain, par G ou une ligne de sa table, pour suivre son parcours dans les deux étages.</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to see its candidates.</source>
<translation>Choisir une vérité terrain, par G ou une ligne de sa table, pour voir ses candidats.</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to see which candidates it takes and why.</source>
<translation>Choisir une vérité terrain, par G ou une ligne de sa table, pour voir quels candidats elle prend et pourquoi.</translation></message>
<message><source>Choose another recipe, checkpoint or dataset, and what moves is counted over all pictures.</source>
<translation>Choisir une autre recette, un autre checkpoint ou jeu de données : ce qui bouge est compté sur toutes les images.</translation></message>
<message><source>Churn of the assignment</source>
<translation>Renouvellement de l'assignation</translation></message>
<message><source>Churn: positives new or another ground truth's, % of all, against the step before</source>
<translation>Renouvellement : positifs nouveaux ou passés à une autre vérité terrain, % du tout, par rapport à l'étape d'avant</translation></message>
<message><source>Class</source>
<translation>Classe</translation></message>
<message><source>Class beyond the outputs</source>
<translation>Classe hors des sorties</translation></message>
<message><source>Class loss</source>
<translation>Perte de classe</translation></message>
<message><source>Class without a box</source>
<translation>Classe sans boîte</translation></message>
<message><source>Classes of {side} alone, {count}: {names}.</source>
<translation>Classes de {side} seul, {count} : {names}.</translation></message>
<message><source>Clear the filter</source>
<translation>Effacer le filtre</translation></message>
<message><source>Clear the filter {filter}</source>
<translation>Effacer le filtre {filter}</translation></message>
<message><source>Clear the filter: every anchor is shown</source>
<translation>Effacer le filtre : toutes les ancres sont montrées</translation></message>
<message><source>Clear the selection</source>
<translation>Effacer la sélection</translation></message>
<message><source>Click a box on the picture to see why it is positive, negative or ignored, its target t* and what it adds to the loss. Click again, or press Up and Down, for the other anchors under the same point; G goes through the ground truths.</source>
<translation>Cliquer une boîte de l'image pour voir pourquoi elle est positive, négative ou ignorée, sa cible t* et ce qu'elle ajoute à la perte. Cliquer encore, ou Haut et Bas, pour les autres ancres sous le même point ; G parcourt les vérités terrain.</translation></message>
<message><source>Click a box on the picture, or a row of the tables below, to see why a proposal is foreground or background, its target t*, what it adds to the losses and what became of it. G goes through the ground truths, H back to the RPN.</source>
<translation>Cliquer une boîte de l'image, ou une ligne des tables ci-dessous, pour voir pourquoi une proposition est premier plan ou fond, sa cible t*, ce qu'elle ajoute aux pertes et ce qu'elle est devenue. G parcourt les vérités terrain, H revient au RPN.</translation></message>
<message><source>Click a letter for another side; drag a bar to try another distribution.</source>
<translation>Cliquer une lettre pour un autre côté ; glisser une barre pour essayer une autre distribution.</translation></message>
<message><source>Click a point on the picture to see which ground truths want it and who got it, its target t* and what it adds to the loss. G goes through the ground truths; the table Candidates ranks the points of the one in focus.</source>
<translation>Cliquer un point de l'image pour voir quelles vérités terrain le veulent et laquelle l'a eu, sa cible t* et ce qu'il ajoute à la perte. G parcourt les vérités terrain ; la table Candidats classe les points de celle visée.</translation></message>
<message><source>Click for the next place, Shift+click for the one before; ↓ and ↑ go to the other rows.</source>
<translation>Clic pour l'endroit suivant, Maj+clic pour le précédent ; ↓ et ↑ vont aux autres lignes.</translation></message>
<message><source>Clipped to the picture it has a side under {least:g} network px.</source>
<translation>Coupée à l'image, elle a un côté sous {least:g} px du réseau.</translation></message>
<message><source>Clipped to the picture it has a side under {least:g} px of the original picture.</source>
<translation>Coupée à l'image, elle a un côté sous {least:g} px de l'image d'origine.</translation></message>
<message><source>Clipped to the picture it has a side under {least} px.</source>
<translation>Rognée à l'image, elle a un côté sous {least} px.</translation></message>
<message><source>Close the recipe editor</source>
<translation>Fermer l'éditeur de recette</translation></message>
<message><source>Close the recipe editor (Ctrl+E)</source>
<translation>Fermer l'éditeur de recette (Ctrl+E)</translation></message>
<message><source>Coder</source>
<translation>Codeur</translation></message>
<message><source>Colours</source>
<translation>Couleurs</translation></message>
<message><source>Columns</source>
<translation>Colonnes</translation></message>
<message><source>Command</source>
<translation>Commande</translation></message>
<message><source>Command palette</source>
<translation>Palette de commandes</translation></message>
<message><source>Commands</source>
<translation>Commandes</translation></message>
<message><source>Commands and keys</source>
<translation>Commandes et touches</translation></message>
<message><source>Compare</source>
<translation>Comparer</translation></message>
<message><source>Compare lays out one at a time: here the recipes, without the other outputs.</source>
<translation>Comparer montre une chose à la fois : ici les recettes, sans les autres sorties.</translation></message>
<message><source>Compare recipes or checkpoints</source>
<translation>Comparer recettes ou checkpoints</translation></message>
<message><source>Compare the assignment over the steps…</source>
<translation>Comparer l'assignation au fil des étapes…</translation></message>
<message><source>Compare with</source>
<translation>Comparer avec</translation></message>
<message><source>Comparing the steps…</source>
<translation>Comparaison des étapes…</translation></message>
<message><source>Computing…</source>
<translation>Calcul…</translation></message>
<message><source>Contested</source>
<translation>Disputé</translation></message>
<message><source>Continue</source>
<translation>Continuer</translation></message>
<message><source>Copy all of these findings</source>
<translation>Copier tous ces constats</translation></message>
<message><source>Copy as JSON</source>
<translation>Copier en JSON</translation></message>
<message><source>Copy as TSV	Ctrl+C</source>
<translation>Copier en TSV	Ctrl+C</translation></message>
<message><source>Copy as text</source>
<translation>Copier en texte</translation></message>
<message><source>Copy the explanation</source>
<translation>Copier l'explication</translation></message>
<message><source>Copy the line</source>
<translation>Copier la ligne</translation></message>
<message><source>Copy the table</source>
<translation>Copier le tableau</translation></message>
<message><source>Copy the view</source>
<translation>Copier la vue</translation></message>
<message><source>Copy these as JSON</source>
<translation>Copier ceux-ci en JSON</translation></message>
<message><source>Copy these as text</source>
<translation>Copier ceux-ci en texte</translation></message>
<message><source>Copy {text}</source>
<translation>Copier {text}</translation></message>
<message><source>Copying {n} rows…</source>
<translation>Copie de {n} lignes…</translation></message>
<message><source>Cost</source>
<translation>Coût</translation></message>
<message><source>Count</source>
<translation>Compter</translation></message>
<message><source>Count asks the model for every picture.</source>
<translation>Compter demande le modèle pour chaque image.</translation></message>
<message><source>Counted from 0 or from 1?</source>
<translation>Compté depuis 0 ou depuis 1 ?</translation></message>
<message><source>Counting the boxes…</source>
<translation>Comptage des boîtes…</translation></message>
<message><source>Crowd or ignored region</source>
<translation>Foule ou région ignorée</translation></message>
<message><source>Cut by the final top-k</source>
<translation>Coupée par le dernier top-k</translation></message>
<message><source>Cut by the first top-k</source>
<translation>Coupée par le premier top-k</translation></message>
<message><source>DIoU</source>
<translation>DIoU</translation></message>
<message><source>Dark</source>
<translation>Sombre</translation></message>
<message><source>Dataset</source>
<translation>Jeu de données</translation></message>
<message><source>Dataset order</source>
<translation>Ordre du jeu de données</translation></message>
<message><source>Dataset, annotation file…</source>
<translation>Jeu de données, fichier d'annotations…</translation></message>
<message><source>Dataset, folder…</source>
<translation>Jeu de données, dossier…</translation></message>
<message><source>Decoded</source>
<translation>Décodée</translation></message>
<message><source>Decoded boxes have no loss: only the network's own outputs tell losses.</source>
<translation>Les boîtes décodées n'ont pas de perte : seules les sorties du réseau la donnent.</translation></message>
<message><source>Decoded, an edge is no finite number: such a box is left out.</source>
<translation>Décodée, une de ses arêtes n'est pas un nombre fini : une telle boîte est écartée.</translation></message>
<message><source>Decoding does not take off the pixel that encoding added.</source>
<translation>Le décodage n'ôte pas le pixel que le codage a ajouté.</translation></message>
<message><source>Descending</source>
<translation>Décroissant</translation></message>
<message><source>Detection {n}: {name}</source>
<translation>Détection {n} : {name}</translation></message>
<message><source>Detections</source>
<translation>Détections</translation></message>
<message><source>Detections: the boxes of the last stage</source>
<translation>Détections : les boîtes du dernier étage</translation></message>
<message><source>Distribution of a side</source>
<translation>Distribution d'un côté</translation></message>
<message><source>Distribution of side</source>
<translation>Distribution du côté</translation></message>
<message><source>Divider between A and B</source>
<translation>Séparateur entre A et B</translation></message>
<message><source>Do not filter by this any more</source>
<translation>Ne plus filtrer par cela</translation></message>
<message><source>Done</source>
<translation>Fini</translation></message>
<message><source>Draw changed anchors only</source>
<translation>Changées seules</translation></message>
<message><source>Draw changed points only</source>
<translation>Changés seuls</translation></message>
<message><source>Drawn</source>
<translation>Tiré</translation></message>
<message><source>Each box ends in one place: the last at which a box that reached IoU 0.50 was there.</source>
<translation>Chaque boîte finit à un endroit : le dernier où il y avait une boîte d'IoU 0.50.</translation></message>
<message><source>Each counts k = 2 − w h times, w and h of the ground truth over the input's.</source>
<translation>Chacune compte k = 2 − w h fois, w et h de la vérité terrain sur ceux de l'entrée.</translation></message>
<message><source>Each ground truth's best anchor in such cells is positive, whatever its IoU; the last to claim it keeps it.</source>
<translation>La meilleure ancre de chaque vérité terrain dans ces cellules est positive, quelle que soit son IoU ; la dernière à la réclamer la garde.</translation></message>
<message><source>Each ground truth's best anchor is positive, whatever its IoU.</source>
<translation>La meilleure ancre de chaque vérité terrain est positive, quelle que soit son IoU.</translation></message>
<message><source>Each of the batch of {n} pictures this one was in.</source>
<translation>Chacune des {n} images du batch où était celle-ci.</translation></message>
<message><source>Each of {judged} ground truths judged has a positive at one of {steps} steps or more.</source>
<translation>Chacune des {judged} vérités terrain jugées a un positif à au moins une de {steps} étapes.</translation></message>
<message><source>Each step has another picture here, so nothing can be compared.</source>
<translation>Chaque étape a ici une autre image, donc rien n'est comparable.</translation></message>
<message><source>Easy answers are damped, γ = {g}.</source>
<translation>Les réponses faciles sont amorties, γ = {g}.</translation></message>
<message><source>Edit the recipe…</source>
<translation>Modifier la recette…</translation></message>
<message><source>Elsewhere</source>
<translation>Ailleurs</translation></message>
<message><source>Ended: {name}</source>
<translation>Terminé : {name}</translation></message>
<message><source>Ends in A</source>
<translation>Finit dans A</translation></message>
<message><source>Ends in B</source>
<translation>Finit dans B</translation></message>
<message><source>Error</source>
<translation>Erreur</translation></message>
<message><source>Errors of the detections</source>
<translation>Erreurs des détections</translation></message>
<message><source>Esc: stop counting; what is done is kept</source>
<translation>Échap : arrêter le comptage ; ce qui est fait reste</translation></message>
<message><source>Every ground truth has a positive anchor</source>
<translation>Chaque vérité terrain a une ancre positive</translation></message>
<message><source>Every ground truth has a positive anchor, and {share} reach IoU {at}</source>
<translation>Chaque vérité terrain a une ancre positive, et {share} atteignent IoU {at}</translation></message>
<message><source>Every ground truth has as many candidates as the rule may take</source>
<translation>Chaque vérité terrain a autant de candidats que la règle peut en prendre</translation></message>
<message><source>Every picture of the dataset. D and A, or the arrow keys, go to the next and the previous one.</source>
<translation>Chaque image du jeu de données. D et A, ou les flèches, vont à la suivante et à la précédente.</translation></message>
<message><source>Everything it reads</source>
<translation>Tout ce qu'il lit</translation></message>
<message><source>Explain</source>
<translation>Expliquer</translation></message>
<message><source>Export cancelled; nothing was written</source>
<translation>Export annulé ; rien n'a été écrit</translation></message>
<message><source>Export decoded boxes</source>
<translation>Exporter les boîtes décodées</translation></message>
<message><source>Export decoded boxes…</source>
<translation>Exporter les boîtes décodées…</translation></message>
<message><source>Exporting decoded boxes…</source>
<translation>Export des boîtes décodées…</translation></message>
<message><source>Export…</source>
<translation>Exporter…</translation></message>
<message><source>Factor</source>
<translation>Facteur</translation></message>
<message><source>Fate</source>
<translation>Sort</translation></message>
<message><source>Fates in A and in B</source>
<translation>Sorts dans A et dans B</translation></message>
<message><source>Feature cell of the selection</source>
<translation>Cellule de la sélection</translation></message>
<message><source>FiftyOne's labels.json (*.json)</source>
<translation>labels.json de FiftyOne (*.json)</translation></message>
<message><source>File that was not read</source>
<translation>Fichier non lu</translation></message>
<message><source>File, Export decoded boxes writes what the predictions say in original px. Now open a dataset of your own: Ctrl+O, or drop it here. Your files are only read.</source>
<translation>Fichier, Exporter les boîtes décodées écrit ce que disent les prédictions, en px d'origine. Ouvrir maintenant un jeu de données à soi : Ctrl+O, ou le déposer ici. Les fichiers ne sont que lus.</translation></message>
<message><source>Filter</source>
<translation>Filtre</translation></message>
<message><source>Filter anchors: {one}</source>
<translation>Filtrer les ancres : {one}</translation></message>
<message><source>Filter by name or class</source>
<translation>Filtrer par nom ou classe</translation></message>
<message><source>Filter images by name or class</source>
<translation>Filtrer les images par nom ou classe</translation></message>
<message><source>Filter points: {one}</source>
<translation>Filtrer les points : {one}</translation></message>
<message><source>Filter the anchors</source>
<translation>Filtrer les ancres</translation></message>
<message><source>Filter: {filter}</source>
<translation>Filtre : {filter}</translation></message>
<message><source>Filter: {words}; press to take it away</source>
<translation>Filtre : {words} ; appuyer pour l'ôter</translation></message>
<message><source>Final fate</source>
<translation>Sort final</translation></message>
<message><source>Find a command</source>
<translation>Chercher une commande</translation></message>
<message><source>Find a field</source>
<translation>Chercher un champ</translation></message>
<message><source>Find a field by name or meaning</source>
<translation>Chercher un champ par nom ou sens</translation></message>
<message><source>Find an image</source>
<translation>Chercher une image</translation></message>
<message><source>Find by name, menu or key, e.g. Ctrl+O</source>
<translation>Chercher par nom, menu ou touche, p. ex. Ctrl+O</translation></message>
<message><source>Find in this page</source>
<translation>Chercher dans cette page</translation></message>
<message><source>Find or run</source>
<translation>Chercher ou lancer</translation></message>
<message><source>Find or run a command</source>
<translation>Chercher ou lancer une commande</translation></message>
<message><source>Find or run a command…</source>
<translation>Chercher ou lancer une commande…</translation></message>
<message><source>Find the layout of the raw outputs…</source>
<translation>Trouver la disposition des sorties brutes…</translation></message>
<message><source>Finding</source>
<translation>Constat</translation></message>
<message><source>Findings</source>
<translation>Constats</translation></message>
<message><source>Findings written into {file}</source>
<translation>Constats écrits dans {file}</translation></message>
<message><source>Findings…</source>
<translation>Constats…</translation></message>
<message><source>First choice of columns</source>
<translation>Premier choix de colonnes</translation></message>
<message><source>First image</source>
<translation>Première image</translation></message>
<message><source>First picture</source>
<translation>Première image</translation></message>
<message><source>Fit</source>
<translation>Ajuster</translation></message>
<message><source>Follow a training…</source>
<translation>Suivre un entraînement…</translation></message>
<message><source>Following {name}</source>
<translation>Suivi de {name}</translation></message>
<message numerus="yes"><source>For {n} pictures no size is annotated; their headers were read.</source>
<translation><numerusform>Pour {n} image, aucune taille annotée ; son en-tête a été lu.</numerusform><numerusform>Pour {n} images, aucune taille annotée ; leurs en-têtes ont été lus.</numerusform></translation></message>
<message><source>Foreground</source>
<translation>Premier plan</translation></message>
<message><source>Foreground for ground truth {n}</source>
<translation>Premier plan pour la vérité terrain {n}</translation></message>
<message><source>Format</source>
<translation>Format</translation></message>
<message><source>Found means {what}.</source>
<translation>Trouvé veut dire {what}.</translation></message>
<message><source>Fractions instead of pixels</source>
<translation>Fractions au lieu de pixels</translation></message>
<message><source>From</source>
<translation>De</translation></message>
<message><source>From Faster R-CNN's article to YOLO26, with their sources</source>
<translation>De l'article de Faster R-CNN à YOLO26, avec leurs sources</translation></message>
<message><source>From class scores and boxes to detections.</source>
<translation>Des scores de classe et boîtes aux détections.</translation></message>
<message><source>From decoded boxes to proposals or detections.</source>
<translation>Des boîtes décodées aux propositions ou détections.</translation></message>
<message><source>From the step shown to step {step}, on this same picture: the same positives.</source>
<translation>De l'étape montrée à l'étape {step}, sur cette même image : les mêmes positifs.</translation></message>
<message><source>From the step shown to step {step}, on this same picture: {new} and {lost}.</source>
<translation>De l'étape montrée à l'étape {step}, sur cette même image : {new} et {lost}.</translation></message>
<message><source>Full screen</source>
<translation>Plein écran</translation></message>
<message><source>Funnel</source>
<translation>Entonnoir</translation></message>
<message><source>Funnel of the second stage</source>
<translation>Entonnoir du second étage</translation></message>
<message><source>Funnel panel</source>
<translation>Panneau de l'entonnoir</translation></message>
<message><source>GIoU</source>
<translation>GIoU</translation></message>
<message><source>GT</source>
<translation>GT</translation></message>
<message><source>GT in A</source>
<translation>GT dans A</translation></message>
<message><source>GT itself</source>
<translation>GT même</translation></message>
<message><source>GT {gt} at IoU 0</source>
<translation>GT {gt} à IoU 0</translation></message>
<message><source>GT {number}</source>
<translation>GT {number}</translation></message>
<message><source>GT {n}</source>
<translation>GT {n}</translation></message>
<message><source>Give all commands the keys they came with</source>
<translation>Rendre à toutes les commandes leurs touches d'origine</translation></message>
<message><source>Give the command the keys it came with</source>
<translation>Rendre à la commande sa touche d'origine</translation></message>
<message><source>Glossary</source>
<translation>Glossaire</translation></message>
<message><source>Go on</source>
<translation>Continuer</translation></message>
<message><source>Ground truth</source>
<translation>Vérité terrain</translation></message>
<message><source>Ground truth {number} ({name})</source>
<translation>Vérité terrain {number} ({name})</translation></message>
<message><source>Ground truth {number}: takes no part</source>
<translation>Vérité terrain {number} : ne participe pas</translation></message>
<message><source>Ground truth {number}: undecided</source>
<translation>Vérité terrain {number} : indécis</translation></message>
<message><source>Ground truth {number}: {found}</source>
<translation>Vérité terrain {number} : {found}</translation></message>
<message><source>Ground truth {n}</source>
<translation>Vérité terrain {n}</translation></message>
<message><source>Ground truth {n} among the proposals</source>
<translation>Vérité terrain {n} parmi les propositions</translation></message>
<message><source>Ground truths</source>
<translation>Vérités terrain</translation></message>
<message><source>Ground truths in A and in B</source>
<translation>Vérités terrain dans A et dans B</translation></message>
<message><source>Ground truths of the anchor</source>
<translation>Vérités terrain de l'ancre</translation></message>
<message><source>Ground truths short of candidates may take it</source>
<translation>Des vérités terrain à court de candidats peuvent la prendre</translation></message>
<message><source>Ground truths without a positive</source>
<translation>Vérités terrain sans positif</translation></message>
<message><source>Ground truths without a positive at any step</source>
<translation>Vérités terrain sans positif à aucune étape</translation></message>
<message><source>Half or more of it lies in a region that enters no loss.</source>
<translation>La moitié ou plus est dans une région qui n'entre dans aucune perte.</translation></message>
<message><source>Hardest ground truths</source>
<translation>Vérités terrain les plus dures</translation></message>
<message><source>Hardest images</source>
<translation>Images les plus dures</translation></message>
<message><source>Heat</source>
<translation>Carte</translation></message>
<message><source>Heat of best IoU</source>
<translation>Carte de la meilleure IoU</translation></message>
<message><source>Heat of loss</source>
<translation>Carte de la perte</translation></message>
<message><source>Heat of score p</source>
<translation>Carte du score p</translation></message>
<message><source>Heat of the metric for the focused ground truth</source>
<translation>Carte de la métrique pour la vérité terrain visée</translation></message>
<message><source>Heat: {what}</source>
<translation>Carte : {what}</translation></message>
<message><source>Heat: {what} {needs}</source>
<translation>Carte : {what} {needs}</translation></message>
<message><source>Height, px</source>
<translation>Hauteur, px</translation></message>
<message><source>Held between {least} and {most}: it is pooled from {name}.</source>
<translation>Tenu entre {least} et {most} : regroupée depuis {name}.</translation></message>
<message><source>Help</source>
<translation>Aide</translation></message>
<message><source>Hide this line</source>
<translation>Masquer cette ligne</translation></message>
<message><source>How a picture becomes the network's input.</source>
<translation>Comment une image devient l'entrée du réseau.</translation></message>
<message><source>How boxes go back to the original picture.</source>
<translation>Comment les boîtes reviennent à l'image d'origine.</translation></message>
<message><source>How fates changed</source>
<translation>Comment les sorts ont changé</translation></message>
<message><source>How ground truths follow the picture into the network.</source>
<translation>Comment les vérités terrain suivent l'image dans le réseau.</translation></message>
<message><source>I / (A + B − I)</source>
<translation>I / (A + B − I)</translation></message>
<message><source>I shared</source>
<translation>I commun</translation></message>
<message><source>Ignored</source>
<translation>Ignoré</translation></message>
<message><source>Ignored: between the thresholds</source>
<translation>Ignorée : entre les seuils</translation></message>
<message><source>Ignored: in a crowd</source>
<translation>Ignorée : dans une foule</translation></message>
<message><source>Ignored: in another cell</source>
<translation>Ignorée : dans une autre cellule</translation></message>
<message><source>Ignored: in neither sum.</source>
<translation>Ignoré : dans aucune somme.</translation></message>
<message><source>Ignored: its prediction fits</source>
<translation>Ignorée : sa prédiction convient</translation></message>
<message><source>Ignored: outside the picture</source>
<translation>Ignorée : hors de l'image</translation></message>
<message><source>Image</source>
<translation>Image</translation></message>
<message><source>Images</source>
<translation>Images</translation></message>
<message><source>Images panel</source>
<translation>Panneau des images</translation></message>
<message><source>In all</source>
<translation>En tout</translation></message>
<message><source>In an ignored region</source>
<translation>Dans une région ignorée</translation></message>
<message><source>In the annotations</source>
<translation>Dans les annotations</translation></message>
<message><source>In the loss</source>
<translation>Dans la perte</translation></message>
<message><source>In the loss, which needs raw outputs.</source>
<translation>Dans la perte, qui demande des sorties brutes.</translation></message>
<message><source>In the loss.</source>
<translation>Dans la perte.</translation></message>
<message><source>In the loss: {rule}, {positives} and {negatives}. Divided by {divided}; the rows are what is left after that, and they sum to the totals.</source>
<translation>Dans la perte : {rule}, {positives} et {negatives}. Divisé par {divided} ; les lignes sont ce qui reste ensuite, et leur somme est le total.</translation></message>
<message><source>In the mini-batch, but not all of its raw outputs are numbers: the sums leave it out.</source>
<translation>Dans le mini-batch, mais ses sorties brutes ne sont pas toutes des nombres : les sommes l'omettent.</translation></message>
<message><source>In the sample, so in the sums.</source>
<translation>Dans l'échantillon, donc dans les sommes.</translation></message>
<message><source>In the sample; the sums need raw outputs.</source>
<translation>Dans l'échantillon ; les sommes demandent des sorties brutes.</translation></message>
<message><source>In the trainer's loss, so in the sums.</source>
<translation>Dans la perte de l’entraîneur, donc dans les sommes.</translation></message>
<message><source>Inspect</source>
<translation>Inspecter</translation></message>
<message><source>Inspector</source>
<translation>Inspecteur</translation></message>
<message><source>Inspector of proposals</source>
<translation>Inspecteur des propositions</translation></message>
<message><source>Inspector panel</source>
<translation>Panneau de l'inspecteur</translation></message>
<message><source>IoU</source>
<translation>IoU</translation></message>
<message><source>IoU 0.50 to 0.95</source>
<translation>IoU 0.50 à 0.95</translation></message>
<message><source>IoU above which the lower score goes</source>
<translation>IoU au-dessus de laquelle le score le plus bas s'efface</translation></message>
<message><source>IoU above which the lower score of a class goes</source>
<translation>IoU au-dessus de laquelle le score le plus bas d'une classe s'efface</translation></message>
<message><source>IoU and box loss</source>
<translation>IoU et perte de boîte</translation></message>
<message><source>IoU and its kin: keeps quotients finite</source>
<translation>IoU et apparentées : garde les quotients finis</translation></message>
<message><source>IoU below which an anchor is negative</source>
<translation>IoU sous laquelle une ancre est négative</translation></message>
<message><source>IoU cost</source>
<translation>Coût d'IoU</translation></message>
<message><source>IoU cost + {place}</source>
<translation>Coût d'IoU + {place}</translation></message>
<message><source>IoU crossed its ground truth's own threshold</source>
<translation>IoU passée par le seuil de sa GT</translation></message>
<message><source>IoU crossed the lower threshold</source>
<translation>IoU passée par le seuil bas</translation></message>
<message><source>IoU crossed the upper threshold</source>
<translation>IoU passée par le seuil haut</translation></message>
<message><source>IoU from which an anchor is positive</source>
<translation>IoU à partir de laquelle une ancre est positive</translation></message>
<message><source>IoU from which it may be negative; below it is ignored</source>
<translation>IoU à partir de laquelle elle peut être négative ; dessous, ignorée</translation></message>
<message><source>IoU from which its candidates are positive: their mean plus deviation</source>
<translation>IoU à partir de laquelle ses candidats sont positifs : leur moyenne plus l'écart</translation></message>
<message><source>IoU in A</source>
<translation>IoU dans A</translation></message>
<message><source>IoU in B</source>
<translation>IoU dans B</translation></message>
<message><source>IoU of a prediction over which it is ignored</source>
<translation>IoU d'une prédiction au-dessus de laquelle elle est ignorée</translation></message>
<message><source>IoU of a prediction with a ground truth over which its anchor is no negative</source>
<translation>IoU d'une prédiction avec une vérité terrain au-dessus de laquelle son ancre n'est pas négative</translation></message>
<message><source>IoU of shapes over which further anchors learn it too; 1: none</source>
<translation>IoU des formes au-dessus de laquelle d'autres ancres l'apprennent aussi ; 1 : aucune</translation></message>
<message><source>IoU over which an anchor of such a cell is positive</source>
<translation>IoU au-dessus de laquelle une ancre d'une telle cellule est positive</translation></message>
<message><source>IoU over which it may be negative; below it is ignored</source>
<translation>IoU au-dessus de laquelle elle peut être négative ; dessous, ignorée</translation></message>
<message><source>IoU per GT</source>
<translation>IoU par GT</translation></message>
<message><source>IoU scale</source>
<translation>Échelle d'IoU</translation></message>
<message><source>IoU up to which an anchor is negative</source>
<translation>IoU jusqu'à laquelle une ancre est négative</translation></message>
<message><source>IoU with ground truth {number}</source>
<translation>IoU avec la vérité terrain {number}</translation></message>
<message><source>IoU with it {reaches} the threshold {high} for {count}; the best is {best:.4f}.</source>
<translation>L'IoU avec elle {reaches} le seuil {high} pour {count} ; la meilleure est {best:.4f}.</translation></message>
<message><source>IoU with its ground truth</source>
<translation>IoU avec sa vérité terrain</translation></message>
<message><source>IoU with the most similar anchor, both about one centre</source>
<translation>IoU avec l'ancre la plus semblable, toutes deux autour d'un centre</translation></message>
<message><source>IoU {iou:.4f}</source>
<translation>IoU {iou:.4f}</translation></message>
<message><source>IoU {iou:.4f} is under the threshold {limit:.2f}, so it would be {would}. But no anchor overlaps {owner} more, so the low-quality rule makes it positive{shared}.</source>
<translation>L'IoU {iou:.4f} est sous le seuil {limit:.2f}, donc elle serait {would}. Mais aucune ancre ne recouvre plus {owner}, donc la règle faible qualité la rend positive{shared}.</translation></message>
<message><source>IoU {iou:.4f} with {best} reaches the threshold {positive:.2f}.</source>
<translation>L'IoU {iou:.4f} avec {best} atteint le seuil {positive:.2f}.</translation></message>
<message><source>IoU {iou:.4f} with {owner} reaches {least}: positive.</source>
<translation>L'IoU {iou:.4f} avec {owner} atteint {least} : positive.</translation></message>
<message><source>IoU {iou:.4f}, negative below {low:.2f}, positive from {high:.2f}</source>
<translation>IoU {iou:.4f}, négative sous {low:.2f}, positive dès {high:.2f}</translation></message>
<message numerus="yes"><source>IoU {iou}, p {score}: {n} anchors</source>
<translation><numerusform>IoU {iou}, p {score} : {n} ancre</numerusform><numerusform>IoU {iou}, p {score} : {n} ancres</numerusform></translation></message>
<message><source>IoU {least} and up</source>
<translation>IoU dès {least}</translation></message>
<message><source>IoU {low:.2f} to {high:.2f}: {value}</source>
<translation>IoU {low:.2f} à {high:.2f} : {value}</translation></message>
<message><source>IoU {low}–{high}</source>
<translation>IoU {low}–{high}</translation></message>
<message><source>IoU {over} {high}</source>
<translation>IoU {over} {high}</translation></message>
<message><source>IoU {under} {low}</source>
<translation>IoU {under} {low}</translation></message>
<message><source>IoU, GT</source>
<translation>IoU, GT</translation></message>
<message><source>IoU_c is the best IoU that this coordinate alone would allow.</source>
<translation>IoU_c est la meilleure IoU que permettrait cette coordonnée seule.</translation></message>
<message><source>IoUs whose sum says how many anchors a ground truth takes</source>
<translation>IoU dont la somme dit combien d'ancres prend une vérité terrain</translation></message>
<message><source>IoUs whose sum says how many points a ground truth takes</source>
<translation>IoU dont la somme dit combien de points prend une vérité terrain</translation></message>
<message><source>It answers {name} at {score}, and no box of its class suppresses it.</source>
<translation>Elle répond {name} à {score}, et aucune boîte de sa classe ne la supprime.</translation></message>
<message><source>It answers {name} at {score}, but {who} scores {theirs} and overlaps it at IoU {iou} {sign} {limit}.</source>
<translation>Elle répond {name} à {score}, mais {who} a {theirs} et la recouvre à IoU {iou} {sign} {limit}.</translation></message>
<message><source>It answers {name} at {score}, not above the threshold {least}.</source>
<translation>Elle répond {name} à {score}, pas au-dessus du seuil {least}.</translation></message>
<message><source>It answers {name} at {score}; {keep} detections of higher scores are kept.</source>
<translation>Elle répond {name} à {score} ; {keep} détections de scores plus hauts sont conservées.</translation></message>
<message><source>It belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>Elle n'appartient à aucune vérité terrain, donc ni cible t* ni perte de boîte.</translation></message>
<message><source>It goes on to {stage} by the box of {name}, in training its ground truth's class.</source>
<translation>Elle continue vers {stage} par la boîte de {name}, à l'entraînement la classe de sa vérité terrain.</translation></message>
<message><source>It goes on to {stage} by the box of {name}, the likeliest class.</source>
<translation>Elle continue vers {stage} par la boîte de {name}, la classe la plus probable.</translation></message>
<message><source>It has a single candidate, whose IoU has no deviation: nothing reaches the threshold.</source>
<translation>Elle a un seul candidat, dont l'IoU n'a pas d'écart : rien n'atteint le seuil.</translation></message>
<message><source>It has fewer candidates than the rule may take: less to learn it from than from others.</source>
<translation>Elle a moins de candidats que la règle peut en prendre : on apprend moins d'elle que des autres.</translation></message>
<message><source>It has no candidate.</source>
<translation>Elle n'a pas de candidat.</translation></message>
<message><source>It has no candidate: no prediction can make an anchor positive for it.</source>
<translation>Elle n'a pas de candidat : aucune prédiction ne peut rendre une ancre positive pour elle.</translation></message>
<message><source>It has no width or no height, so the library's loader leaves it out.</source>
<translation>Elle n'a pas de largeur ou de hauteur, donc le chargeur de la bibliothèque l'omet.</translation></message>
<message numerus="yes"><source>It has {n} candidate anchors</source>
<translation><numerusform>Elle a {n} ancre candidate</numerusform><numerusform>Elle a {n} ancres candidates</numerusform></translation></message>
<message numerus="yes"><source>It has {n} candidate points</source>
<translation><numerusform>Elle a {n} point candidat</numerusform><numerusform>Elle a {n} points candidats</numerusform></translation></message>
<message><source>It is a candidate of ground truth {names}</source>
<translation>Elle est candidate de la vérité terrain {names}</translation></message>
<message><source>It is a ground truth that joins the proposals in training.</source>
<translation>C'est une vérité terrain qui rejoint les propositions à l'entraînement.</translation></message>
<message><source>It is applied to each coordinate of d = t − t*: coded numbers, never pixels.</source>
<translation>Appliquée à chaque coordonnée de d = t − t* : des nombres codés, jamais des pixels.</translation></message>
<message><source>It is ignored, or the outputs have no column for its class: it costs nothing.</source>
<translation>Ignorée, ou les sorties n'ont pas de colonne pour sa classe : elle ne coûte rien.</translation></message>
<message><source>It is marked {word}, and this recipe leaves such ground truths out.</source>
<translation>Elle est marquée {word}, et cette recette omet de telles vérités terrain.</translation></message>
<message><source>It is marked {word}: no anchor is trained towards it, and those inside it enter no loss.</source>
<translation>Elle est marquée {word} : aucune ancre n'est entraînée vers elle, et celles dedans n'entrent dans aucune perte.</translation></message>
<message><source>It is not among the {topk} anchors of its level whose centres are nearest to that of a ground truth, so it is no candidate.</source>
<translation>Elle n'est pas parmi les {topk} ancres de son niveau dont les centres sont les plus proches de celui d'une vérité terrain, donc pas candidate.</translation></message>
<message><source>It is one of the {topk} anchors of its level nearest to {name}, at IoU {iou:.4f}</source>
<translation>Elle est une des {topk} ancres de son niveau les plus proches de {name}, à IoU {iou:.4f}</translation></message>
<message><source>It is paired with {slots:,} anchors, in its own cell and beside, of sides within {limit:g}.</source>
<translation>Elle est appariée à {slots:,} ancres, dans sa cellule et à côté, de côtés dans un rapport {limit:g}.</translation></message>
<message><source>It is the best anchor of {other}, so the low-quality rule makes it positive; but it overlaps {owner} {how_much} (IoU {iou:.4f}), and this library trains it towards that one.</source>
<translation>Elle est la meilleure ancre pour {other}, donc la règle faible qualité la rend positive ; mais elle recouvre {owner} {how_much} (IoU {iou:.4f}), et cette bibliothèque l'entraîne vers celle-là.</translation></message>
<message><source>It is {owner} itself, which joins the proposals in training: positive without a comparison.</source>
<translation>C'est {owner} même, qui rejoint les propositions à l'entraînement : positive sans comparaison.</translation></message>
<message><source>It joins the proposals while training alone.</source>
<translation>Elle ne rejoint les propositions qu'à l'entraînement.</translation></message>
<message><source>It learns no ground truth, but what it predicts overlaps {gt} by IoU {iou:.4f}, over {ignore:.2f}: so it is not punished, and enters no loss.</source>
<translation>Elle n'apprend aucune vérité terrain, mais ce qu'elle prédit recouvre {gt} d'IoU {iou:.4f}, au-dessus de {ignore:.2f} : donc elle n'est pas punie, et n'entre dans aucune perte.</translation></message>
<message><source>It learns no ground truth. It is negative, unless what it predicts overlaps one by more than {ignore:.2f}: then it enters no loss. Without outputs that is open.</source>
<translation>Elle n'apprend aucune vérité terrain. Elle est négative, sauf si ce qu'elle prédit en recouvre une de plus de {ignore:.2f} : alors elle n'entre dans aucune perte. Sans sorties, c'est ouvert.</translation></message>
<message><source>It lies in a part of its picture that was cut away where pictures were joined.</source>
<translation>Elle se trouve dans une partie de son image coupée là où les images ont été assemblées.</translation></message>
<message><source>It lies in an ignored region: in no loss.</source>
<translation>Elle est dans une région ignorée : dans aucune perte.</translation></message>
<message><source>It overlaps an ignored region, so it is no negative, and enters no loss.</source>
<translation>Elle recouvre une région ignorée, donc n'est pas négative et n'entre dans aucune perte.</translation></message>
<message><source>It overlaps no anchor: {effect_of}.</source>
<translation>Elle ne recouvre aucune ancre : {effect_of}.</translation></message>
<message><source>It overlaps no ground truth, and IoU 0 is below the threshold {negative:.2f}.</source>
<translation>Elle ne recouvre aucune vérité terrain, et IoU 0 est sous le seuil {negative:.2f}.</translation></message>
<message><source>It overlaps no ground truth: background.</source>
<translation>Elle ne recouvre aucune vérité terrain : fond.</translation></message>
<message><source>It overlaps {by} at IoU {iou} {sign} {nms}, the NMS threshold, and scores lower: {score} against {other}.</source>
<translation>Elle recouvre {by} à IoU {iou} {sign} {nms}, le seuil NMS, avec un score plus bas : {score} contre {other}.</translation></message>
<message><source>It survived NMS, but {n:,} boxes with higher scores did too, and no more are kept.</source>
<translation>Elle a survécu à la NMS, mais {n:,} boîtes de score plus haut aussi, et on n'en garde pas plus.</translation></message>
<message><source>It takes the {k} cheapest: its {n} best IoUs add up to so many.</source>
<translation>Elle prend les {k} moins chers : la somme de ses {n} meilleures IoU.</translation></message>
<message><source>It was the better fit: IoU with {gt} is {iou:.4f}, the survivor has {other:.4f}.</source>
<translation>Elle convenait mieux : IoU avec {gt} de {iou:.4f}, la survivante a {other:.4f}.</translation></message>
<message><source>It {leaves}, so it is matched like the others but enters no loss.</source>
<translation>Elle {leaves}, donc elle est appariée comme les autres mais n'entre dans aucune perte.</translation></message>
<message><source>It {leaves}, so it is never compared with a ground truth and enters no loss.</source>
<translation>Elle {leaves}, donc elle n'est comparée à aucune vérité terrain et n'entre dans aucune perte.</translation></message>
<message><source>It {leaves}, so it is {enters}, and enters no loss.</source>
<translation>Elle {leaves}, donc elle est {enters}, et n'entre dans aucune perte.</translation></message>
<message><source>Its anchor is trained towards {n} ({name}), which it covers at IoU {iou:.4f}.</source>
<translation>Son ancre est entraînée vers {n} ({name}), qu'elle couvre à IoU {iou:.4f}.</translation></message>
<message><source>Its best IoU is 0, which every anchor has: the low-quality rule can make all positive.</source>
<translation>Sa meilleure IoU est 0, comme celle de chaque ancre : la règle faible qualité peut toutes les rendre positives.</translation></message>
<message><source>Its best anchor trains another ground truth; it may have others.</source>
<translation>Sa meilleure ancre entraîne une autre vérité terrain ; elle peut en avoir d'autres.</translation></message>
<message><source>Its best anchors overlap another ground truth as much or more, so they train that one.</source>
<translation>Ses meilleures ancres recouvrent autant ou plus une autre vérité terrain, donc elles entraînent celle-là.</translation></message>
<message><source>Its best overlap is IoU {best:.4f}, but {passed_for}. Only the low-quality rule gives it {low_quality}.</source>
<translation>Son meilleur recouvrement est IoU {best:.4f}, mais {passed_for}. Seule la règle faible qualité lui donne {low_quality}.</translation></message>
<message><source>Its best overlap is IoU {best:.4f}, under the {least:.2f} from which it would make an anchor positive; but it takes over {positives} that another ground truth made positive.</source>
<translation>Son meilleur recouvrement est IoU {best:.4f}, sous les {least:.2f} dès lesquels elle rendrait une ancre positive ; mais elle reprend {positives}, rendues positives par une autre vérité terrain.</translation></message>
<message><source>Its best overlap with an anchor is IoU {best:.4f}</source>
<translation>Son meilleur recouvrement avec une ancre est IoU {best:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f}</source>
<translation>Son meilleur recouvrement, IoU {iou:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}</source>
<translation>Son meilleur recouvrement, IoU {iou:.4f} avec {best}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, is over {negative:.2f}, too much for a negative; but its cell does not hold the centre of any ground truth, so it cannot be positive and enters no loss.</source>
<translation>Son meilleur recouvrement, IoU {iou:.4f} avec {best}, dépasse {negative:.2f}, trop pour un négatif ; mais sa cellule n'a le centre d'aucune vérité terrain, donc elle ne peut être positive et n'entre dans aucune perte.</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, lies between {negative:.2f} and {positive:.2f}: neither positive nor negative, so it enters no loss.</source>
<translation>Son meilleur recouvrement, IoU {iou:.4f} avec {best}, est entre {negative:.2f} et {positive:.2f} : ni positive ni négative, donc dans aucune perte.</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, {under} the threshold {negative:.2f}.</source>
<translation>Son meilleur recouvrement, IoU {iou:.4f} avec {best}, {under} le seuil {negative:.2f}.</translation></message>
<message><source>Its best overlap, IoU {iou:.4f}, is under {negative_from:.2f}: too little even for a negative.</source>
<translation>Son meilleur recouvrement, IoU {iou:.4f}, est sous {negative_from:.2f} : trop peu même pour un négatif.</translation></message>
<message><source>Its cell holds the centre of a ground truth, and IoU with {owner} is over {positive:.2f}.</source>
<translation>Sa cellule a le centre d'une vérité terrain, et l'IoU avec {owner} dépasse {positive:.2f}.</translation></message>
<message><source>Its class has the soft target q = {q}, the others 0.</source>
<translation>Sa classe a la cible souple q = {q}, les autres 0.</translation></message>
<message><source>Its face has no annotated landmarks: they have no loss here.</source>
<translation>Son visage n'a pas de repères annotés : ils n'ont pas de perte ici.</translation></message>
<message><source>Its label and the reason in words, its boxes, its target t*, what it adds to the loss. Explain, further down, puts its numbers into the formulas; type another number there to see what would follow.</source>
<translation>Son label et la raison en mots, ses boîtes, sa cible t*, ce qu'elle ajoute à la perte. Expliquer, plus bas, met ses nombres dans les formules ; y saisir un autre nombre montre ce qui suivrait.</translation></message>
<message><source>Its one objectness follows ground truth {n}, listed last.</source>
<translation>Son unique objectness suit la vérité terrain {n}, listée en dernier.</translation></message>
<message><source>Its raw outputs are not all numbers ({which}), yet its box is, as in the library.</source>
<translation>Ses sorties brutes ne sont pas toutes des nombres ({which}), mais sa boîte l'est, comme dans la bibliothèque.</translation></message>
<message><source>Its raw outputs are not all numbers ({which}): such a box is left out.</source>
<translation>Ses sorties brutes ne sont pas toutes des nombres ({which}) : une telle boîte est écartée.</translation></message>
<message><source>Its score {score} is below the threshold {least:g}.</source>
<translation>Son score {score} est sous le seuil {least:g}.</translation></message>
<message><source>Its score {score} is not among the first {first:,} of its class, so NMS never sees it.</source>
<translation>Son score {score} n'est pas parmi les {first:,} premiers de sa classe : la NMS ne la voit pas.</translation></message>
<message><source>Its score {score} is not among the first {first:,} of the best points, so NMS never sees it.</source>
<translation>Son score {score} n'est pas parmi les {first:,} premiers des meilleurs points : la NMS ne la voit pas.</translation></message>
<message><source>Its score {score} is not among the first {first:,} on its level, so NMS never sees it.</source>
<translation>Son score {score} n'est pas parmi les {first:,} premiers de son niveau : la NMS ne la voit pas.</translation></message>
<message><source>Its score {score} is not among the first {first:,} over all levels, so NMS never sees it.</source>
<translation>Son score {score} n'est pas parmi les {first:,} premiers de tous les niveaux : la NMS ne la voit pas.</translation></message>
<message><source>Its threshold is IoU {threshold:.4f}, mean plus deviation of its {many:,} candidates</source>
<translation>Son seuil est IoU {threshold:.4f}, moyenne plus écart de ses {many:,} candidats</translation></message>
<message><source>Its way</source>
<translation>Son parcours</translation></message>
<message><source>J is the intersection with a sign, so that boxes apart have a slope too.</source>
<translation>J est l'intersection avec un signe, pour que des boîtes séparées aient aussi une pente.</translation></message>
<message><source>Kept</source>
<translation>Conservée</translation></message>
<message><source>Kept as proposal {n}</source>
<translation>Conservée, proposition {n}</translation></message>
<message><source>Kept, px</source>
<translation>Conservé, px</translation></message>
<message><source>Keys</source>
<translation>Touches</translation></message>
<message><source>Keys of all commands</source>
<translation>Touches de toutes les commandes</translation></message>
<message><source>Kind</source>
<translation>Type</translation></message>
<message><source>Label</source>
<translation>Label</translation></message>
<message><source>LabelMe, a folder (*)</source>
<translation>LabelMe, un dossier (*)</translation></message>
<message><source>Labels in A and in B</source>
<translation>Labels dans A et dans B</translation></message>
<message><source>Landmarks</source>
<translation>Repères</translation></message>
<message><source>Language</source>
<translation>Langue</translation></message>
<message><source>Language of the system</source>
<translation>Langue du système</translation></message>
<message><source>Last image</source>
<translation>Dernière image</translation></message>
<message><source>Layer</source>
<translation>Calque</translation></message>
<message><source>Layers</source>
<translation>Calques</translation></message>
<message><source>Layout of the raw outputs</source>
<translation>Disposition des sorties brutes</translation></message>
<message><source>Leave</source>
<translation>Quitter</translation></message>
<message><source>Leave out the choice {words}</source>
<translation>Retirer le choix {words}</translation></message>
<message><source>Leave the tour</source>
<translation>Quitter la visite</translation></message>
<message><source>Leave the tour (Esc)</source>
<translation>Quitter la visite (Échap)</translation></message>
<message><source>Leave the what-if and go back to the data</source>
<translation>Quitter l'hypothèse et revenir aux données</translation></message>
<message><source>Left out, as it makes no number better: {names}.</source>
<translation>Omis, car n'améliorant aucun nombre : {names}.</translation></message>
<message><source>Left out: not a number</source>
<translation>Écartée : pas un nombre</translation></message>
<message><source>Legend: {names}</source>
<translation>Légende : {names}</translation></message>
<message><source>Level</source>
<translation>Niveau</translation></message>
<message><source>Light</source>
<translation>Clair</translation></message>
<message><source>Lines</source>
<translation>Traits</translation></message>
<message><source>Little to learn from; each weighs much.</source>
<translation>Peu pour apprendre ; chacun pèse lourd.</translation></message>
<message><source>Locate pictures…</source>
<translation>Localiser les images…</translation></message>
<message><source>Logit</source>
<translation>Logit</translation></message>
<message><source>Look for better anchors</source>
<translation>Chercher de meilleures ancres</translation></message>
<message><source>Look through the annotations and the files</source>
<translation>Parcourir les annotations et les fichiers</translation></message>
<message><source>Looking what it is…</source>
<translation>Examen de ce que c'est…</translation></message>
<message><source>Loss</source>
<translation>Perte</translation></message>
<message><source>Loss by class</source>
<translation>Perte par classe</translation></message>
<message><source>Loss by level</source>
<translation>Perte par niveau</translation></message>
<message><source>Loss by size</source>
<translation>Perte par taille</translation></message>
<message><source>Loss is not a finite number</source>
<translation>La perte n'est pas un nombre fini</translation></message>
<message><source>Loss of this picture</source>
<translation>Perte de cette image</translation></message>
<message><source>Losses need</source>
<translation>Les pertes exigent</translation></message>
<message><source>Losses of all stages</source>
<translation>Pertes de tous les étages</translation></message>
<message><source>Losses over the steps</source>
<translation>Pertes au fil des étapes</translation></message>
<message><source>Lost</source>
<translation>Perdu</translation></message>
<message><source>Lost at</source>
<translation>Perdu à</translation></message>
<message><source>Lost boxes</source>
<translation>Boîtes perdues</translation></message>
<message><source>Lost in augmentation: {why}</source>
<translation>Perdue par l'augmentation : {why}</translation></message>
<message><source>Lost objects</source>
<translation>Objets perdus</translation></message>
<message><source>Lost to</source>
<translation>Perdu au profit de</translation></message>
<message><source>Low A</source>
<translation>Faible A</translation></message>
<message><source>Low B</source>
<translation>Faible B</translation></message>
<message><source>Low-quality</source>
<translation>Faible qualité</translation></message>
<message><source>Lower the score threshold</source>
<translation>Baisser le seuil de score</translation></message>
<message><source>Marked against</source>
<translation>Marqué par rapport à</translation></message>
<message><source>Maths</source>
<translation>Maths</translation></message>
<message><source>Mean IoU</source>
<translation>IoU moyenne</translation></message>
<message><source>Mean losses of {count} images with both:</source>
<translation>Pertes moyennes de {count} images avec les deux :</translation></message>
<message><source>Measure with the ruler</source>
<translation>Mesurer à la règle</translation></message>
<message><source>Menu</source>
<translation>Menu</translation></message>
<message><source>Metric</source>
<translation>Métrique</translation></message>
<message><source>Missed</source>
<translation>Manqué</translation></message>
<message><source>More layers</source>
<translation>Plus de calques</translation></message>
<message><source>Move the panels</source>
<translation>Déplacer les panneaux</translation></message>
<message><source>Moved, px</source>
<translation>Déplacé, px</translation></message>
<message><source>N = {n} averaged</source>
<translation>N = {n} moyennés</translation></message>
<message><source>N = {n} by recipe</source>
<translation>N = {n} par recette</translation></message>
<message><source>N = {n} positives</source>
<translation>N = {n} positifs</translation></message>
<message><source>N = {n} sampled</source>
<translation>N = {n} tirés</translation></message>
<message><source>N = {n} targets</source>
<translation>N = {n} cibles</translation></message>
<message><source>N = {n}, pos. + 1</source>
<translation>N = {n}, pos. + 1</translation></message>
<message><source>NMS IoU</source>
<translation>IoU de NMS</translation></message>
<message><source>NMS counts sides as x2 − x1 + 1.</source>
<translation>NMS compte les côtés x2 − x1 + 1.</translation></message>
<message><source>NMS counts widths as x2 - x1 + 1, whatever the coder does</source>
<translation>NMS compte les largeurs x2 - x1 + 1, quoi que fasse le codeur</translation></message>
<message><source>NMS shifts boxes apart by group, in float32, which rounds their edges.</source>
<translation>NMS décale les boîtes par groupe, en float32, ce qui arrondit leurs bords.</translation></message>
<message><source>NaN</source>
<translation>NaN</translation></message>
<message><source>Name</source>
<translation>Nom</translation></message>
<message><source>Name of several files</source>
<translation>Nom de plusieurs fichiers</translation></message>
<message><source>Negative</source>
<translation>Négatif</translation></message>
<message><source>Negative: background</source>
<translation>Négative : fond</translation></message>
<message><source>Negative: candidate of ground truth {number}</source>
<translation>Négative : candidate de la vérité terrain {number}</translation></message>
<message><source>Negative: candidate of ground truth {value}</source>
<translation>Négative : candidate de la vérité terrain {value}</translation></message>
<message numerus="yes"><source>Negative: candidate of ground truth {value} and {n} others</source>
<translation><numerusform>Négative : candidate de la vérité terrain {value} et d’une autre</numerusform><numerusform>Négative : candidate de la vérité terrain {value} et de {n} autres</numerusform></translation></message>
<message><source>Negative: centre outside ground truth {number}</source>
<translation>Négative : centre hors de la vérité terrain {number}</translation></message>
<message><source>Negative: may be taken</source>
<translation>Négative : peut être prise</translation></message>
<message><source>New key</source>
<translation>Nouvelle touche</translation></message>
<message><source>Newest</source>
<translation>Le plus récent</translation></message>
<message><source>Newest +{n}</source>
<translation>Plus récent +{n}</translation></message>
<message><source>Newest step of a training</source>
<translation>Étape la plus récente d'un entraînement</translation></message>
<message><source>Next</source>
<translation>Suivant</translation></message>
<message><source>Next anchor in the table</source>
<translation>Ancre suivante de la table</translation></message>
<message><source>Next anchor under the cursor</source>
<translation>Ancre suivante sous le curseur</translation></message>
<message><source>Next anchor under the cursor (Down)</source>
<translation>Ancre suivante sous le curseur (Bas)</translation></message>
<message><source>Next checkpoint</source>
<translation>Checkpoint suivant</translation></message>
<message><source>Next ground truth</source>
<translation>Vérité terrain suivante</translation></message>
<message><source>Next image</source>
<translation>Image suivante</translation></message>
<message><source>Next place of the finding</source>
<translation>Endroit suivant du constat</translation></message>
<message><source>Next stage: RPN, RoI head</source>
<translation>Étage suivant : RPN, tête RoI</translation></message>
<message><source>Next step of the tour</source>
<translation>Étape suivante de la visite</translation></message>
<message><source>No anchor becomes positive for it, so nothing learns to find it.</source>
<translation>Aucune ancre ne devient positive pour elle, donc rien n'apprend à la trouver.</translation></message>
<message><source>No anchor in a cell with a ground truth's centre overlaps {owner} more, so it is positive.</source>
<translation>Aucune ancre d'une cellule à centre de vérité terrain ne recouvre plus {owner}, donc elle est positive.</translation></message>
<message><source>No anchor in this picture.</source>
<translation>Aucune ancre dans cette image.</translation></message>
<message><source>No anchor is positive here.</source>
<translation>Aucune ancre positive ici.</translation></message>
<message><source>No anchor of its own reaches IoU {positive:.2f}. Without the rule it has no positive anchor.</source>
<translation>Aucune ancre à elle n'atteint IoU {positive:.2f}. Sans la règle elle n'a pas d'ancre positive.</translation></message>
<message><source>No anchor of its own {reaches} the threshold {high}; its best overlap is IoU {best:.4f}. Only the low-quality rule gives it {low_quality}.</source>
<translation>Aucune ancre à elle {reaches} le seuil {high} ; son meilleur recouvrement est IoU {best:.4f}. Seule la règle faible qualité lui donne {low_quality}.</translation></message>
<message><source>No anchor reaches IoU {at}.</source>
<translation>Aucune ancre n'atteint IoU {at}.</translation></message>
<message><source>No anchor selected</source>
<translation>Aucune ancre choisie</translation></message>
<message><source>No anchor selected: click a box or a row</source>
<translation>Aucune ancre choisie : cliquer une boîte ou une ligne</translation></message>
<message><source>No anchor stands in both grids: the ground truths are compared.</source>
<translation>Aucune ancre dans les deux grilles : les vérités terrain sont comparées.</translation></message>
<message><source>No anchor takes part in the assignment, so it has no candidate.</source>
<translation>Aucune ancre ne participe à l'assignation, donc elle n'a pas de candidat.</translation></message>
<message><source>No anchor's sides are within a factor of {limit:g} of its own: the most similar differs {ratio:.2f} times in one. So no level trains it.</source>
<translation>Aucune ancre n'a ses côtés dans un rapport {limit:g} des siens : la plus semblable diffère de {ratio:.2f} fois en un. Donc aucun niveau ne l'entraîne.</translation></message>
<message><source>No box above it overlaps it at IoU {sign} {nms:.2f}; it is proposal {place:,} by score.</source>
<translation>Aucune boîte mieux notée ne la recouvre à IoU {sign} {nms:.2f} ; par score, elle est la proposition {place:,}.</translation></message>
<message><source>No box comes near this ground truth.</source>
<translation>Aucune boîte n'approche cette vérité terrain.</translation></message>
<message><source>No box overlaps {owner} more, so that it is positive at IoU {iou:.4f}.</source>
<translation>Aucune boîte ne recouvre plus {owner}, donc positive à IoU {iou:.4f}.</translation></message>
<message><source>No box takes part in the assignment</source>
<translation>Aucune boîte ne participe à l'assignation</translation></message>
<message><source>No box takes part in the assignment, and this recipe's library stops at such a picture.</source>
<translation>Aucune boîte ne participe à l'assignation, et la bibliothèque de cette recette s'arrête à une telle image.</translation></message>
<message><source>No dataset</source>
<translation>Aucun jeu de données</translation></message>
<message><source>No decoded box</source>
<translation>Aucune boîte décodée</translation></message>
<message><source>No decoded box belongs to this anchor, so it has no prediction.</source>
<translation>Aucune boîte décodée n'appartient à cette ancre : elle n'a donc pas de prédiction.</translation></message>
<message><source>No decoded box belongs to this point, so it has no prediction.</source>
<translation>Aucune boîte décodée n'appartient à ce point : il n'a donc pas de prédiction.</translation></message>
<message><source>No decoded box in this picture.</source>
<translation>Aucune boîte décodée dans cette image.</translation></message>
<message><source>No decoded box, of its class where boxes have classes, reaches IoU 0.50, whatever its score.</source>
<translation>Aucune boîte décodée, de sa classe où les boîtes en ont, n'atteint IoU 0.50, quel que soit son score.</translation></message>
<message><source>No ground truth</source>
<translation>Aucune vérité terrain</translation></message>
<message><source>No ground truth can be judged by these outputs.</source>
<translation>Aucune vérité terrain ne peut être jugée par ces sorties.</translation></message>
<message><source>No ground truth can be judged.</source>
<translation>Aucune vérité terrain ne peut être jugée.</translation></message>
<message><source>No ground truth changes between A and B.</source>
<translation>Aucune vérité terrain ne change entre A et B.</translation></message>
<message><source>No ground truth in this picture.</source>
<translation>Aucune vérité terrain dans cette image.</translation></message>
<message><source>No ground truth is judged by both.</source>
<translation>Aucune vérité terrain jugée par les deux.</translation></message>
<message><source>No ground truth is lost.</source>
<translation>Aucune vérité terrain n'est perdue.</translation></message>
<message><source>No ground truth takes part in the assignment</source>
<translation>Aucune vérité terrain ne participe à l'assignation</translation></message>
<message><source>No ground truth to judge: no step has outputs with the boxes of these images.</source>
<translation>Aucune vérité terrain à juger : aucune étape n'a de sorties avec les boîtes de ces images.</translation></message>
<message><source>No ground truth to train on</source>
<translation>Aucune vérité terrain pour s'entraîner</translation></message>
<message><source>No ground truth whose sides are within a factor of {limit:g} of its own has the centre in its cell, or near enough beside it.</source>
<translation>Aucune vérité terrain aux côtés dans un rapport {limit:g} des siens n'a son centre dans sa cellule, ou assez près à côté.</translation></message>
<message><source>No ground truth with its centre in this cell is most like this anchor in shape</source>
<translation>Aucune vérité terrain au centre dans cette cellule n'a la forme la plus proche de cette ancre</translation></message>
<message><source>No image is like this.</source>
<translation>Aucune image n'est ainsi.</translation></message>
<message><source>No mAP: no ground truth is there to be found.</source>
<translation>Pas de mAP : aucune vérité terrain à trouver.</translation></message>
<message><source>No mAP: {why}</source>
<translation>Pas de mAP : {why}</translation></message>
<message><source>No mAP: {why}.</source>
<translation>Pas de mAP : {why}.</translation></message>
<message><source>No other anchors of this kind to suggest.</source>
<translation>Aucune autre ancre de ce type à suggérer.</translation></message>
<message><source>No outputs came with {name}: the demo's model runs on it under its own recipe {recipe}.</source>
<translation>Aucune sortie n'est venue avec {name} : le modèle de la démo y tourne sous sa propre recette {recipe}.</translation></message>
<message><source>No outputs of both stages are open. Open some with Ctrl+P.</source>
<translation>Aucune sortie des deux étages n'est ouverte. Ctrl+P en ouvre.</translation></message>
<message><source>No picture to show</source>
<translation>Aucune image à montrer</translation></message>
<message><source>No picture was found</source>
<translation>Aucune image trouvée</translation></message>
<message><source>No point is positive here.</source>
<translation>Aucun point positif ici.</translation></message>
<message><source>No point or anchor may be taken by it, whatever the network says: it is never learned.</source>
<translation>Elle ne peut prendre ni point ni ancre, quoi que dise le réseau : elle n'est jamais apprise.</translation></message>
<message><source>No point selected</source>
<translation>Aucun point choisi</translation></message>
<message><source>No point selected: click one or a row</source>
<translation>Aucun point choisi : en cliquer un ou une ligne</translation></message>
<message><source>No positive has a finite box loss.</source>
<translation>Aucun positif n'a de perte de boîte finie.</translation></message>
<message><source>No prediction is known to rank them by.</source>
<translation>Aucune prédiction connue pour les classer.</translation></message>
<message><source>No predictions are open. Ctrl+P opens some, which tell where boxes are lost.</source>
<translation>Aucune prédiction ouverte. Ctrl+P en ouvre, qui disent où se perdent les boîtes.</translation></message>
<message><source>No proposal at IoU {v}</source>
<translation>Aucune proposition à IoU {v}</translation></message>
<message><source>No proposal is foreground here.</source>
<translation>Aucune proposition n'est ici de premier plan.</translation></message>
<message><source>No proposal selected</source>
<translation>Aucune proposition choisie</translation></message>
<message><source>No raw outputs are open, so there are no boxes to follow. Open some with Ctrl+P.</source>
<translation>Aucune sortie brute ouverte, donc aucune boîte à suivre. Ctrl+P en ouvre.</translation></message>
<message><source>No raw outputs are open, so there is no loss to show. Open some with Ctrl+P.</source>
<translation>Aucune sortie brute ouverte, donc aucune perte à montrer. Ctrl+P en ouvre.</translation></message>
<message><source>No raw outputs are open: choose some under Predictions, above.</source>
<translation>Aucune sortie brute ouverte : en choisir sous Prédictions, ci-dessus.</translation></message>
<message><source>No raw outputs of these anchors: choose others above the picture.</source>
<translation>Pas de sorties brutes de ces ancres : en choisir d'autres au-dessus de l'image.</translation></message>
<message><source>No size is annotated and no header tells one, so nothing of it is counted.</source>
<translation>Aucune taille annotée et aucun en-tête n'en dit, donc rien n'en est compté.</translation></message>
<message><source>No step is kept to compare with.</source>
<translation>Aucune étape gardée pour comparer.</translation></message>
<message><source>No such ground truth.</source>
<translation>Pas de telle vérité terrain.</translation></message>
<message><source>None in this picture.</source>
<translation>Aucune dans cette image.</translation></message>
<message><source>None of the kept proposals reaches IoU {v} with it.</source>
<translation>Aucune proposition conservée n'atteint IoU {v} avec elle.</translation></message>
<message><source>Not counted as yet.</source>
<translation>Pas encore compté.</translation></message>
<message><source>Not every proposal has outputs of the head, so there are no detections.</source>
<translation>Toutes les propositions n'ont pas de sorties de la tête, donc pas de détections.</translation></message>
<message><source>Not in the loss: not among the costliest negatives.</source>
<translation>Pas dans la perte : pas parmi les négatifs les plus coûteux.</translation></message>
<message><source>Not in the sample, so in neither sum.</source>
<translation>Pas dans l'échantillon, donc dans aucune somme.</translation></message>
<message><source>Not in the trainer's loss, so in neither sum.</source>
<translation>Hors de la perte de l’entraîneur, donc dans aucune somme.</translation></message>
<message><source>Not in use yet. {error}</source>
<translation>Pas encore appliqué. {error}</translation></message>
<message><source>Nothing changes between A and B of the {count} anchors in both grids.</source>
<translation>Des {count} ancres des deux grilles, aucune ne change entre A et B.</translation></message>
<message><source>Nothing changes between A and B.</source>
<translation>Rien ne change entre A et B.</translation></message>
<message><source>Nothing learns them, whatever the network.</source>
<translation>Rien ne les apprend, quel que soit le réseau.</translation></message>
<message><source>Nothing matches. Try fewer letters, or another word: layer, filter, anchor, recipe.</source>
<translation>Rien ne correspond. Essayer moins de lettres ou un autre mot : calque, filtre, ancre, recette.</translation></message>
<message><source>Nothing passes the filter.</source>
<translation>Rien ne passe le filtre.</translation></message>
<message><source>Nothing stands out so far.</source>
<translation>Rien de notable jusqu'ici.</translation></message>
<message><source>Nothing stands out.</source>
<translation>Rien de notable.</translation></message>
<message><source>Nothing was found: every box has enough anchors of its own.</source>
<translation>Rien trouvé : chaque boîte a assez d'ancres à elle.</translation></message>
<message><source>NumPy (*.npz)</source>
<translation>NumPy (*.npz)</translation></message>
<message><source>OTA, as many as the IoUs add up to</source>
<translation>OTA, autant que la somme des IoU</translation></message>
<message><source>Object</source>
<translation>Objet</translation></message>
<message><source>Objectness or class loss and box loss with their normalisers.</source>
<translation>Perte d'objectness ou de classe et perte de boîte avec leurs normaliseurs.</translation></message>
<message><source>Odd record</source>
<translation>Entrée étrange</translation></message>
<message><source>Of a batch of {n} pictures, too large to reckon here at once.</source>
<translation>D'un batch de {n} images, trop grand pour être calculé ici d'un coup.</translation></message>
<message><source>Of a batch of {n} pictures. {error}</source>
<translation>D'un batch de {n} images. {error}</translation></message>
<message><source>Of classes with {enough} ground truths or more {name} fits worst: {share} of {boxes} reach IoU {at}, against {all} of all.</source>
<translation>Des classes d'au moins {enough} vérités terrain, {name} s'ajuste le moins : {share} de {boxes} atteignent IoU {at}, contre {all} en tout.</translation></message>
<message><source>Of classes with {enough} ground truths or more {name} is lost most: {lost} of {boxes}.</source>
<translation>Des classes d'au moins {enough} vérités terrain, {name} est la plus perdue : {lost} sur {boxes}.</translation></message>
<message><source>Of the candidates of {name} it is number {rank} of {many:,}, with a {ranked_by} of {value}; {cut_words}.{rivals}</source>
<translation>Des candidats de {name} elle est numéro {rank} sur {many:,}, {ranked_by} : {value} ; {cut_words}.{rivals}</translation></message>
<message><source>Of {looked} images looked at, the outputs of {n} seem to be laid out otherwise than the recipe says, as {name}: {why}; see rpn-inspector layout.</source>
<translation>Sur {looked} images regardées, les sorties de {n} semblent disposées autrement que ne dit la recette, comme {name} : {why} ; voir rpn-inspector layout.</translation></message>
<message><source>Of {part} of {all} images, evenly taken.</source>
<translation>Sur {part} de {all} images, prises régulièrement.</translation></message>
<message><source>Of {part} of {all} images, evenly taken; --all compares all.</source>
<translation>De {part} images sur {all}, prises régulièrement ; --all compare tout.</translation></message>
<message><source>One or two positive anchors</source>
<translation>Une ou deux ancres positives</translation></message>
<message><source>One softmax over all classes and the background.</source>
<translation>Un softmax sur toutes les classes et le fond.</translation></message>
<message><source>One softmax over all classes, the background first.</source>
<translation>Un softmax sur toutes les classes, le fond d'abord.</translation></message>
<message><source>Only a network's own outputs decide which anchors are positive.</source>
<translation>Seules les sorties d'un réseau décident quelles ancres sont positives.</translation></message>
<message><source>Only a network's own outputs decide which points are positive.</source>
<translation>Seules les sorties d'un réseau décident quels points sont positifs.</translation></message>
<message><source>Only the picture, without the ground around it</source>
<translation>L'image seule, sans le fond autour</translation></message>
<message><source>Only this field, or stage, of A takes the value of B: how many change label or ground truth, a dash where the grid changes too, and how many are positive then. These overlap, so they do not add up to those of all together.</source>
<translation>Seul ce champ, ou cette étape, de A prend la valeur de B : combien changent de label ou de vérité terrain, un tiret où la grille change aussi, et combien sont alors positifs. Ils se recoupent, leur somme n'est donc pas celle de tous ensemble.</translation></message>
<message><source>Open a dataset</source>
<translation>Ouvrir un jeu de données</translation></message>
<message><source>Open a dataset folder…</source>
<translation>Ouvrir un dossier de jeu de données…</translation></message>
<message><source>Open a file of raw outputs</source>
<translation>Ouvrir un fichier de sorties brutes</translation></message>
<message><source>Open a file of raw outputs…</source>
<translation>Ouvrir un fichier de sorties brutes…</translation></message>
<message><source>Open a file…</source>
<translation>Ouvrir un fichier…</translation></message>
<message><source>Open a folder</source>
<translation>Ouvrir un dossier</translation></message>
<message><source>Open a folder of dumps, one for each checkpoint, to see the assignment change over the steps.</source>
<translation>Ouvrir un dossier de dumps, un par checkpoint, pour voir changer l'assignation au fil des étapes.</translation></message>
<message><source>Open a folder of raw outputs</source>
<translation>Ouvrir un dossier de sorties brutes</translation></message>
<message><source>Open a folder of raw outputs…</source>
<translation>Ouvrir un dossier de sorties brutes…</translation></message>
<message><source>Open a folder…</source>
<translation>Ouvrir un dossier…</translation></message>
<message><source>Open a recipe</source>
<translation>Ouvrir une recette</translation></message>
<message><source>Open a recipe file…</source>
<translation>Ouvrir un fichier de recette…</translation></message>
<message><source>Open an annotation file</source>
<translation>Ouvrir un fichier d'annotations</translation></message>
<message><source>Open files</source>
<translation>Ouvrir des fichiers</translation></message>
<message><source>Open files…</source>
<translation>Ouvrir des fichiers…</translation></message>
<message><source>Open recent</source>
<translation>Ouvrir récent</translation></message>
<message><source>Open the demo</source>
<translation>Ouvrir la démo</translation></message>
<message><source>Open the report</source>
<translation>Ouvrir le rapport</translation></message>
<message><source>Opening</source>
<translation>Ouverture</translation></message>
<message><source>Opening {path}…</source>
<translation>Ouverture de {path}…</translation></message>
<message><source>Opening {value}</source>
<translation>Ouverture de {value}</translation></message>
<message><source>Opening…</source>
<translation>Ouverture…</translation></message>
<message><source>Other dataset</source>
<translation>Autre jeu de données</translation></message>
<message><source>Other outputs</source>
<translation>Autres sorties</translation></message>
<message><source>Other recipe</source>
<translation>Autre recette</translation></message>
<message><source>Others took it too, and of all ground truths {contest} {name}, which had not taken it itself, at a {ranked_by} of {value}.</source>
<translation>D'autres l'ont prise aussi, et de toutes les vérités terrain {contest} {name}, qui ne l'avait pas prise, {ranked_by} : {value}.</translation></message>
<message><source>Outputs</source>
<translation>Sorties</translation></message>
<message><source>Outputs decide about positives under {names}, so no states are compared.</source>
<translation>Sous {names} les sorties décident des positifs, donc aucun état n'est comparé.</translation></message>
<message><source>Outputs unreadable or unfit</source>
<translation>Sorties illisibles ou inadaptées</translation></message>
<message><source>Over</source>
<translation>Par-dessus</translation></message>
<message><source>Over the steps</source>
<translation>Au fil des étapes</translation></message>
<message><source>Owner</source>
<translation>Propriétaire</translation></message>
<message><source>PNG (*.png);;SVG (*.svg)</source>
<translation>PNG (*.png);;SVG (*.svg)</translation></message>
<message><source>Page</source>
<translation>Page</translation></message>
<message><source>Pages of the audit</source>
<translation>Pages de l'audit</translation></message>
<message><source>Pairs</source>
<translation>Paires</translation></message>
<message><source>Pairs of this anchor</source>
<translation>Paires de cette ancre</translation></message>
<message><source>Panels</source>
<translation>Panneaux</translation></message>
<message><source>Parquet (*.parquet)</source>
<translation>Parquet (*.parquet)</translation></message>
<message><source>Pascal VOC, a folder (*)</source>
<translation>Pascal VOC, un dossier (*)</translation></message>
<message><source>Pause</source>
<translation>Pause</translation></message>
<message><source>Pause a training, or follow on</source>
<translation>Mettre en pause un entraînement, ou le suivre</translation></message>
<message><source>Paused in {name}</source>
<translation>En pause dans {name}</translation></message>
<message><source>Picture missing or unreadable</source>
<translation>Image absente ou illisible</translation></message>
<message><source>Picture of unknown size</source>
<translation>Image de taille inconnue</translation></message>
<message><source>Picture without a box</source>
<translation>Image sans boîte</translation></message>
<message><source>Pictures</source>
<translation>Images</translation></message>
<message><source>Pictures looked through</source>
<translation>Images parcourues</translation></message>
<message><source>Pictures of the first ground truths of the list</source>
<translation>Images des premières vérités terrain de la liste</translation></message>
<message><source>Pictures scanned</source>
<translation>Images analysées</translation></message>
<message><source>Pictures with every word in their name or in a class of their boxes (Ctrl+F)</source>
<translation>Images avec chaque mot dans leur nom ou dans une classe de leurs boîtes (Ctrl+F)</translation></message>
<message><source>Plots</source>
<translation>Graphiques</translation></message>
<message><source>Plots panel</source>
<translation>Panneau des graphiques</translation></message>
<message><source>Point</source>
<translation>Point</translation></message>
<message><source>Point at a field to read what it means.</source>
<translation>Pointer un champ pour lire ce qu'il veut dire.</translation></message>
<message><source>Point {anchor:,} · {place}</source>
<translation>Point {anchor:,} · {place}</translation></message>
<message><source>Point {anchor} of A stands in no place of B's grid</source>
<translation>Le point {anchor} de A n'a pas de place dans la grille de B</translation></message>
<message><source>Point {index:,} · {place}</source>
<translation>Point {index:,} · {place}</translation></message>
<message><source>Points</source>
<translation>Points</translation></message>
<message><source>Points have no sizes or ratios to fit: only another input or a finer level gives more candidates.</source>
<translation>Les points n'ont ni tailles ni rapports à ajuster : seuls une autre entrée ou un niveau plus fin donnent plus de candidats.</translation></message>
<message><source>Pos. A</source>
<translation>Pos. A</translation></message>
<message><source>Pos. B</source>
<translation>Pos. B</translation></message>
<message><source>Positive</source>
<translation>Positif</translation></message>
<message><source>Positive for no reason</source>
<translation>Positives sans raison</translation></message>
<message><source>Positive: beside ground truth {owner}</source>
<translation>Positive : à côté de la vérité terrain {owner}</translation></message>
<message><source>Positive: best for another ground truth</source>
<translation>Positive : meilleure d'une autre vérité terrain</translation></message>
<message><source>Positive: best for ground truth {gt}</source>
<translation>Positive : meilleure de la vérité terrain {gt}</translation></message>
<message><source>Positive: best for {truths}</source>
<translation>Positive : meilleure pour {truths}</translation></message>
<message><source>Positive: candidate of ground truth {number}</source>
<translation>Positive : candidate de la vérité terrain {number}</translation></message>
<message><source>Positive: cell of ground truth {owner}</source>
<translation>Positive : cellule de la vérité terrain {owner}</translation></message>
<message><source>Positive: given to ground truth {owner}</source>
<translation>Positive : donnée à la vérité terrain {owner}</translation></message>
<message><source>Positive: ground truth {gt} overlaps no anchor</source>
<translation>Positive : la vérité terrain {gt} ne recouvre rien</translation></message>
<message><source>Positive: like ground truth {owner}</source>
<translation>Positive : semblable à la vérité terrain {owner}</translation></message>
<message><source>Positive: overlaps ground truth {value}</source>
<translation>Positive : recouvre la vérité terrain {value}</translation></message>
<message><source>Positive: shape of ground truth {owner}</source>
<translation>Positive : forme de la vérité terrain {owner}</translation></message>
<message><source>Positive: taken by ground truth {owner}</source>
<translation>Positive : prise par la vérité terrain {owner}</translation></message>
<message><source>Positive: taken over by ground truth {value}</source>
<translation>Positive : reprise par la vérité terrain {value}</translation></message>
<message><source>Positives</source>
<translation>Positifs</translation></message>
<message><source>Positives by level</source>
<translation>Positifs par niveau</translation></message>
<message><source>Positives over the steps</source>
<translation>Positifs au fil des étapes</translation></message>
<message><source>Positives: the predicted boxes of the positive anchors</source>
<translation>Positifs : les boîtes prédites des ancres positives</translation></message>
<message><source>Prediction</source>
<translation>Prédiction</translation></message>
<message><source>Predictions</source>
<translation>Prédictions</translation></message>
<message><source>Predictions are there for {some} of {scanned} images; what needs them is found in those alone.</source>
<translation>Des prédictions existent pour {some} images sur {scanned} ; ce qui en exige n'est trouvé que là.</translation></message>
<message><source>Previous anchor in the table</source>
<translation>Ancre précédente de la table</translation></message>
<message><source>Previous anchor under the cursor</source>
<translation>Ancre précédente sous le curseur</translation></message>
<message><source>Previous anchor under the cursor (Up)</source>
<translation>Ancre précédente sous le curseur (Haut)</translation></message>
<message><source>Previous checkpoint</source>
<translation>Checkpoint précédent</translation></message>
<message><source>Previous image</source>
<translation>Image précédente</translation></message>
<message><source>Previous place of the finding</source>
<translation>Endroit précédent du constat</translation></message>
<message><source>Previous step of the tour</source>
<translation>Étape précédente de la visite</translation></message>
<message><source>Problem</source>
<translation>Problème</translation></message>
<message><source>Proposal</source>
<translation>Proposition</translation></message>
<message><source>Proposals</source>
<translation>Propositions</translation></message>
<message><source>Proposals by IoU</source>
<translation>Propositions par IoU</translation></message>
<message><source>Proposals: the boxes kept after NMS</source>
<translation>Propositions : les boîtes conservées après NMS</translation></message>
<message><source>Quit</source>
<translation>Quitter</translation></message>
<message><source>R(d)</source>
<translation>R(d)</translation></message>
<message><source>R(d) of  {marks}</source>
<translation>R(d) de  {marks}</translation></message>
<message><source>R@0.5</source>
<translation>R@0.5</translation></message>
<message><source>R@0.7</source>
<translation>R@0.7</translation></message>
<message><source>RPN</source>
<translation>RPN</translation></message>
<message><source>RPN box</source>
<translation>Boîte du RPN</translation></message>
<message><source>RPN fate</source>
<translation>Sort au RPN</translation></message>
<message><source>Raise the score threshold</source>
<translation>Relever le seuil de score</translation></message>
<message><source>Rank</source>
<translation>Rang</translation></message>
<message><source>Ranking</source>
<translation>Classement</translation></message>
<message><source>Raw outputs and models</source>
<translation>Sorties brutes et modèles</translation></message>
<message><source>Raw outputs cannot be read, or have other shapes or meanings than under this recipe: they are left out.</source>
<translation>Les sorties brutes sont illisibles, ou ont d’autres formes ou significations que sous cette recette : elles sont laissées de côté.</translation></message>
<message><source>Raw outputs, file…</source>
<translation>Sorties brutes, fichier…</translation></message>
<message><source>Raw outputs, folder…</source>
<translation>Sorties brutes, dossier…</translation></message>
<message><source>Reached, by class and size</source>
<translation>Atteintes, par classe et taille</translation></message>
<message><source>Reached: best IoU ≥ {v}. What the network makes of it, only training tells.</source>
<translation>Atteint : meilleure IoU ≥ {v}. Ce qu'en fait le réseau, seul l'entraînement le dit.</translation></message>
<message><source>Read so far</source>
<translation>Lu jusqu'ici</translation></message>
<message><source>Read them so</source>
<translation>Les lire ainsi</translation></message>
<message><source>Read {name} again.</source>
<translation>Relire {name}.</translation></message>
<message><source>Reading</source>
<translation>Lecture</translation></message>
<message><source>Reading the annotations: {value:.0f} %</source>
<translation>Lecture des annotations : {value:.0f} %</translation></message>
<message><source>Readings of the raw outputs</source>
<translation>Lectures des sorties brutes</translation></message>
<message><source>Reads</source>
<translation>Lit</translation></message>
<message><source>Recall</source>
<translation>Rappel</translation></message>
<message><source>Recipe</source>
<translation>Recette</translation></message>
<message><source>Recipe editor</source>
<translation>Éditeur de recette</translation></message>
<message><source>Recipe file…</source>
<translation>Fichier de recette…</translation></message>
<message><source>Recipes</source>
<translation>Recettes</translation></message>
<message><source>Recipes (*.toml)</source>
<translation>Recettes (*.toml)</translation></message>
<message><source>Recipes (*.toml);;All files (*)</source>
<translation>Recettes (*.toml);;Tous les fichiers (*)</translation></message>
<message><source>Recipes differ in</source>
<translation>Les recettes diffèrent en</translation></message>
<message><source>Record left out</source>
<translation>Entrée omise</translation></message>
<message><source>Redo</source>
<translation>Rétablir</translation></message>
<message><source>Redo the last change</source>
<translation>Rétablir la dernière modification</translation></message>
<message><source>Reload</source>
<translation>Recharger</translation></message>
<message><source>Report written into {folder}</source>
<translation>Rapport écrit dans {folder}</translation></message>
<message><source>Report…</source>
<translation>Rapport…</translation></message>
<message><source>Reset</source>
<translation>Réinitialiser</translation></message>
<message><source>Reset all</source>
<translation>Tout réinitialiser</translation></message>
<message><source>Reset the layout</source>
<translation>Réinitialiser la disposition</translation></message>
<message><source>Reset to shipped</source>
<translation>Revenir au fourni</translation></message>
<message><source>Reset {place} to {value}</source>
<translation>Remettre {place} à {value}</translation></message>
<message><source>Residuals on smooth L1</source>
<translation>Résidus sur smooth L1</translation></message>
<message><source>Residuals t − t* need</source>
<translation>Les résidus t − t* exigent</translation></message>
<message><source>RoI head</source>
<translation>Tête RoI</translation></message>
<message><source>RoI head by IoU</source>
<translation>Tête RoI par IoU</translation></message>
<message><source>RoI sample</source>
<translation>Échantillon RoI</translation></message>
<message><source>Rule only</source>
<translation>Règle seule</translation></message>
<message><source>Same box twice</source>
<translation>Même boîte deux fois</translation></message>
<message><source>Sample</source>
<translation>Échantillon</translation></message>
<message><source>Sampled</source>
<translation>Tirés</translation></message>
<message><source>Save as TOML…</source>
<translation>En TOML…</translation></message>
<message><source>Save the recipe</source>
<translation>Enregistrer la recette</translation></message>
<message><source>Save the view</source>
<translation>Enregistrer la vue</translation></message>
<message><source>Save the view…</source>
<translation>Enregistrer la vue…</translation></message>
<message><source>Saved as {path}</source>
<translation>Enregistré sous {path}</translation></message>
<message><source>Saved {name}</source>
<translation>{name} enregistré</translation></message>
<message><source>Saved {path}</source>
<translation>{path} enregistré</translation></message>
<message><source>Save…</source>
<translation>Enregistrer…</translation></message>
<message><source>Scan the other images too</source>
<translation>Analyser aussi les autres images</translation></message>
<message><source>Score</source>
<translation>Score</translation></message>
<message><source>Score A</source>
<translation>Score A</translation></message>
<message><source>Score B</source>
<translation>Score B</translation></message>
<message><source>Score against IoU</source>
<translation>Score contre IoU</translation></message>
<message><source>Score against fit</source>
<translation>Score contre ajustement</translation></message>
<message><source>Score at least</source>
<translation>Score au moins</translation></message>
<message><source>Score p {score}. {words}</source>
<translation>Score p {score}. {words}</translation></message>
<message><source>Scores need</source>
<translation>Les scores exigent</translation></message>
<message><source>See the anchors, targets and losses your detector trains on, one box at a time.</source>
<translation>Voir les ancres, cibles et pertes sur lesquelles s'entraîne votre détecteur, boîte par boîte.</translation></message>
<message><source>See the anchors, targets and losses your detector trains on.&lt;br&gt;MIT licence.</source>
<translation>Voir les ancres, cibles et pertes sur lesquelles s'entraîne votre détecteur.&lt;br&gt;Licence MIT.</translation></message>
<message><source>Separation</source>
<translation>Séparation</translation></message>
<message><source>Set</source>
<translation>Définir</translation></message>
<message><source>Set this key for the command, instead of its present ones</source>
<translation>Donner cette touche à la commande, à la place des siennes</translation></message>
<message><source>Shape IoU</source>
<translation>Shape IoU</translation></message>
<message><source>Share of boxes that reach the threshold, over their side</source>
<translation>Part des boîtes qui atteignent le seuil, selon leur côté</translation></message>
<message><source>Shipped recipe to compare with</source>
<translation>Recette fournie à comparer</translation></message>
<message><source>Show all images</source>
<translation>Montrer toutes les images</translation></message>
<message><source>Show another plot here</source>
<translation>Montrer ici un autre graphique</translation></message>
<message><source>Show changed fields only</source>
<translation>Montrer seulement les champs changés</translation></message>
<message><source>Show ground truth {numbers}</source>
<translation>Montrer la vérité terrain {numbers}</translation></message>
<message><source>Show only pictures with something to look at</source>
<translation>Montrer seulement les images avec de quoi regarder</translation></message>
<message><source>Show only some images</source>
<translation>Montrer seulement certaines images</translation></message>
<message><source>Show only these pictures</source>
<translation>Montrer seulement ces images</translation></message>
<message><source>Sides count pixels here: w = x2 − x1 + 1.</source>
<translation>Les côtés comptent ici les pixels : w = x2 − x1 + 1.</translation></message>
<message><source>Silent: {name}</source>
<translation>Muet : {name}</translation></message>
<message><source>SimOTA, as many as the IoUs add up to</source>
<translation>SimOTA, autant que la somme des IoU</translation></message>
<message><source>Simulated predictions are for looking only; where boxes are lost is told of a network's.</source>
<translation>Les prédictions simulées ne sont que pour regarder ; où les boîtes se perdent, seul un réseau le dit.</translation></message>
<message><source>Since step {step}, on this same picture: the same positives.</source>
<translation>Depuis l'étape {step}, sur cette même image : les mêmes positifs.</translation></message>
<message><source>Since step {step}, on this same picture: {new} and {lost}.</source>
<translation>Depuis l'étape {step}, sur cette même image : {new} et {lost}.</translation></message>
<message><source>Single letters are left to a text field or list that has the keyboard. ● marks keys of your own.</source>
<translation>Les lettres seules restent au champ ou à la liste qui a le clavier. ● marque vos propres touches.</translation></message>
<message><source>Size</source>
<translation>Taille</translation></message>
<message><source>Size differs from the file's</source>
<translation>Taille autre que celle du fichier</translation></message>
<message><source>Smaller than a stride</source>
<translation>Plus petit qu'un stride</translation></message>
<message><source>Smooth L1</source>
<translation>Smooth L1</translation></message>
<message><source>Smooth L1 curve</source>
<translation>Courbe smooth L1</translation></message>
<message><source>Sort the images…</source>
<translation>Trier les images…</translation></message>
<message><source>Sorted by {key}, {direction}</source>
<translation>Trié par {key}, {direction}</translation></message>
<message><source>Source, px</source>
<translation>Source, px</translation></message>
<message><source>Stage</source>
<translation>Étage</translation></message>
<message><source>Start</source>
<translation>Début</translation></message>
<message><source>Step</source>
<translation>Étape</translation></message>
<message><source>Step {step} is the one shown: drag the triangle over the line of steps to another.</source>
<translation>L'étape {step} est celle montrée : glisser le triangle de la ligne des étapes vers une autre.</translation></message>
<message><source>Steps of the training</source>
<translation>Étapes de l'entraînement</translation></message>
<message><source>Stop looking</source>
<translation>Arrêter la recherche</translation></message>
<message><source>Stop scanning; what is known stays</source>
<translation>Arrêter l'analyse ; le connu reste</translation></message>
<message><source>Stopped opening {name}.</source>
<translation>Ouverture de {name} arrêtée.</translation></message>
<message><source>Suggested anchors</source>
<translation>Ancres suggérées</translation></message>
<message><source>Suggested, found by</source>
<translation>Suggérées par</translation></message>
<message><source>Summed over classes, by the error to the power γ = {g}.</source>
<translation>Sommée sur les classes, par l'erreur à la puissance γ = {g}.</translation></message>
<message><source>Summed over classes; p_t is p for the right class and 1 − p for the others: α = {a}, γ = {g}.</source>
<translation>Sommée sur les classes ; p_t est p pour la bonne classe et 1 − p pour les autres : α = {a}, γ = {g}.</translation></message>
<message><source>Suppressed by anchor {n:,}</source>
<translation>Supprimée par l'ancre {n:,}</translation></message>
<message><source>Suppressed by detection {by}</source>
<translation>Supprimée par la détection {by}</translation></message>
<message><source>Suppressed by proposal {n}</source>
<translation>Supprimée par la proposition {n}</translation></message>
<message><source>Suppressed by proposal {p}</source>
<translation>Supprimée par la proposition {p}</translation></message>
<message><source>Suppressed by {suppressor}</source>
<translation>Supprimée par {suppressor}</translation></message>
<message><source>Suppressed with it</source>
<translation>Supprimées avec elle</translation></message>
<message><source>Suppressed · p {score:.3f}</source>
<translation>Supprimée · p {score:.3f}</translation></message>
<message><source>T</source>
<translation>T</translation></message>
<message><source>TIDE at IoU 0.50; a row lists the ground truths behind an error</source>
<translation>TIDE à IoU 0.50 ; une ligne liste les vérités terrain derrière une erreur</translation></message>
<message><source>Tables</source>
<translation>Tables</translation></message>
<message><source>Tables panel</source>
<translation>Panneau des tables</translation></message>
<message><source>Take it with you</source>
<translation>À emporter</translation></message>
<message><source>Taken by</source>
<translation>Prise par</translation></message>
<message><source>Target</source>
<translation>Cible</translation></message>
<message><source>Targets</source>
<translation>Cibles</translation></message>
<message><source>Targets of the RoI head</source>
<translation>Cibles de la tête RoI</translation></message>
<message><source>Targets t*</source>
<translation>Cibles t*</translation></message>
<message><source>Targets t* and t</source>
<translation>Cibles t* et t</translation></message>
<message numerus="yes"><source>Targets t* of {n} positives</source>
<translation><numerusform>Cibles t* de {n} positif</numerusform><numerusform>Cibles t* de {n} positifs</numerusform></translation></message>
<message><source>Text</source>
<translation>Texte</translation></message>
<message><source>The anchor grid, level by level.</source>
<translation>La grille d'ancres, niveau par niveau.</translation></message>
<message><source>The anchor is ignored, or the outputs have no column for its class: it costs nothing.</source>
<translation>L'ancre est ignorée, ou les sorties n'ont pas de colonne pour sa classe : elle ne coûte rien.</translation></message>
<message><source>The anchor is ignored: p* is neither 1 nor 0, so it costs nothing and learns nothing.</source>
<translation>L'ancre est ignorée : p* n'est ni 1 ni 0, donc elle ne coûte rien et n'apprend rien.</translation></message>
<message><source>The assignment of this recipe ranks no candidates.</source>
<translation>L'assignation de cette recette ne classe pas de candidats.</translation></message>
<message><source>The assignment over the steps</source>
<translation>L'assignation au fil des étapes</translation></message>
<message><source>The box covers no ground truth.</source>
<translation>La boîte ne couvre aucune vérité terrain.</translation></message>
<message><source>The box covers {best} best, at IoU {iou:.4f}.</source>
<translation>La boîte couvre le mieux {best}, à IoU {iou:.4f}.</translation></message>
<message><source>The box has no width or no height, as Annotations and files say too. Under this recipe its target is −∞; training may refuse the picture.</source>
<translation>La boîte n'a pas de largeur ou de hauteur, comme le disent aussi Annotations et fichiers. Sous cette recette sa cible est −∞ ; l'entraînement peut refuser l'image.</translation></message>
<message><source>The box loss is 0: coordinates whose t* is exactly 0 are left out, and no other misses it.</source>
<translation>La perte de boîte est 0 : les coordonnées dont t* est exactement 0 sont omises, et aucune autre ne le manque.</translation></message>
<message><source>The box loss is 0: every sampled positive predicts its ground truth exactly.</source>
<translation>La perte de boîte est 0 : chaque positif tiré prédit exactement sa vérité terrain.</translation></message>
<message><source>The box loss is 0: every sampled positive that misses its ground truth has the weight 0.</source>
<translation>La perte de boîte est 0 : chaque positif tiré qui manque sa vérité terrain a le poids 0.</translation></message>
<message><source>The box loss is 0: no anchor is positive, though ground truths take part: {n}.</source>
<translation>La perte de boîte est 0 : aucune ancre n'est positive, bien que des vérités terrain participent : {n}.</translation></message>
<message><source>The box loss is 0: no positive of the recorded mini-batch is a positive here.</source>
<translation>La perte de boîte est 0 : aucun positif du mini-batch enregistré n'est positif ici.</translation></message>
<message><source>The box loss is 0: no sampled positive has finite outputs.</source>
<translation>La perte de boîte est 0 : aucun positif tiré n'a de sorties finies.</translation></message>
<message><source>The box loss is 0: none of the {n} ground truths takes part (crowd, difficult, ...).</source>
<translation>La perte de boîte est 0 : aucune des {n} vérités terrain ne participe (foule, difficile, ...).</translation></message>
<message><source>The box loss is 0: the mini-batch has none of the positive anchors, of which there are {n}.</source>
<translation>La perte de boîte est 0 : le mini-batch n'a aucune des ancres positives, au nombre de {n}.</translation></message>
<message><source>The box loss is 0: the picture has no ground truth, so no anchor is positive.</source>
<translation>La perte de boîte est 0 : l'image n'a pas de vérité terrain, donc aucune ancre positive.</translation></message>
<message><source>The box loss is 0: the recipe gives it no weight.</source>
<translation>La perte de boîte est 0 : la recette ne lui donne pas de poids.</translation></message>
<message><source>The box loss is a mean over pairs here: the column Box share has each anchor's.</source>
<translation>La perte de boîte est ici une moyenne sur des paires : la colonne De la perte de boîte a la part de chaque ancre.</translation></message>
<message><source>The box loss needs</source>
<translation>La perte de boîte exige</translation></message>
<message><source>The boxes with another fate are listed here once A and B both have outputs.</source>
<translation>Les boîtes d'un autre sort figurent ici dès que A et B ont des sorties.</translation></message>
<message><source>The centre of {name} lies in its cell, and of the shapes of all layers this one is most like that ground truth's: shape IoU {value:.4f}.{more}</source>
<translation>Le centre de {name} est dans sa cellule, et des formes de toutes les couches celle-ci est la plus semblable : IoU de forme {value:.4f}.{more}</translation></message>
<message><source>The centre of {name} lies in its cell, and the IoU of their shapes is over {further:.3f}, though another anchor is more like it.{more}</source>
<translation>Le centre de {name} est dans sa cellule, et l'IoU de leurs formes dépasse {further:.3f}, bien qu'une autre ancre soit plus semblable.{more}</translation></message>
<message><source>The centre of {name} lies {where}. The box is {wide} times as wide as the anchor and {high} times as high: a factor of {factor} in {side}, under the limit of {limit:g}.{mine}</source>
<translation>Le centre de {name} est {where}. La boîte est {wide} fois plus large que l'ancre et {high} fois plus haute : un rapport de {factor} en {side}, sous la limite {limit:g}.{mine}</translation></message>
<message><source>The feature map a box is pooled from.</source>
<translation>La carte de caractéristiques d'où une boîte est regroupée.</translation></message>
<message><source>The file is missing or holds no picture; its annotation is counted where it says the size.</source>
<translation>Le fichier manque ou n'a pas d'image ; son annotation est comptée où elle dit la taille.</translation></message>
<message><source>The folder of a recorded training</source>
<translation>Le dossier d'un entraînement enregistré</translation></message>
<message><source>The folder of the pictures</source>
<translation>Le dossier des images</translation></message>
<message><source>The library decodes fractions of the sides less one px: far edges stand one px earlier here.</source>
<translation>La bibliothèque décode des fractions des côtés moins un px : les bords lointains sont ici un px plus tôt.</translation></message>
<message><source>The maths</source>
<translation>Les maths</translation></message>
<message><source>The model runs on each picture with the export; its boxes are counted then.</source>
<translation>Le modèle tourne sur chaque image à l'export ; ses boîtes sont comptées alors.</translation></message>
<message><source>The network has a number for each whole distance from 0; t is the mean of their softmax.</source>
<translation>Le réseau a un nombre pour chaque distance entière depuis 0 ; t est la moyenne de leur softmax.</translation></message>
<message><source>The numbers are what it would add.</source>
<translation>Les nombres sont ce qu'elle ajouterait.</translation></message>
<message><source>The outputs have no column for a ground truth's class, so there is no class loss for this picture.</source>
<translation>Les sorties n'ont pas de colonne pour la classe d'une vérité terrain, donc pas de perte de classe pour cette image.</translation></message>
<message><source>The outputs have no column for the class of a ground truth, so there is no loss.</source>
<translation>Les sorties n'ont pas de colonne pour la classe d'une vérité terrain, donc pas de perte.</translation></message>
<message numerus="yes"><source>The outputs of {n} images, as of {name}: {why}.</source>
<translation><numerusform>Les sorties de {name} : {why}.</numerusform><numerusform>Les sorties de {n} images, comme {name} : {why}.</numerusform></translation></message>
<message><source>The outputs were made under the recipe {recipe}; they are shown under {own}.</source>
<translation>Les sorties viennent de la recette {recipe} ; elles sont montrées sous {own}.</translation></message>
<message><source>The overlap</source>
<translation>Le recouvrement</translation></message>
<message><source>The picture changed on disk since A was computed: reload (F5) to compare.</source>
<translation>L'image a changé sur le disque depuis le calcul de A : recharger (F5) pour comparer.</translation></message>
<message><source>The picture does not fit into the memory</source>
<translation>L'image ne tient pas en mémoire</translation></message>
<message><source>The picture has no ground truth in the assignment, so every anchor is negative.</source>
<translation>L'image n'a pas de vérité terrain dans l'assignation, donc chaque ancre est négative.</translation></message>
<message><source>The picture has no ground truth in the assignment, so every {place} is negative.</source>
<translation>L'image n'a pas de vérité terrain dans l'assignation, donc tout est négatif ({place}).</translation></message>
<message><source>The picture with its anchors; click to select, drag to move, wheel to zoom</source>
<translation>L'image et ses ancres ; clic choisit, glisser déplace, molette zoome</translation></message>
<message><source>The picture {name} is the same at every step.</source>
<translation>L'image {name} est la même à chaque étape.</translation></message>
<message><source>The predictions belong to other anchors, so they are left out.</source>
<translation>Les prédictions sont celles d'autres ancres, donc omises.</translation></message>
<message><source>The ranking needs</source>
<translation>Le classement exige</translation></message>
<message><source>The raw outputs cannot be used: {why}</source>
<translation>Les sorties brutes ne peuvent pas être utilisées : {why}</translation></message>
<message><source>The raw outputs do not fit this recipe: {why}</source>
<translation>Les sorties brutes ne vont pas avec cette recette : {why}</translation></message>
<message><source>The recipe is {own} again.</source>
<translation>La recette est de nouveau {own}.</translation></message>
<message><source>The recipe is {recipe}, which the outputs name; yours, {own}, returns with the next dataset.</source>
<translation>La recette est {recipe}, que nomment les sorties ; la vôtre, {own}, revient avec le prochain jeu de données.</translation></message>
<message><source>The rule gives it no positive anchor: nothing learns it.</source>
<translation>La règle ne lui donne aucune ancre positive : rien ne l'apprend.</translation></message>
<message><source>The rule of this recipe has no low-quality matches.</source>
<translation>La règle de cette recette n'a pas de positifs de faible qualité.</translation></message>
<message><source>The second stage keeps its proposals and outputs.</source>
<translation>La seconde étape garde ses propositions et ses sorties.</translation></message>
<message><source>The selected anchor in A and in B</source>
<translation>L'ancre choisie dans A et dans B</translation></message>
<message><source>The shape most like its own is in no layer, so no anchor learns it.</source>
<translation>La forme la plus semblable n'est dans aucune couche : aucune ancre ne l'apprend.</translation></message>
<message><source>The shape most like its own is in no layer; these have a shape IoU over {further:.3f}.</source>
<translation>La forme la plus semblable n'est dans aucune couche ; celles-ci ont une IoU de forme supérieure à {further:.3f}.</translation></message>
<message><source>The shape most like its own of all is in layer {layer}, with a shape IoU of {shape:.4f}; others learn it over {further:.3f}.</source>
<translation>La forme la plus semblable de toutes est dans la couche {layer}, avec une IoU de forme de {shape:.4f} ; d'autres l'apprennent au-dessus de {further:.3f}.</translation></message>
<message><source>The squares count {v} times besides.</source>
<translation>Les carrés comptent en outre {v} fois.</translation></message>
<message><source>The targets t* deviate by {spread}.</source>
<translation>Les cibles t* s'écartent de {spread}.</translation></message>
<message><source>The term with q counts {w} times.</source>
<translation>Le terme en q compte {w} fois.</translation></message>
<message><source>The total loss is NaN or infinite: one step on this picture spoils the training.</source>
<translation>La perte totale est NaN ou infinie : un pas sur cette image gâte l'entraînement.</translation></message>
<message><source>The trainer has reported no loss yet.</source>
<translation>L'entraîneur n'a encore donné aucune perte.</translation></message>
<message><source>The trainer saw another picture, not this file: only its boxes are known</source>
<translation>L'entraîneur a vu une autre image, pas ce fichier : seules ses boîtes sont connues</translation></message>
<message><source>The trainer took it as {label}, so it is in the sums as that.</source>
<translation>L'entraîneur l'a prise comme {label}, donc elle est ainsi dans les sommes.</translation></message>
<message><source>The trainer's are of a batch of {n} pictures.</source>
<translation>Celles de l'entraîneur sont d'un batch de {n} images.</translation></message>
<message><source>The trainer's numbers</source>
<translation>Les nombres de l'entraîneur</translation></message>
<message><source>The two grids have no anchor in common, so the ground truths alone are compared.</source>
<translation>Les deux grilles n'ont aucune ancre commune, donc seules les vérités terrain sont comparées.</translation></message>
<message><source>The view is on the clipboard</source>
<translation>La vue est dans le presse-papiers</translation></message>
<message><source>The whole box costs {v} besides.</source>
<translation>La boîte entière coûte en outre {v}.</translation></message>
<message numerus="yes"><source>The {n} in the list</source>
<translation><numerusform>Celui de la liste</numerusform><numerusform>Les {n} de la liste</numerusform></translation></message>
<message><source>There are no raw outputs for this picture, so no t, no predicted box, no losses. A dump brings them.</source>
<translation>Pas de sorties brutes pour cette image, donc ni t, ni boîte prédite, ni pertes. Un dump les apporte.</translation></message>
<message><source>There is no smooth L1 here. YOLOv3 puts t_x and t_y behind a sigmoid, which says where in its cell the centre lies, and compares that with t* by binary cross entropy; w and h by the square of t − t*, no sigmoid.</source>
<translation>Pas de smooth L1 ici. YOLOv3 met t_x et t_y derrière une sigmoïde, qui dit où est le centre dans sa cellule, et compare à t* par entropie croisée binaire ; w et h par le carré de t − t*, sans sigmoïde.</translation></message>
<message><source>There is no smooth L1 here: Explain has the box loss of this recipe in formulas.</source>
<translation>Pas de smooth L1 ici : Expliquer a la perte de boîte de cette recette en formules.</translation></message>
<message><source>There is no smooth L1 here: the box learns by {loss}, its sides by the distribution over bins (DFL).</source>
<translation>Pas de smooth L1 ici : la boîte apprend par {loss}, ses côtés par la distribution sur des bins (DFL).</translation></message>
<message><source>There is no {place} {near_it}, so {hopeless}</source>
<translation>Rien ({place}) {near_it} : {hopeless}</translation></message>
<message><source>These collide: its one objectness follows ground truth {n}, listed last.</source>
<translation>Collision : son unique objectness suit la vérité terrain {n}, listée en dernier.</translation></message>
<message><source>These outputs do not fit the recipe: {answer}</source>
<translation>Ces sorties ne vont pas avec la recette : {answer}</translation></message>
<message><source>They are in no other count.</source>
<translation>Elles ne sont dans aucun autre compte.</translation></message>
<message><source>This anchor belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>Cette ancre n'appartient à aucune vérité terrain, donc ni cible t* ni perte de boîte.</translation></message>
<message><source>This language is used from the next start on.</source>
<translation>Cette langue vaut dès le prochain démarrage.</translation></message>
<message><source>This one, {name}</source>
<translation>Celle-ci, {name}</translation></message>
<message><source>This page could not be made: {error}</source>
<translation>Cette page n'a pas pu être créée : {error}</translation></message>
<message><source>This page is missing: {path} ({reason})</source>
<translation>Cette page manque : {path} ({reason})</translation></message>
<message><source>This picture has no ground truth in the assignment, so no anchor has an IoU.</source>
<translation>Cette image n'a pas de vérité terrain dans l'assignation, donc aucune ancre n'a d'IoU.</translation></message>
<message><source>This picture has no outputs of a second stage.</source>
<translation>Cette image n'a pas de sorties d'un second étage.</translation></message>
<message><source>This picture's loss</source>
<translation>Perte de cette image</translation></message>
<message><source>This point belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>Ce point n'appartient à aucune vérité terrain, donc ni cible t* ni perte de boîte.</translation></message>
<message><source>This recipe has no loss of coordinates: its box loss compares decoded boxes.</source>
<translation>Cette recette n'a pas de perte de coordonnées : sa perte de boîte compare les boîtes décodées.</translation></message>
<message><source>This recipe has no smooth L1. Where in its cell the centre lies costs a binary cross entropy; the sides cost the square of t − t*.</source>
<translation>Cette recette n'a pas de smooth L1. Où est le centre dans sa cellule coûte une entropie croisée binaire ; les côtés coûtent le carré de t − t*.</translation></message>
<message><source>This recipe has no smooth L1: YOLOv3 takes cross entropies of t_x and t_y behind a sigmoid, and squares of t_w and t_h.</source>
<translation>Cette recette n'a pas de smooth L1 : YOLOv3 prend des entropies croisées de t_x et t_y derrière une sigmoïde, et des carrés de t_w et t_h.</translation></message>
<message><source>This recipe labels by geometry alone: no checkpoint changes an assignment.</source>
<translation>Cette recette étiquette par la seule géométrie : aucun checkpoint ne change une assignation.</translation></message>
<message><source>This recipe's rule compares no anchor by IoU.</source>
<translation>La règle de cette recette ne compare aucune ancre par IoU.</translation></message>
<message><source>This recorder watches no picture.</source>
<translation>Cet enregistreur ne suit aucune image.</translation></message>
<message><source>This stage lost no box.</source>
<translation>Cette étape n’a perdu aucune boîte.</translation></message>
<message><source>This {place} is not {near}, so no prediction can make it positive.</source>
<translation>Ceci ({place}) n'est pas {near}, donc aucune prédiction ne peut le rendre positif.</translation></message>
<message><source>Threshold</source>
<translation>Seuil</translation></message>
<message><source>Tiny box</source>
<translation>Boîte minuscule</translation></message>
<message><source>Too small</source>
<translation>Trop petit</translation></message>
<message><source>Too small, or not a number</source>
<translation>Trop petit, ou pas un nombre</translation></message>
<message><source>Took</source>
<translation>A pris</translation></message>
<message><source>Top {most}</source>
<translation>Premiers {most}</translation></message>
<message><source>Total</source>
<translation>Total</translation></message>
<message><source>Tour of the demo</source>
<translation>Visite de la démo</translation></message>
<message><source>Training</source>
<translation>Entraînement</translation></message>
<message><source>Trying the plausible layouts…</source>
<translation>Essai des dispositions plausibles…</translation></message>
<message><source>Turn the pictures as EXIF says</source>
<translation>Tourner les images selon EXIF</translation></message>
<message><source>Twice a sigmoid: the centre within half a cell around cell c, of stride s; sides up to four times.</source>
<translation>Deux fois une sigmoïde : le centre à moins d'une demi-cellule autour de la cellule c, de stride s ; côtés jusqu'à quatre fois.</translation></message>
<message><source>Two datasets</source>
<translation>Deux jeux de données</translation></message>
<message><source>Two datasets under one recipe, side by side.</source>
<translation>Deux jeux de données sous une recette, côte à côte.</translation></message>
<message><source>U is the union, C the smallest box around both.</source>
<translation>U est l'union, C la plus petite boîte autour des deux.</translation></message>
<message><source>Undecided</source>
<translation>Indécis</translation></message>
<message><source>Undecided without outputs: in neither sum.</source>
<translation>Indécis sans sorties : dans aucune somme.</translation></message>
<message><source>Undecided: candidate of ground truth {value}</source>
<translation>Indécis : candidat de la vérité terrain {value}</translation></message>
<message numerus="yes"><source>Undecided: candidate of ground truth {value} and {n} others</source>
<translation><numerusform>Indécis : candidat de la vérité terrain {value} et d’une autre</numerusform><numerusform>Indécis : candidat de la vérité terrain {value} et de {n} autres</numerusform></translation></message>
<message><source>Undecided: may be taken</source>
<translation>Indécis : peut être pris</translation></message>
<message><source>Undecided: outputs are missing</source>
<translation>Indécis : sorties manquantes</translation></message>
<message><source>Undo</source>
<translation>Annuler</translation></message>
<message><source>Undo the last change</source>
<translation>Annuler la dernière modification</translation></message>
<message><source>Unmatched, its shape is in no layer</source>
<translation>Non appariée, sa forme n'est dans aucune couche</translation></message>
<message><source>Unmatched, no anchor of such sides</source>
<translation>Non appariée, aucune ancre de tels côtés</translation></message>
<message><source>Unmatched, no candidate is its own</source>
<translation>Non appariée, aucun candidat n'est à elle</translation></message>
<message><source>Unmatched, no candidate over its threshold</source>
<translation>Non appariée, aucun candidat au-dessus de son seuil</translation></message>
<message><source>Unmatched, none at IoU {positive:.2f}</source>
<translation>Non appariée, aucune à IoU {positive:.2f}</translation></message>
<message><source>Unmatched, none in its cell</source>
<translation>Non appariée, aucune dans sa cellule</translation></message>
<message><source>Use as recipe</source>
<translation>En recette</translation></message>
<message><source>Waiting for {name}</source>
<translation>Attente de {name}</translation></message>
<message><source>Warnings</source>
<translation>Avertissements</translation></message>
<message><source>Way</source>
<translation>Parcours</translation></message>
<message><source>Way by stage</source>
<translation>Parcours par étage</translation></message>
<message><source>Ways to open the folder</source>
<translation>Façons d'ouvrir le dossier</translation></message>
<message><source>What B is</source>
<translation>Ce qu'est B</translation></message>
<message><source>What became of boxes</source>
<translation>Ce que sont devenues les boîtes</translation></message>
<message><source>What becomes of anchors that leave the picture.</source>
<translation>Ce que deviennent les ancres qui sortent de l'image.</translation></message>
<message><source>What do the class scores cost?</source>
<translation>Que coûtent les scores de classe ?</translation></message>
<message><source>What does IoU cost?</source>
<translation>Que coûte l'IoU ?</translation></message>
<message><source>What does SIoU cost?</source>
<translation>Que coûte SIoU ?</translation></message>
<message><source>What does balanced L1 cost?</source>
<translation>Que coûte balanced L1 ?</translation></message>
<message><source>What does bounded IoU cost?</source>
<translation>Que coûte bounded IoU ?</translation></message>
<message><source>What does complete IoU cost?</source>
<translation>Que coûte complete IoU ?</translation></message>
<message><source>What does distance IoU cost?</source>
<translation>Que coûte distance IoU ?</translation></message>
<message><source>What does generalised IoU cost?</source>
<translation>Que coûte generalised IoU ?</translation></message>
<message><source>What does it add to the loss?</source>
<translation>Qu'ajoute-t-elle à la perte ?</translation></message>
<message><source>What does objectness cost?</source>
<translation>Que coûte l'objectness ?</translation></message>
<message><source>What does smooth EIoU cost?</source>
<translation>Que coûte smooth EIoU ?</translation></message>
<message><source>What exactly is smooth L1?</source>
<translation>Qu'est-ce au juste que smooth L1 ?</translation></message>
<message><source>What exactly is the Huber loss?</source>
<translation>Qu'est-ce au juste que la perte de Huber ?</translation></message>
<message><source>What gets worse: {what}.</source>
<translation>Ce qui empire : {what}.</translation></message>
<message><source>What is left of it stays in the picture without a ground truth, so its points are trained as background.</source>
<translation>Ce qu'il en reste demeure dans l'image sans vérité terrain : ses points sont entraînés comme fond.</translation></message>
<message><source>What is there instead of smooth L1?</source>
<translation>Qu'y a-t-il au lieu de smooth L1 ?</translation></message>
<message><source>What is wrong with the filter</source>
<translation>Ce qui ne va pas dans le filtre</translation></message>
<message><source>What moved</source>
<translation>Ce qui a bougé</translation></message>
<message><source>What should the head say?</source>
<translation>Que devrait dire la tête ?</translation></message>
<message><source>What should the network say?</source>
<translation>Que devrait dire le réseau ?</translation></message>
<message><source>What the list is sorted by</source>
<translation>Ce par quoi la liste est triée</translation></message>
<message><source>What would fit?</source>
<translation>Qu'est-ce qui irait ?</translation></message>
<message><source>What-if · {finding}</source>
<translation>Hypothèse · {finding}</translation></message>
<message><source>What-if, not the data</source>
<translation>Hypothèse, pas les données</translation></message>
<message><source>What-if: labels, t* and losses follow a moved ground truth; proposals and outputs stay, as no network is run.</source>
<translation>Hypothèse : étiquettes, t* et pertes suivent une vérité terrain déplacée ; propositions et sorties restent, car aucun réseau n’est exécuté.</translation></message>
<message><source>Where ground truths end</source>
<translation>Où finissent les vérités terrain</translation></message>
<message><source>Where ground truths end, by class, size, side, best anchor and level</source>
<translation>Où finissent les vérités terrain, par classe, taille, côté, meilleure ancre et niveau</translation></message>
<message><source>Where is the predicted box?</source>
<translation>Où est la boîte prédite ?</translation></message>
<message><source>Which anchors are positive, negative or ignored.</source>
<translation>Quelles ancres sont positives, négatives ou ignorées.</translation></message>
<message><source>Which anchors enter the loss.</source>
<translation>Quelles ancres entrent dans la perte.</translation></message>
<message><source>Which anchors the canvas, the tables and the plots show, for example
  {one}
  {other}
Ctrl+Space lists what may be written, Esc goes back to the canvas.</source>
<translation>Quelles ancres montrent la toile, les tables et les graphiques, par exemple
  {one}
  {other}
Ctrl+Espace liste ce qu'on peut écrire, Échap revient à la toile.</translation></message>
<message><source>Which annotations?</source>
<translation>Quelles annotations ?</translation></message>
<message><source>Which ground truths take part.</source>
<translation>Quelles vérités terrain participent.</translation></message>
<message><source>Which map is it pooled from?</source>
<translation>De quelle carte est-elle regroupée ?</translation></message>
<message><source>White is what the annotator drew, green a positive anchor, dotted an ignored one, dashed blue a prediction. Click a box; click again for the others under the same point. 1 to 7 switch the layers.</source>
<translation>Blanc : ce que l'annotateur a tracé ; vert : une ancre positive ; pointillé : une ignorée ; tirets bleus : une prédiction. Cliquer une boîte ; cliquer encore pour les autres sous le même point. 1 à 7 basculent les calques.</translation></message>
<message><source>Who takes this point?</source>
<translation>Qui prend ce point ?</translation></message>
<message><source>Who wants it</source>
<translation>Qui le veut</translation></message>
<message><source>Whole picture</source>
<translation>Image entière</translation></message>
<message><source>Why</source>
<translation>Pourquoi</translation></message>
<message><source>Why is this anchor positive?</source>
<translation>Pourquoi cette ancre est-elle positive ?</translation></message>
<message><source>Why labels changed</source>
<translation>Pourquoi les labels ont changé</translation></message>
<message><source>Why they changed</source>
<translation>Pourquoi elles ont changé</translation></message>
<message><source>Why this anchor</source>
<translation>Pourquoi cette ancre</translation></message>
<message><source>Why: what they are under the recipe that is worse for them.</source>
<translation>Pourquoi : ce qu'elles sont sous la recette la moins bonne pour elles.</translation></message>
<message><source>Width and height as corners?</source>
<translation>Largeur et hauteur au lieu de coins ?</translation></message>
<message><source>Width and height exchanged</source>
<translation>Largeur et hauteur échangées</translation></message>
<message><source>Width, px</source>
<translation>Largeur, px</translation></message>
<message><source>Without a positive anchor, for its best one trains another ground truth.</source>
<translation>Sans ancre positive, car sa meilleure entraîne une autre vérité terrain.</translation></message>
<message><source>Without width or height its target is −∞. It is in no other number here.</source>
<translation>Sans largeur ou hauteur sa cible est −∞. Elle n'est ici dans aucun autre nombre.</translation></message>
<message><source>Worse: {name}, {now} to {then} of the ground truths reached.</source>
<translation>Pire : {name}, {now} à {then} des vérités terrain atteintes.</translation></message>
<message><source>Would be in the loss, which needs raw outputs.</source>
<translation>Serait dans la perte, qui demande des sorties brutes.</translation></message>
<message><source>Would other anchors help?</source>
<translation>D'autres ancres ?</translation></message>
<message><source>Write the boxes with findings into a new file</source>
<translation>Écrire les boîtes à constats dans un nouveau fichier</translation></message>
<message><source>Write the report into a new folder</source>
<translation>Écrire le rapport dans un nouveau dossier</translation></message>
<message><source>YOLO, a folder (*)</source>
<translation>YOLO, un dossier (*)</translation></message>
<message><source>YOLOv5's possible recall</source>
<translation>Rappel possible de YOLOv5</translation></message>
<message><source>Your files</source>
<translation>Vos fichiers</translation></message>
<message><source>Zoom to the selection</source>
<translation>Zoomer sur la sélection</translation></message>
<message><source>[A-Za-z][\w+.-]+:/</source>
<translation>[A-Za-z][\w+.-]+:/</translation></message>
<message><source>[yolo] layer {layer} trains it, in the cell of its centre: of the shapes of all layers the one most like its own is there, with a shape IoU of {shape:.4f}.</source>
<translation>La couche [yolo] {layer} l'entraîne, dans la cellule de son centre : des formes de toutes les couches, la plus semblable y est, d'IoU de forme {shape:.4f}.</translation></message>
<message numerus="yes"><source>[yolo] layers {layers} train it, in the cells of its centre, by {anchors} anchors.</source>
<translation><numerusform>La couche [yolo] {layers} l'entraîne, dans la cellule de son centre, par {anchors} ancres.</numerusform><numerusform>Les couches [yolo] {layers} l'entraînent, dans les cellules de son centre, par {anchors} ancres.</numerusform></translation></message>
<message><source>a batch axis of 1 in front</source>
<translation>un axe de batch de 1 devant</translation></message>
<message><source>a box of no object</source>
<translation>une boîte d'aucun objet</translation></message>
<message><source>a box of this side, px, ...</source>
<translation>une boîte de ce côté, px, ...</translation></message>
<message><source>a box per anchor, or one per anchor and class</source>
<translation>une boîte par ancre, ou une par ancre et classe</translation></message>
<message><source>a centre crossed the part of a cell for neighbours</source>
<translation>un centre a passé la part de cellule voisine</translation></message>
<message><source>a class</source>
<translation>par classe</translation></message>
<message><source>a class's score must be above this, compared in float32</source>
<translation>le score d'une classe doit être au-dessus, comparé en float32</translation></message>
<message><source>a click lists the ground truths of a side; with the keyboard the arrows and Enter</source>
<translation>un clic liste les vérités terrain d'un côté ; au clavier, flèches et Entrée</translation></message>
<message><source>a dataset, a folder of pictures, a dump of raw outputs, or a folder of checkpoints</source>
<translation>un jeu de données, un dossier d'images, un dump de sorties brutes, ou un dossier de checkpoints</translation></message>
<message><source>a decoded box is left out: it has no width or height, is not a number, no anchor is free for it, or too many score higher</source>
<translation>une boîte décodée est écartée : sans largeur ou hauteur, pas un nombre, aucune ancre libre, ou trop d'autres ont un score plus haut</translation></message>
<message><source>a detection at IoU {reach:.2f} that is no other's</source>
<translation>une détection à IoU {reach:.2f} qui n'est à aucune autre</translation></message>
<message><source>a detection of its class at IoU {reach:.2f} that is no other's</source>
<translation>une détection de sa classe à IoU {reach:.2f} qui n'est à aucune autre</translation></message>
<message><source>a folder or an annotation file</source>
<translation>un dossier ou un fichier d'annotations</translation></message>
<message><source>a further loss of t: bins: of the two whole distances beside t* (distribution focal loss); input: mean L1 of distances over the input's sides; raw: L1 of t; the first two by soft target and divided as the box loss</source>
<translation>une perte de plus de t : bins : des deux distances entières autour de t* (distribution focal loss) ; input : L1 moyenne des distances sur les côtés de l'entrée ; raw : L1 de t ; les deux premières par cible souple et divisées comme la perte de boîte</translation></message>
<message><source>a kept proposal at IoU {reach:.2f}, whatever the class</source>
<translation>une proposition conservée à IoU {reach:.2f}, quelle que soit la classe</translation></message>
<message><source>a level</source>
<translation>par niveau</translation></message>
<message><source>a level {name}, stride {stride}</source>
<translation>un niveau {name}, stride {stride}</translation></message>
<message><source>a list</source>
<translation>une liste</translation></message>
<message><source>a mini-batch drawn by chance</source>
<translation>un mini-batch tiré au hasard</translation></message>
<message><source>a mini-batch's nominal number of anchors, by which the normaliser `batch` divides</source>
<translation>nombre nominal d'ancres d'un mini-batch, par lequel divise le normaliseur `batch`</translation></message>
<message numerus="yes"><source>a mosaic of {n} pictures</source>
<translation><numerusform>une mosaïque d’une image</numerusform><numerusform>une mosaïque de {n} images</numerusform></translation></message>
<message><source>a name for each level</source>
<translation>un nom pour chaque niveau</translation></message>
<message><source>a picture without ground truth</source>
<translation>une image sans vérité terrain</translation></message>
<message><source>a press, or Enter, lists the ground truths of a row alone</source>
<translation>appuyer, ou Entrée, liste les vérités terrain d'une ligne seule</translation></message>
<message><source>a proposal with a score or box that is not finite is left out first, whole</source>
<translation>une proposition dont le score ou la boîte n'est pas fini est omise d'abord, entière</translation></message>
<message><source>a ratio of sides crossed the limit, or a centre its cell</source>
<translation>un rapport a passé la limite, ou un centre sa cellule</translation></message>
<message><source>a seeded sample</source>
<translation>un échantillon à graine fixe</translation></message>
<message><source>a shorter side below is enlarged to it, px</source>
<translation>un plus petit côté dessous y est agrandi, px</translation></message>
<message><source>a smaller picture is enlarged to size</source>
<translation>une image plus petite est agrandie à size</translation></message>
<message><source>added before rounding down</source>
<translation>ajouté avant l'arrondi</translation></message>
<message><source>added to sides before the logarithm</source>
<translation>ajouté aux côtés avant le logarithme</translation></message>
<message><source>added to sides in strides before the logarithm</source>
<translation>ajouté aux côtés en strides avant le logarithme</translation></message>
<message><source>added to the logarithm, or to the ratio of sides</source>
<translation>ajouté au logarithme, ou au rapport des côtés</translation></message>
<message><source>after mosaic and scaling, not cut by the network's input</source>
<translation>après mosaïque et mise à l'échelle, sans coupe par l'entrée du réseau</translation></message>
<message><source>agree</source>
<translation>d'accord</translation></message>
<message><source>all</source>
<translation>tout</translation></message>
<message><source>all anchors</source>
<translation>toutes les ancres</translation></message>
<message><source>all boxes are within 0 to {most:.4g}: fractions of the picture where pixels are wanted?</source>
<translation>toutes les boîtes sont entre 0 et {most:.4g} : des fractions de l'image au lieu de pixels ?</translation></message>
<message><source>all of them</source>
<translation>toutes</translation></message>
<message><source>all positives and the costliest negatives</source>
<translation>tous les positifs et les négatifs les plus coûteux</translation></message>
<message><source>all positives and the costliest negatives, by a sum over one maximum of all logits (ssd.pytorch)</source>
<translation>tous les positifs et les négatifs les plus coûteux, par une somme sur un maximum de tous les logits (ssd.pytorch)</translation></message>
<message><source>all reached</source>
<translation>tous ceux atteints</translation></message>
<message><source>all scores lie from 0 to 1: probabilities, where the recipe wants logits</source>
<translation>tous les scores vont de 0 à 1 : des probabilités, là où la recette veut des logits</translation></message>
<message><source>all shared</source>
<translation>tous ceux en commun</translation></message>
<message><source>all together: {effect} pos.</source>
<translation>tous ensemble : {effect} pos.</translation></message>
<message><source>all together: {n} changed</source>
<translation>tous ensemble : {n} changés</translation></message>
<message><source>all with a metric above 0</source>
<translation>tous ceux de métrique au-dessus de 0</translation></message>
<message><source>alpha, of the score</source>
<translation>alpha, du score</translation></message>
<message><source>among the best</source>
<translation>parmi les meilleurs</translation></message>
<message><source>among the cheapest</source>
<translation>parmi les moins chers</translation></message>
<message><source>an IoU below `negative` wins over the low-quality rule</source>
<translation>une IoU sous `negative` l'emporte sur la règle faible qualité</translation></message>
<message><source>an image, in the median</source>
<translation>par image, en médiane</translation></message>
<message><source>an object with {keys}</source>
<translation>un objet avec {keys}</translation></message>
<message><source>an object without keys: no images key, so it is not COCO</source>
<translation>un objet sans clés : sans images, donc pas du COCO</translation></message>
<message><source>anchor</source>
<translation>ancre</translation></message>
<message><source>anchor IoU ≥ {least}</source>
<translation>IoU d'ancre ≥ {least}</translation></message>
<message><source>anchor taken</source>
<translation>ancre prise</translation></message>
<message><source>anchor {anchor}: its raw outputs are not all numbers ({which}); losses leave them out, where a trainer's loss would be NaN, and NMS does where box or score is no number</source>
<translation>ancre {anchor} : ses sorties brutes ne sont pas toutes des nombres ({which}) ; les pertes les écartent, où la perte d'un entraîneur serait NaN, et NMS là où boîte ou score n'est pas un nombre</translation></message>
<message><source>anchor {number}: wanted 0 to {last}</source>
<translation>ancre {number} : attendu 0 à {last}</translation></message>
<message><source>anchor {n}</source>
<translation>ancre {n}</translation></message>
<message><source>anchor {said}</source>
<translation>ancre {said}</translation></message>
<message><source>anchor's {side}, network px</source>
<translation>{side} de l'ancre, px du réseau</translation></message>
<message><source>anchors</source>
<translation>ancres</translation></message>
<message><source>anchors an image, mean</source>
<translation>ancres par image, moyenne</translation></message>
<message><source>anchors in the loss</source>
<translation>ancres dans la perte</translation></message>
<message><source>anchors it owns</source>
<translation>ancres à elle</translation></message>
<message><source>anchors of a cell in reverse order</source>
<translation>ancres d'une cellule en ordre inverse</translation></message>
<message><source>anchors of a cell in the other order of sizes and ratios</source>
<translation>ancres d'une cellule dans l'autre ordre des tailles et rapports</translation></message>
<message><source>anchors per picture</source>
<translation>ancres par image</translation></message>
<message><source>anchors that leave the picture are ignored beforehand, and compared with no ground truth</source>
<translation>les ancres qui sortent de l'image sont ignorées d'avance, et comparées à aucune vérité terrain</translation></message>
<message><source>anchors that leave the picture are matched like the others</source>
<translation>les ancres qui sortent de l'image sont appariées comme les autres</translation></message>
<message><source>anchors that leave the picture are matched, and then ignored</source>
<translation>les ancres qui sortent de l'image sont appariées, puis ignorées</translation></message>
<message><source>anchors whose centre lies right of the picture or below it are matched, and then ignored (keras-retinanet)</source>
<translation>les ancres dont le centre est à droite de l'image ou dessous sont appariées, puis ignorées (keras-retinanet)</translation></message>
<message><source>anchors with a box</source>
<translation>ancres avec boîte</translation></message>
<message><source>and below this; -inf: never</source>
<translation>et dessous à ceci ; -inf : jamais</translation></message>
<message><source>and stds wanted</source>
<translation>et stds voulus</translation></message>
<message><source>annotated as {width} x {height} px, the file is {w} x {h} px</source>
<translation>annotée {width} x {height} px, le fichier fait {w} x {h} px</translation></message>
<message><source>annotations, pictures, raw outputs, ONNX models or recipes, found out from their content</source>
<translation>annotations, images, sorties brutes, modèles ONNX ou recettes, reconnus à leur contenu</translation></message>
<message><source>another anchor is best for its ground truth</source>
<translation>une autre ancre est la meilleure</translation></message>
<message><source>another box of its own</source>
<translation>une autre boîte à elle</translation></message>
<message><source>another dataset: {new}, was {old}</source>
<translation>un autre jeu de données : {new}, était {old}</translation></message>
<message><source>another ground truth</source>
<translation>une autre vérité terrain</translation></message>
<message><source>another ground truth owns it</source>
<translation>une autre GT la possède</translation></message>
<message><source>another ground truth takes it over</source>
<translation>une autre GT la reprend</translation></message>
<message><source>another ground truth wins the contest</source>
<translation>une autre GT gagne la dispute</translation></message>
<message><source>another layout fits the ground truth better ({words}): the best scored boxes overlap it by {mean} on the mean, not {own}</source>
<translation>une autre disposition va mieux avec la vérité terrain ({words}) : les boîtes aux meilleurs scores la recouvrent de {mean} en moyenne, non {own}</translation></message>
<message><source>another layout fits the ground truth better ({words}): {reasons}</source>
<translation>une autre disposition va mieux avec la vérité terrain ({words}) : {reasons}</translation></message>
<message><source>another recipe: {new}, was {old}</source>
<translation>une autre recette : {new}, était {old}</translation></message>
<message><source>another shape is most like its ground truth's</source>
<translation>une autre forme est la plus semblable</translation></message>
<message><source>answer</source>
<translation>réponse</translation></message>
<message><source>answer, near</source>
<translation>réponse, proche</translation></message>
<message><source>are only read, never changed or sent anywhere</source>
<translation>ne sont que lus, jamais changés ni envoyés</translation></message>
<message><source>area</source>
<translation>aire</translation></message>
<message><source>area in original px²</source>
<translation>aire en px² d'origine</translation></message>
<message><source>area left</source>
<translation>aire restante</translation></message>
<message><source>area of the box in original px², COCO's limits</source>
<translation>aire de la boîte en px² d'origine, limites de COCO</translation></message>
<message><source>as first, the last to claim owning; one under `least` makes no anchor positive, but owns one that is</source>
<translation>comme first, la dernière à réclamer possède ; sous `least` elle ne rend aucune ancre positive, mais en possède une qui l'est</translation></message>
<message><source>as its {topk} best IoUs add up to {value}</source>
<translation>ses {topk} meilleures IoU ont pour somme {value}</translation></message>
<message><source>as listed</source>
<translation>comme listés</translation></message>
<message><source>as many as it may</source>
<translation>autant qu'elle peut</translation></message>
<message><source>as no box of its class reaches IoU {reach:.2f}</source>
<translation>car aucune boîte de sa classe n'atteint IoU {reach:.2f}</translation></message>
<message><source>as no box reaches IoU {reach:.2f}</source>
<translation>car aucune boîte n'atteint IoU {reach:.2f}</translation></message>
<message><source>as the library takes them</source>
<translation>comme la bibliothèque les prend</translation></message>
<message><source>as the recipe says</source>
<translation>comme dit la recette</translation></message>
<message><source>as the trainer reports them</source>
<translation>comme l'entraîneur les donne</translation></message>
<message><source>as the trainer took them</source>
<translation>comme l’entraîneur les a pris</translation></message>
<message><source>ascending</source>
<translation>croissant</translation></message>
<message><source>at least one holds</source>
<translation>l'un au moins est vrai</translation></message>
<message><source>at most so many negatives for each positive, or for one where none is; 0: no limit</source>
<translation>au plus tant de négatifs par positif, ou pour un où il n'y en a pas ; 0 : sans limite</translation></message>
<message><source>at most this share is positive; negatives fill the rest</source>
<translation>au plus cette part est positive ; les négatifs font le reste</translation></message>
<message><source>at step {step} · {ago}</source>
<translation>à l'étape {step} · {ago}</translation></message>
<message><source>at x {x:g}, y {y:g}</source>
<translation>en x {x:g}, y {y:g}</translation></message>
<message><source>b</source>
<translation>b</translation></message>
<message><source>b = {b} on this level.</source>
<translation>b = {b} à ce niveau.</translation></message>
<message><source>background</source>
<translation>fond</translation></message>
<message><source>background anchors layer</source>
<translation>background anchors layer fond ancres calque</translation></message>
<message><source>background proposals</source>
<translation>propositions du fond</translation></message>
<message><source>badly placed</source>
<translation>mal placée</translation></message>
<message><source>balanced L1: slope of hard coordinates</source>
<translation>balanced L1 : pente des coordonnées difficiles</translation></message>
<message><source>balanced L1: weight of easy coordinates</source>
<translation>balanced L1 : poids des coordonnées faciles</translation></message>
<message><source>bar faint</source>
<translation>barre pâle</translation></message>
<message><source>base sides rounded to whole px, then scaled</source>
<translation>côtés de base arrondis au px entier, puis mis à l'échelle</translation></message>
<message><source>batch here</source>
<translation>batch ici</translation></message>
<message><source>batch: sides are padded to multiples of this, px</source>
<translation>batch : les côtés sont complétés à des multiples de ceci, px</translation></message>
<message><source>batch: strides added to a side before it is rounded up</source>
<translation>batch : strides ajoutés à un côté avant l'arrondi vers le haut</translation></message>
<message><source>bce: sigmoid of one logit; softmax: background and object; focal: sigmoid per class; cross_entropy: softmax over classes, background first; yolo: sigmoid of confidence and per class; bce_per_class: sigmoid per class against soft targets; quality_focal: the same, by the error to the power of focal_gamma</source>
<translation>bce : sigmoïde d'un logit ; softmax : fond et objet ; focal : sigmoïde par classe ; cross_entropy : softmax sur les classes, fond d'abord ; yolo : sigmoïde de la confiance et par classe ; bce_per_class : sigmoïde par classe contre cibles souples ; quality_focal : de même, par l'erreur à la puissance focal_gamma</translation></message>
<message><source>before clipping</source>
<translation>avant rognage</translation></message>
<message><source>behind the cut</source>
<translation>derrière la coupure</translation></message>
<message><source>best</source>
<translation>meilleurs</translation></message>
<message><source>best IoU</source>
<translation>meilleure IoU</translation></message>
<message><source>best IoU of the proposal</source>
<translation>meilleure IoU de la proposition</translation></message>
<message><source>best IoU with a GT</source>
<translation>meilleure IoU avec une GT</translation></message>
<message><source>best IoU with a ground truth</source>
<translation>meilleure IoU avec une vérité terrain</translation></message>
<message><source>best IoU with a kept box</source>
<translation>meilleure IoU avec une boîte conservée</translation></message>
<message><source>best IoU with any anchor</source>
<translation>meilleure IoU avec une ancre</translation></message>
<message><source>best IoU with any anchor compared</source>
<translation>meilleure IoU avec une ancre comparée</translation></message>
<message><source>best IoU with any anchor of A</source>
<translation>meilleure IoU avec une ancre de A</translation></message>
<message><source>best IoU with any anchor of B</source>
<translation>meilleure IoU avec une ancre de B</translation></message>
<message><source>best IoU with any decoded box, of any class and score</source>
<translation>meilleure IoU avec une boîte décodée, de toute classe et tout score</translation></message>
<message><source>best IoU with any ground truth</source>
<translation>meilleure IoU avec une vérité terrain</translation></message>
<message><source>best anchors taken</source>
<translation>meilleures ancres prises</translation></message>
<message><source>best for GT {gt}</source>
<translation>meilleure de la GT {gt}</translation></message>
<message><source>best for another GT</source>
<translation>meilleure d'une autre GT</translation></message>
<message><source>best for its GT</source>
<translation>meilleure GT</translation></message>
<message><source>best of boxes</source>
<translation>meilleure des boîtes</translation></message>
<message><source>best overlap in A</source>
<translation>meilleur recouvrement dans A</translation></message>
<message><source>best overlap in B</source>
<translation>meilleur recouvrement dans B</translation></message>
<message><source>best overlap with any ground truth</source>
<translation>meilleur recouvrement avec une vérité terrain</translation></message>
<message><source>best shape</source>
<translation>meilleure forme</translation></message>
<message><source>beta, of the overlap</source>
<translation>beta, du recouvrement</translation></message>
<message><source>beta, the knee of smooth L1</source>
<translation>beta, le genou de smooth L1</translation></message>
<message><source>better anchors suggest k-means kmeans recall coverage unmatched low-quality low quality statistics report findings calibration t* lost</source>
<translation>meilleures ancres suggérer couverture statistiques rapport constats calibration perdu kmeans k-means recall coverage low-quality report t*</translation></message>
<message><source>between thresholds crowd anchors layer</source>
<translation>between thresholds crowd anchors layer entre seuils ignorées</translation></message>
<message><source>bin by bin, the sides within each</source>
<translation>bin par bin, les côtés dans chacun</translation></message>
<message><source>both</source>
<translation>les deux</translation></message>
<message><source>both hold</source>
<translation>les deux sont vrais</translation></message>
<message><source>box</source>
<translation>boîte</translation></message>
<message><source>box h</source>
<translation>boîte h</translation></message>
<message><source>box loss</source>
<translation>perte de boîte</translation></message>
<message><source>box loss, before weight and normaliser; positives only</source>
<translation>perte de boîte, avant poids et normaliseur ; positifs seuls</translation></message>
<message><source>box w</source>
<translation>boîte w</translation></message>
<message><source>box x</source>
<translation>boîte x</translation></message>
<message><source>box y</source>
<translation>boîte y</translation></message>
<message><source>box {said}</source>
<translation>boîte {said}</translation></message>
<message><source>boxes</source>
<translation>boîtes</translation></message>
<message><source>boxes an image</source>
<translation>boîtes par image</translation></message>
<message><source>boxes are clipped to the picture</source>
<translation>les boîtes sont rognées à l'image</translation></message>
<message><source>boxes are compared in network px, or as fractions of the input: rounding decides ties</source>
<translation>les boîtes sont comparées en px du réseau, ou en fractions de l'entrée : l'arrondi départage</translation></message>
<message><source>boxes are decoded, clipped and compared by NMS in px; or as fractions of the padded input's sides less one px, far edges one px earlier, and clipped to all of it (Matterport)</source>
<translation>les boîtes sont décodées, rognées et comparées par NMS en px ; ou en fractions des côtés de l'entrée complétée moins un px, bords lointains un px plus tôt, et rognées à toute l'entrée (Matterport)</translation></message>
<message><source>boxes are written without a class</source>
<translation>les boîtes sont écrites sans classe</translation></message>
<message><source>boxes at IoU 0.10 to 0.50 with another class alone</source>
<translation>boîtes à IoU 0.10 à 0.50 avec une autre classe seule</translation></message>
<message><source>boxes at IoU 0.50 with a ground truth of another class</source>
<translation>boîtes à IoU 0.50 avec une vérité terrain d'une autre classe</translation></message>
<message><source>boxes decoded here are not that network's</source>
<translation>les boîtes décodées ici ne sont pas celles de ce réseau</translation></message>
<message><source>boxes found</source>
<translation>boîtes trouvées</translation></message>
<message><source>boxes go back by the two sizes alone, or by scale and half rest</source>
<translation>les boîtes reviennent par les deux tailles seules, ou par échelle et moitié du reste</translation></message>
<message><source>boxes going back are clipped to the original picture</source>
<translation>les boîtes qui reviennent sont rognées à l'image d'origine</translation></message>
<message numerus="yes"><source>boxes in {n} images</source>
<translation><numerusform>boîtes dans {n} image</numerusform><numerusform>boîtes dans {n} images</numerusform></translation></message>
<message><source>boxes kept in the end</source>
<translation>boîtes conservées à la fin</translation></message>
<message><source>boxes leave the picture of {w} x {h} px, but would fit {h} x {w} px: is it turned?</source>
<translation>des boîtes sortent de l'image de {w} x {h} px, mais tiendraient dans {h} x {w} px : est-elle tournée ?</translation></message>
<message><source>boxes marked as crowds or to be ignored</source>
<translation>boîtes marquées foule ou à ignorer</translation></message>
<message><source>boxes of the right class at IoU 0.10 to 0.50</source>
<translation>boîtes de la bonne classe à IoU 0.10 à 0.50</translation></message>
<message><source>boxes of this ground truth left at each stage; near: IoU 0.50, and no other is nearer; the bar is the share of the stage before. A click on a stage lists the boxes lost there, another one all again</source>
<translation>boîtes de cette vérité terrain restantes à chaque étape ; proche : IoU 0.50, et aucune autre n’est plus proche ; la barre est la part de l’étape précédente. Un clic sur une étape liste les boîtes perdues là, un autre les remontre toutes</translation></message>
<message><source>boxes of which group suppress each other</source>
<translation>les boîtes de quel groupe se suppriment</translation></message>
<message><source>boxes of whole px: scaled like others, or cut to whole network px (detectron2's loader of COCO JSON)</source>
<translation>boîtes de px entiers : mises à l'échelle comme d'autres, ou tronquées au px entier du réseau (chargeur JSON COCO de detectron2)</translation></message>
<message><source>boxes on another of the same class, IoU {most:g} or more</source>
<translation>boîtes sur une autre de même classe, IoU {most:g} ou plus</translation></message>
<message><source>boxes per picture</source>
<translation>boîtes par image</translation></message>
<message><source>boxes that fit their picture only if read as corners instead of sizes, or the other way round</source>
<translation>boîtes qui ne tiennent dans leur image que lues en coins au lieu de tailles, ou l'inverse</translation></message>
<message><source>boxes that leave their picture by more than {most:g} px</source>
<translation>boîtes qui sortent de leur image de plus de {most:g} px</translation></message>
<message><source>boxes that overlap nothing by 0.10</source>
<translation>boîtes qui ne recouvrent rien de 0.10</translation></message>
<message><source>boxes that tell of corners counted from 0 instead of 1, or the other way round</source>
<translation>boîtes qui indiquent des coins comptés depuis 0 au lieu de 1, ou l'inverse</translation></message>
<message><source>boxes under {most:g} px at the shorter side</source>
<translation>boîtes sous {most:g} px au plus petit côté</translation></message>
<message><source>boxes, x, y, w, h in network px</source>
<translation>boîtes, x, y, w, h en px du réseau</translation></message>
<message><source>boxes, x, y, w, h over the input's sides</source>
<translation>boîtes, x, y, w, h sur les côtés de l'entrée</translation></message>
<message><source>boxes, x, y, w, h over the padded input's sides, instead of deltas</source>
<translation>boîtes, x, y, w, h sur les côtés de l'entrée complétée, au lieu de deltas</translation></message>
<message><source>boxes, x, y, w, h over the picture's sides, instead of deltas</source>
<translation>boîtes, x, y, w, h sur les côtés de l'image, au lieu de deltas</translation></message>
<message><source>boxes, x1, y1, x2, y2 in network px</source>
<translation>boîtes, x1, y1, x2, y2 en px du réseau</translation></message>
<message><source>boxes, x1, y1, x2, y2 in network px, instead of deltas</source>
<translation>boîtes, x1, y1, x2, y2 en px du réseau, au lieu de deltas</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the input's sides</source>
<translation>boîtes, x1, y1, x2, y2 sur les côtés de l'entrée</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the padded input's sides, instead of deltas</source>
<translation>boîtes, x1, y1, x2, y2 sur les côtés de l'entrée complétée, au lieu de deltas</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the picture's sides, instead of deltas</source>
<translation>boîtes, x1, y1, x2, y2 sur les côtés de l'image, au lieu de deltas</translation></message>
<message><source>boxes.unit = "fraction", but the {n} decoded boxes reach to {most:.4g} as a rule: they seem to be in px, unit = "px"</source>
<translation>boxes.unit = "fraction", mais les {n} boîtes décodées vont en général à {most:.4g} : sans doute des px, unit = "px"</translation></message>
<message><source>boxes.unit = "px", but no number of the {n} decoded boxes is beyond {most:.3g}: they seem to be fractions, unit = "fraction"</source>
<translation>boxes.unit = "px", mais aucun nombre des {n} boîtes décodées ne dépasse {most:.3g} : sans doute des fractions, unit = "fraction"</translation></message>
<message><source>but none did</source>
<translation>mais aucune ne l'a prise</translation></message>
<message><source>by IoU alone</source>
<translation>par IoU seule</translation></message>
<message><source>by a low score</source>
<translation>par un score bas</translation></message>
<message><source>by a top-k</source>
<translation>par un top-k</translation></message>
<message><source>by each ground truth's own threshold of IoU, among the anchors nearest to its centre (ATSS)</source>
<translation>par le seuil d'IoU propre à chaque vérité terrain, parmi les ancres les plus proches de son centre (ATSS)</translation></message>
<message><source>by geometry alone</source>
<translation>par la seule géométrie</translation></message>
<message><source>by geometry alone: no prediction is known that would rank them</source>
<translation>par la seule géométrie : aucune prédiction connue ne les classerait</translation></message>
<message><source>by score; or class by class, where boxes of the lowest score kept all stay</source>
<translation>par score ; ou classe par classe, où les boîtes du score le plus bas restent toutes</translation></message>
<message><source>by suppression</source>
<translation>par suppression</translation></message>
<message><source>by the ratios of sides, in the cell of the centre and up to two beside it (YOLOv5)</source>
<translation>par les rapports des côtés, dans la cellule du centre et jusqu'à deux voisines (YOLOv5)</translation></message>
<message><source>by this one · p {score:.3f} · IoU {overlap:.4f}</source>
<translation>par celle-ci · p {score:.3f} · IoU {overlap:.4f}</translation></message>
<message><source>by which the sides of the most similar anchor differ from its own, the worse of both</source>
<translation>dont les côtés de l'ancre la plus semblable diffèrent des siens, le pire des deux</translation></message>
<message><source>by {library}</source>
<translation>par {library}</translation></message>
<message><source>by {n}</source>
<translation>par {n}</translation></message>
<message><source>by {n}, {iou}</source>
<translation>par {n}, {iou}</translation></message>
<message><source>by {what}</source>
<translation>par {what}</translation></message>
<message><source>c_p is the cost of the place: {what}.</source>
<translation>c_p est le coût de l'endroit : {what}.</translation></message>
<message><source>came with {keys}</source>
<translation>venait avec {keys}</translation></message>
<message><source>candidate {n} of stage {stage}: its raw outputs are not all numbers, and a trainer's loss would be NaN</source>
<translation>candidat {n} de l'étage {stage} : ses sorties brutes ne sont pas toutes des nombres, et la perte d'un entraîneur serait NaN</translation></message>
<message><source>candidate_of &gt;= 1 and label == negative</source>
<translation>candidate_of &gt;= 1 and label == negative</translation></message>
<message><source>candidates</source>
<translation>candidats</translation></message>
<message><source>candidates it took, before contests</source>
<translation>candidats pris, avant dispute</translation></message>
<message><source>candidates of another ground truth too</source>
<translation>candidats aussi d'une autre vérité terrain</translation></message>
<message><source>candidates of each level: the anchors nearest to the ground truth's centre</source>
<translation>candidats de chaque niveau : les ancres les plus proches du centre de la vérité terrain</translation></message>
<message><source>candidates that are another ground truth's too</source>
<translation>candidats qui sont aussi d'une autre vérité terrain</translation></message>
<message><source>candidates that enter NMS: per level, per class, or overall</source>
<translation>candidats entrant en NMS : par niveau, par classe ou en tout</translation></message>
<message><source>candidates that only a prediction could decide about</source>
<translation>candidats dont seule une prédiction déciderait</translation></message>
<message><source>cannot be decoded: {why}</source>
<translation>ne peut être décodé : {why}</translation></message>
<message><source>cannot be opened: {why}</source>
<translation>ne peut être ouvert : {why}</translation></message>
<message><source>cannot be read: {why}</source>
<translation>ne peut être lu : {why}</translation></message>
<message><source>cannot be written: {why}</source>
<translation>ne peut être écrit : {why}</translation></message>
<message><source>cause</source>
<translation>cause</translation></message>
<message><source>cell x, y</source>
<translation>cellule x, y</translation></message>
<message><source>cells beyond the picture's own padded size, in a batch</source>
<translation>cellules au-delà de la taille complétée de l'image, dans un batch</translation></message>
<message><source>cells by which a prediction's centre may lie beyond its own cell</source>
<translation>cellules dont le centre d'une prédiction peut dépasser la sienne</translation></message>
<message><source>cells column by column</source>
<translation>cellules colonne par colonne</translation></message>
<message><source>centre in strides from the cell's corner, exp of the sides in strides (YOLOX)</source>
<translation>centre en strides depuis le coin de la cellule, exp des côtés en strides (YOLOX)</translation></message>
<message><source>centre outside</source>
<translation>centre dehors</translation></message>
<message><source>centre shift in anchor sides</source>
<translation>décalage du centre en côtés de l'ancre</translation></message>
<message><source>centre, px</source>
<translation>centre, px</translation></message>
<message><source>centre, width and height are cut to the input, each by itself</source>
<translation>centre, largeur et hauteur sont coupés à l'entrée, chacun à part</translation></message>
<message><source>centreness</source>
<translation>centralité</translation></message>
<message><source>change</source>
<translation>changement</translation></message>
<message><source>changed</source>
<translation>changé</translation></message>
<message><source>changed, of {anchors:,}</source>
<translation>changées, sur {anchors:,}</translation></message>
<message><source>changed, of {compared:,}</source>
<translation>changées, sur {compared:,}</translation></message>
<message><source>charts graphs histogram iou loss residual t* level</source>
<translation>charts graphs histogram graphiques histogramme iou loss residual t* level</translation></message>
<message><source>cheapest</source>
<translation>moins chers</translation></message>
<message><source>chosen by {words}; a click leaves the choice out</source>
<translation>choisi par {words} ; un clic retire le choix</translation></message>
<message><source>class</source>
<translation>classe</translation></message>
<message><source>class cost</source>
<translation>coût de classe</translation></message>
<message><source>class names in the outputs' file: {names}, columns of its outputs: {columns}; the names are left out</source>
<translation>noms de classes dans le fichier des sorties : {names}, colonnes de ses sorties : {columns} ; les noms sont laissés de côté</translation></message>
<message><source>class {number}</source>
<translation>classe {number}</translation></message>
<message><source>class {number} (from 0)</source>
<translation>classe {number} (à partir de 0)</translation></message>
<message><source>class {number}, {name}, has no box</source>
<translation>la classe {number}, {name}, n'a pas de boîte</translation></message>
<message><source>class, score</source>
<translation>classe, score</translation></message>
<message><source>classes are paired by name: the outputs number theirs otherwise than the dataset</source>
<translation>les classes sont appariées par leur nom : les sorties les numérotent autrement que le jeu de données</translation></message>
<message><source>classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here has no name</source>
<translation>les classes sont les numéros de l'entraîneur, les colonnes des sorties, non celles du jeu de données ; une colonne sans vérité terrain ici n'a pas de nom</translation></message>
<message><source>classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here is called as the outputs' file calls it</source>
<translation>les classes sont les numéros de l'entraîneur, les colonnes des sorties, non celles du jeu de données ; une colonne sans vérité terrain ici porte le nom que lui donne le fichier des sorties</translation></message>
<message><source>classes that no box has</source>
<translation>classes qu'aucune boîte n'a</translation></message>
<message><source>clear: {words}, recall {recall}, mean IoU {mean}, separation {apart}</source>
<translation>clair : {words}, rappel {recall}, IoU moyenne {mean}, séparation {apart}</translation></message>
<message><source>clear: {words}: the best scored boxes overlap {mean}</source>
<translation>clair : {words} : les boîtes aux meilleurs scores recouvrent de {mean}</translation></message>
<message><source>clear: {words}: the best scored boxes overlap {mean}, not {own}</source>
<translation>clair : {words} : les boîtes aux meilleurs scores recouvrent de {mean}, non {own}</translation></message>
<message><source>clip and size filter come before the top-k, not after</source>
<translation>rognage et filtre de taille viennent avant le top-k, pas après</translation></message>
<message><source>column k is taken for class k</source>
<translation>la colonne k est prise pour la classe k</translation></message>
<message><source>column {surest} is the surest on the background: wanted in column 0</source>
<translation>la colonne {surest} est la plus sûre sur le fond : attendue en colonne 0</translation></message>
<message><source>compared from step {step}: drag it to another</source>
<translation>comparé depuis l'étape {step} : glisser vers une autre</translation></message>
<message><source>comparing</source>
<translation>comparaison</translation></message>
<message><source>comparing, {done} of {total}</source>
<translation>comparaison, {done} sur {total}</translation></message>
<message><source>computing…</source>
<translation>calcul…</translation></message>
<message><source>confidence objectness less</source>
<translation>confidence objectness less moins confiance</translation></message>
<message><source>confidence objectness more</source>
<translation>confidence objectness more plus confiance</translation></message>
<message><source>coordinate</source>
<translation>coordonnée</translation></message>
<message><source>coordinates in the order dh, dw, dy, dx</source>
<translation>coordonnées dans l'ordre dh, dw, dy, dx</translation></message>
<message><source>coordinates in the order dw, dh, dx, dy</source>
<translation>coordonnées dans l'ordre dw, dh, dx, dy</translation></message>
<message><source>coordinates in the order dx, dy, dw, dh</source>
<translation>coordonnées dans l'ordre dx, dy, dw, dh</translation></message>
<message><source>coordinates in the order dy, dx, dh, dw</source>
<translation>coordonnées dans l'ordre dy, dx, dh, dw</translation></message>
<message><source>coordinates whose t* is exactly 0 are left out</source>
<translation>les coordonnées dont t* vaut exactement 0 sont omises</translation></message>
<message><source>copies from what has the keyboard</source>
<translation>copie de ce qui a le clavier</translation></message>
<message><source>corners coded one by one, (x1 - x1 of the anchor) / its width and so on</source>
<translation>coins codés un à un, (x1 - x1 de l'ancre) / sa largeur et ainsi de suite</translation></message>
<message><source>corners rounded to whole px</source>
<translation>coins arrondis au px entier</translation></message>
<message><source>cost</source>
<translation>coût</translation></message>
<message><source>count what is missing, from where it was stopped</source>
<translation>compter ce qui manque, depuis l'arrêt</translation></message>
<message><source>counted by version {old} of the program, now {new}</source>
<translation>compté par la version {old} du programme, maintenant {new}</translation></message>
<message><source>counting</source>
<translation>comptage</translation></message>
<message><source>counts</source>
<translation>compte</translation></message>
<message><source>crossed own threshold</source>
<translation>passé par le seuil</translation></message>
<message><source>crossed the cut</source>
<translation>passé la coupure</translation></message>
<message><source>crossed the ratio</source>
<translation>passé le rapport</translation></message>
<message><source>crossed {negative:.2f}</source>
<translation>passé par {negative:.2f}</translation></message>
<message><source>crossed {positive:.2f}</source>
<translation>passé par {positive:.2f}</translation></message>
<message><source>crowd</source>
<translation>foule</translation></message>
<message><source>crowd, difficult or ignored</source>
<translation>foule, difficile ou ignorée</translation></message>
<message><source>cursor</source>
<translation>curseur</translation></message>
<message><source>cut</source>
<translation>coupure</translation></message>
<message><source>cut by top-k</source>
<translation>coupée par top-k</translation></message>
<message><source>cut {value}</source>
<translation>coupure {value}</translation></message>
<message><source>cut: {taken} of {every}, {why}, {how} a {what} of {value}</source>
<translation>coupure : {taken} sur {every}, {why}, {how} {what} de {value}</translation></message>
<message><source>d</source>
<translation>d</translation></message>
<message><source>d = t − t*</source>
<translation>d = t − t*</translation></message>
<message numerus="yes"><source>d {d}: R {r}, {n} residuals near it</source>
<translation><numerusform>d {d} : R {r}, {n} résidu proche</numerusform><numerusform>d {d} : R {r}, {n} résidus proches</numerusform></translation></message>
<message><source>dataset A</source>
<translation>jeu de données A</translation></message>
<message><source>dataset B</source>
<translation>jeu de données B</translation></message>
<message><source>datasets with boxes of whole px, which detectron2's loader cuts to whole network px</source>
<translation>jeux de données à boîtes de px entiers, que le chargeur de detectron2 tronque au px entier du réseau</translation></message>
<message><source>decoded boxes delta regression layer</source>
<translation>decoded boxes delta regression layer boîtes décodées calque</translation></message>
<message><source>degenerate</source>
<translation>dégénéré</translation></message>
<message><source>deltas bear weights {weights} (deviations {deviations})</source>
<translation>les deltas portent les poids {weights} (écarts types {deviations})</translation></message>
<message><source>deltas explain {found} of t*, not {own}</source>
<translation>les deltas expliquent {found} de t*, non {own}</translation></message>
<message><source>deltas lie as {order}</source>
<translation>deltas rangés en {order}</translation></message>
<message><source>demo's model</source>
<translation>modèle de la démo</translation></message>
<message><source>descending</source>
<translation>décroissant</translation></message>
<message><source>deselect unselect escape</source>
<translation>deselect unselect escape désélectionner</translation></message>
<message><source>detection {n}</source>
<translation>détection {n}</translation></message>
<message><source>detections</source>
<translation>détections</translation></message>
<message><source>detections a picture</source>
<translation>détections par image</translation></message>
<message><source>detections; of the missed, ground truths</source>
<translation>détections ; des manquées, vérités terrain</translation></message>
<message><source>diff difference two models</source>
<translation>diff difference two models différence deux modèles</translation></message>
<message><source>differences of corners in anchor sides</source>
<translation>différences des coins en côtés de l'ancre</translation></message>
<message><source>difficult</source>
<translation>difficile</translation></message>
<message><source>distance</source>
<translation>distance</translation></message>
<message><source>distance length size</source>
<translation>distance length size longueur taille</translation></message>
<message><source>distances from a point to the four sides of its box (FCOS, RTMDet, YOLOv8 to YOLO26)</source>
<translation>distances d'un point aux quatre côtés de sa boîte (FCOS, RTMDet, YOLOv8 à YOLO26)</translation></message>
<message><source>distances l, t, r, b in px</source>
<translation>distances l, t, r, b en px</translation></message>
<message><source>distances l, t, r, b in strides</source>
<translation>distances l, t, r, b en strides</translation></message>
<message><source>distribution</source>
<translation>distribution</translation></message>
<message><source>distribution focal loss of the side</source>
<translation>distribution focal loss du côté</translation></message>
<message><source>divided by the normaliser of its sum</source>
<translation>divisé par le normaliseur de sa somme</translation></message>
<message><source>doctor misfit channels order wrong predictions fit</source>
<translation>doctor misfit channels order wrong predictions fit canaux ordre faux</translation></message>
<message><source>does not exist, wanted {wanted}</source>
<translation>n'existe pas, attendu : {wanted}</translation></message>
<message><source>does not fit into the memory</source>
<translation>ne tient pas en mémoire</translation></message>
<message><source>double click or Enter: look at it</source>
<translation>double clic ou Entrée : la regarder</translation></message>
<message><source>doubtful: the best scored boxes overlap the {count} ground truths by {mean} on the mean; an untrained network fits no reading</source>
<translation>douteux : les boîtes aux meilleurs scores recouvrent les {count} vérités terrain de {mean} en moyenne ; à un réseau non entraîné, aucune lecture ne convient</translation></message>
<message><source>doubtful: {doubt}</source>
<translation>douteux : {doubt}</translation></message>
<message><source>doubtful: {words}, or {others}; more pictures tell more</source>
<translation>douteux : {words}, ou {others} ; plus d'images en disent plus</translation></message>
<message><source>down to</source>
<translation>jusqu'à</translation></message>
<message><source>drag over the picture; without this, drag with Shift</source>
<translation>glisser sur l'image ; sans ceci, glisser avec Maj</translation></message>
<message><source>drag, or ← and →, to show more of A or of B</source>
<translation>glisser, ou ← et →, pour montrer plus de A ou de B</translation></message>
<message><source>drawn of {n} foreground</source>
<translation>tiré de {n} premier plan</translation></message>
<message><source>duplicate</source>
<translation>doublon</translation></message>
<message><source>d{}</source>
<translation>d{}</translation></message>
<message><source>each class of an anchor, or the best one alone</source>
<translation>chaque classe d'une ancre, ou la meilleure seule</translation></message>
<message><source>each ground truth's best anchor in such cells is positive, the first of those that tie for it</source>
<translation>la meilleure ancre de chaque vérité terrain dans ces cellules est positive, la première à égalité</translation></message>
<message><source>each ground truth's best anchor is positive too, the first of those that tie for it</source>
<translation>la meilleure ancre de chaque vérité terrain est positive aussi, la première à égalité</translation></message>
<message><source>each ground truth's best anchors are positive too, every one that ties for it</source>
<translation>les meilleures ancres de chaque vérité terrain sont positives aussi, toutes à égalité</translation></message>
<message><source>each ground truth's best anchors in such cells are positive, every one that ties for it</source>
<translation>les meilleures ancres de chaque vérité terrain dans ces cellules sont positives, toutes à égalité</translation></message>
<message><source>each level's number of anchors, boxes and classes by its number of pairs</source>
<translation>nombre d'ancres, de boîtes et de classes de chaque niveau par son nombre de paires</translation></message>
<message><source>edge, network px, clipped</source>
<translation>bord, px du réseau, rogné</translation></message>
<message><source>edges, network px</source>
<translation>bords, px du réseau</translation></message>
<message><source>empty</source>
<translation>vide</translation></message>
<message><source>end_</source>
<translation>end_</translation></message>
<message><source>ends 1 px before the edge of {picture}, and no box ends at it: is the last pixel meant to be in?</source>
<translation>finit 1 px avant le bord ({picture}), et aucune boîte n'y finit : le dernier pixel doit-il être compris ?</translation></message>
<message><source>ends before it starts; as x, y, width, height {x:g}, {y:g}, {w:g}, {h:g} it would fit {picture}; or are its corners exchanged?</source>
<translation>finit avant de commencer ; en x, y, largeur, hauteur {x:g}, {y:g}, {w:g}, {h:g} elle tiendrait ({picture}) ; ou ses coins sont-ils échangés ?</translation></message>
<message><source>enlarged or kept and padded all around, with boxes that follow as masks (Matterport's Mask R-CNN)</source>
<translation>agrandie ou laissée et complétée tout autour, avec des boîtes qui suivent en masques (Mask R-CNN de Matterport)</translation></message>
<message><source>enough candidates</source>
<translation>assez de candidats</translation></message>
<message><source>error</source>
<translation>erreur</translation></message>
<message><source>evaluating</source>
<translation>évaluation</translation></message>
<message><source>every anchor of the picture by its label, whatever the layers draw and the filter lets through</source>
<translation>chaque ancre de l'image par son label, quoi que dessinent les calques et laisse passer le filtre</translation></message>
<message><source>every anchor that is not ignored</source>
<translation>chaque ancre non ignorée</translation></message>
<message><source>every anchor ties at IoU 0 and becomes positive</source>
<translation>chaque ancre est à égalité à IoU 0 et devient positive</translation></message>
<message><source>every anchor ties at IoU 0, and is negative again for being below the threshold</source>
<translation>chaque ancre est à égalité à IoU 0, et redevient négative sous le seuil</translation></message>
<message><source>every anchor ties at IoU 0, and the very first becomes positive</source>
<translation>chaque ancre est à égalité à IoU 0, et la toute première devient positive</translation></message>
<message><source>every box is of a class that the dataset does not have</source>
<translation>chaque boîte est d'une classe que le jeu de données n'a pas</translation></message>
<message><source>every box layer dense</source>
<translation>every box layer dense chaque boîte calque</translation></message>
<message><source>every field of this stage that differs, at once</source>
<translation>chaque champ différent de cet étage, d'un coup</translation></message>
<message><source>every proposal of this stage by its label, and any ground truths among them</source>
<translation>chaque proposition de cet étage par son label, et les vérités terrain parmi elles</translation></message>
<message numerus="yes"><source>every {n} steps</source>
<translation><numerusform>chaque étape</numerusform><numerusform>toutes les {n} étapes</numerusform></translation></message>
<message><source>example sample start</source>
<translation>example sample start exemple début</translation></message>
<message><source>exit close leave</source>
<translation>exit close leave fermer quitter</translation></message>
<message><source>exp(−cost)</source>
<translation>exp(−cost)</translation></message>
<message><source>expected over samples</source>
<translation>attendu sur les échantillons</translation></message>
<message><source>expected {value}</source>
<translation>attendu {value}</translation></message>
<message><source>exponent of the overlap</source>
<translation>exposant du recouvrement</translation></message>
<message><source>exponent of the score</source>
<translation>exposant du score</translation></message>
<message><source>factor of each class, of cross_entropy the background's first; none: 1 each</source>
<translation>facteur de chaque classe, pour cross_entropy celui du fond d'abord ; aucun : 1 chacun</translation></message>
<message><source>factor of that loss</source>
<translation>facteur de cette perte</translation></message>
<message><source>factor of the IoU cost</source>
<translation>facteur du coût d'IoU</translation></message>
<message><source>factor of the box loss (lambda)</source>
<translation>facteur de la perte de boîte (lambda)</translation></message>
<message><source>factor of the class cost</source>
<translation>facteur du coût de classe</translation></message>
<message><source>factor of the cross entropy of an output `centreness`; 0: the network has no such output</source>
<translation>facteur de l'entropie croisée d'une sortie `centreness` ; 0 : le réseau n'en a pas</translation></message>
<message><source>factor of the objectness or class loss</source>
<translation>facteur de la perte d'objectness ou de classe</translation></message>
<message><source>factor of the positives in the objectness loss</source>
<translation>facteur des positifs dans la perte d'objectness</translation></message>
<message><source>factor of the smooth L1 of an output `landmarks`, coded as centres are and divided by the positives whose face has some; 0: the network has no such output</source>
<translation>facteur du smooth L1 d'une sortie `landmarks`, codée comme les centres et divisée par les positifs dont le visage en a ; 0 : le réseau n'en a pas</translation></message>
<message><source>factors of t, in that order</source>
<translation>facteurs de t, dans cet ordre</translation></message>
<message><source>fate</source>
<translation>sort</translation></message>
<message><source>fate in A</source>
<translation>sort dans A</translation></message>
<message><source>fate in B</source>
<translation>sort dans B</translation></message>
<message><source>fate suppressed kept nms top-k too small low score cut steps</source>
<translation>fate suppressed kept nms top-k too small low score cut steps sort supprimée conservée</translation></message>
<message><source>feature level</source>
<translation>feature level niveau</translation></message>
<message><source>feature maps of {found} cells do not fit an input of {w} x {h} px</source>
<translation>des cartes de {found} cellules ne vont pas avec une entrée de {w} x {h} px</translation></message>
<message><source>feature side = side / nominal stride, rounded so</source>
<translation>côté de la carte = côté / stride nominal, arrondi ainsi</translation></message>
<message><source>few</source>
<translation>peu</translation></message>
<message><source>few candidates</source>
<translation>peu de candidats</translation></message>
<message><source>field</source>
<translation>champ</translation></message>
<message><source>file</source>
<translation>fichier</translation></message>
<message><source>files beside the dataset that look like annotations and were not read</source>
<translation>fichiers à côté du jeu de données qui semblent des annotations, non lus</translation></message>
<message><source>fill plain</source>
<translation>remplir</translation></message>
<message><source>fill prediction</source>
<translation>remplir prédiction</translation></message>
<message><source>final cut</source>
<translation>coupure finale</translation></message>
<message><source>final detections</source>
<translation>détections finales</translation></message>
<message><source>find and run any command (Ctrl+K)</source>
<translation>chercher et lancer toute commande (Ctrl+K)</translation></message>
<message><source>first</source>
<translation>premier</translation></message>
<message><source>first centre (x, y) px of each level, instead of offset; empty: offset</source>
<translation>premier centre (x, y) px de chaque niveau, au lieu d'offset ; vide : offset</translation></message>
<message><source>first centre, in base boxes</source>
<translation>premier centre, en boîtes de base</translation></message>
<message><source>first centre, in strides</source>
<translation>premier centre, en strides</translation></message>
<message><source>fit</source>
<translation>ajustement</translation></message>
<message><source>fits none: {name}</source>
<translation>ne va à aucune : {name}</translation></message>
<message><source>flat index</source>
<translation>index plat</translation></message>
<message><source>flat index in A</source>
<translation>index plat dans A</translation></message>
<message><source>flat index in the recipe's order</source>
<translation>index plat dans l'ordre de la recette</translation></message>
<message><source>float dock undock detach rearrange</source>
<translation>float dock undock detach rearrange détacher déplacer</translation></message>
<message><source>float | None</source>
<translation>float | None</translation></message>
<message><source>floor(padded side / feature side) per axis, the exact quotient, or the nominal stride</source>
<translation>floor(côté complété / côté de la carte) par axe, le quotient exact, ou le stride nominal</translation></message>
<message><source>focal: how much easy answers are damped</source>
<translation>focal : combien sont amorties les réponses faciles</translation></message>
<message><source>focal: targets are drawn so far towards one half</source>
<translation>focal : les cibles sont tirées d'autant vers un demi</translation></message>
<message><source>focal: weight of the right class; the others have 1 - alpha</source>
<translation>focal : poids de la bonne classe ; les autres ont 1 - alpha</translation></message>
<message><source>for want of a positive anchor</source>
<translation>faute d'ancre positive</translation></message>
<message><source>for {n}</source>
<translation>pour {n}</translation></message>
<message><source>foreground</source>
<translation>premier plan</translation></message>
<message><source>foreground matched low-quality low quality anchors layer</source>
<translation>foreground matched low-quality anchors layer premier plan calque</translation></message>
<message><source>foreground proposals</source>
<translation>propositions du premier plan</translation></message>
<message><source>foreground, background or ignored</source>
<translation>premier plan, fond ou ignoré</translation></message>
<message><source>formula equation t* target delta encode decode smooth l1 beta lambda loss iou nms help documentation</source>
<translation>formula equation formule équation t* target delta encode decode smooth l1 beta lambda loss iou nms aide documentation</translation></message>
<message><source>found</source>
<translation>trouvé</translation></message>
<message><source>found, of {judged} judged by the predictions</source>
<translation>trouvé, sur {judged} jugées par les prédictions</translation></message>
<message><source>four numbers for each class, the background's unused among them; for each class; or for all</source>
<translation>quatre nombres par classe, dont ceux, inutilisés, du fond ; par classe ; ou pour toutes</translation></message>
<message><source>fourth</source>
<translation>quatrième</translation></message>
<message><source>fractions of the input</source>
<translation>fractions de l'entrée</translation></message>
<message><source>from class scores and boxes to detections</source>
<translation>des scores de classe et boîtes aux détections</translation></message>
<message><source>from decoded boxes to proposals or detections</source>
<translation>des boîtes décodées aux propositions ou détections</translation></message>
<message><source>from x {x1:.0f} to {x2:.0f} and y {y1:.0f} to {y2:.0f} px</source>
<translation>de x {x1:.0f} à {x2:.0f} et y {y1:.0f} à {y2:.0f} px</translation></message>
<message><source>given by contest</source>
<translation>donnée par dispute</translation></message>
<message><source>gives each panel a title, to drag it elsewhere, out of the window, or close it</source>
<translation>donne à chaque panneau un titre, pour le glisser ailleurs, hors de la fenêtre, ou le fermer</translation></message>
<message><source>glossary</source>
<translation>glossaire</translation></message>
<message><source>go to the newest step and follow on (Shift+End)</source>
<translation>aller à l'étape la plus récente et suivre (Maj+Fin)</translation></message>
<message><source>ground truth</source>
<translation>vérité terrain</translation></message>
<message><source>ground truth in B</source>
<translation>vérité terrain dans B</translation></message>
<message><source>ground truth that joins</source>
<translation>vérité terrain qui rejoint</translation></message>
<message><source>ground truth {number}</source>
<translation>vérité terrain {number}</translation></message>
<message><source>ground truth {number} ({name})</source>
<translation>vérité terrain {number} ({name})</translation></message>
<message><source>ground truth {number} ({name}) at {corners}</source>
<translation>vérité terrain {number} ({name}) en {corners}</translation></message>
<message><source>ground truth {n}</source>
<translation>vérité terrain {n}</translation></message>
<message><source>ground truth {n} is of {kind}, but the outputs have {columns}: no loss</source>
<translation>la vérité terrain {n} est de {kind}, mais les sorties en ont {columns} : pas de perte</translation></message>
<message><source>ground truth, counted from 1</source>
<translation>vérité terrain, comptée depuis 1</translation></message>
<message><source>ground truths</source>
<translation>vérités terrain</translation></message>
<message><source>ground truths are called as the outputs call them</source>
<translation>les vérités terrain portent les noms des sorties</translation></message>
<message><source>ground truths are clipped to the resized picture</source>
<translation>les vérités terrain sont rognées à l'image redimensionnée</translation></message>
<message><source>ground truths found</source>
<translation>vérités terrain trouvées</translation></message>
<message><source>ground truths marked crowd: dropped by the loader, used, or ignoring the anchors in them</source>
<translation>vérités terrain marquées foule : écartées par le chargeur, utilisées, ou ignorant les ancres dedans</translation></message>
<message><source>ground truths marked difficult, likewise</source>
<translation>vérités terrain marquées difficiles, de même</translation></message>
<message><source>ground truths reached</source>
<translation>vérités terrain atteintes</translation></message>
<message><source>ground truths without a box, and behind no class or localisation error</source>
<translation>vérités terrain sans boîte, et derrière aucune erreur de classe ou de localisation</translation></message>
<message><source>ground truths without any side left are dropped</source>
<translation>les vérités terrain sans côté restant sont écartées</translation></message>
<message numerus="yes"><source>ground truths {list}</source>
<translation><numerusform>vérité terrain {list}</numerusform><numerusform>vérités terrain {list}</numerusform></translation></message>
<message><source>gt</source>
<translation>gt</translation></message>
<message><source>gt truth object boxes annotations class layer</source>
<translation>gt truth object boxes annotations class layer objet boîtes classe</translation></message>
<message><source>h</source>
<translation>h</translation></message>
<message><source>h, px</source>
<translation>h, px</translation></message>
<message><source>half of the rest before the picture, or none</source>
<translation>la moitié du reste avant l'image, ou rien</translation></message>
<message><source>has annotations without the images they are of: it is not all of COCO</source>
<translation>a des annotations sans leurs images : ce n'est pas tout COCO</translation></message>
<message><source>has its centre beyond the picture</source>
<translation>a son centre hors de l'image</translation></message>
<message><source>has no box</source>
<translation>n'a pas de boîte</translation></message>
<message><source>has no width or no height</source>
<translation>n'a pas de largeur ou pas de hauteur</translation></message>
<message><source>has the area of other corners: as corners {x}, {y}, {right}, {bottom} it would fit {picture}</source>
<translation>a l'aire d'autres coins : en coins {x}, {y}, {right}, {bottom} elle tiendrait ({picture})</translation></message>
<message><source>has {size} bytes, over the limit of {most}</source>
<translation>a {size} octets, au-delà de la limite de {most}</translation></message>
<message><source>heatmap overlay map</source>
<translation>heatmap overlay map carte</translation></message>
<message><source>heatmap overlay map objectness confidence</source>
<translation>heatmap overlay map objectness confidence carte</translation></message>
<message><source>height</source>
<translation>hauteur</translation></message>
<message><source>height over width</source>
<translation>hauteur sur largeur</translation></message>
<message><source>height over width, a list per level or one for all</source>
<translation>hauteur sur largeur, une liste par niveau ou une pour tous</translation></message>
<message><source>height, network px</source>
<translation>hauteur, px du réseau</translation></message>
<message><source>here</source>
<translation>ici</translation></message>
<message><source>highest overlap with any anchor</source>
<translation>plus haut recouvrement avec une ancre</translation></message>
<message><source>highest score of a box that reaches IoU 0.50</source>
<translation>plus haut score d'une boîte d'IoU 0.50</translation></message>
<message><source>holds a model's weights alone; open its ONNX export, or a dump of its raw outputs</source>
<translation>ne contient que les poids d'un modèle ; ouvrir son export ONNX, ou un dump de ses sorties brutes</translation></message>
<message><source>holds annotations without scores: a dataset, not the results of a detector</source>
<translation>contient des annotations sans scores : un jeu de données, non les résultats d'un détecteur</translation></message>
<message><source>holds no image that can be used: {why}</source>
<translation>ne contient aucune image utilisable : {why}</translation></message>
<message><source>holds no meta.json, .npz or .txt of boxes, {wanted}</source>
<translation>ne contient ni meta.json, ni .npz, ni .txt de boîtes, {wanted}</translation></message>
<message><source>holds no meta.json, wanted the folder of a raw-output dump</source>
<translation>ne contient pas de meta.json, attendu : le dossier d'un dump de sorties brutes</translation></message>
<message><source>holds no pictures</source>
<translation>ne contient pas d'images</translation></message>
<message><source>holds only {kinds}, {wanted}</source>
<translation>ne contient que {kinds}, {wanted}</translation></message>
<message><source>holds {n} meta.json, wanted one, at its top or in its only folder</source>
<translation>contient {n} meta.json, attendu : un seul, en haut ou dans son seul dossier</translation></message>
<message><source>how boxes go back to the original picture</source>
<translation>comment les boîtes reviennent à l'image d'origine</translation></message>
<message><source>how far t* stays from 0 and 1, 0: as it is</source>
<translation>combien t* reste loin de 0 et 1, 0 : tel quel</translation></message>
<message><source>how ground truths follow the picture into the network</source>
<translation>comment les vérités terrain suivent l'image dans le réseau</translation></message>
<message><source>how many change label or ground truth when only this field of A takes the value of B</source>
<translation>combien changent de label ou de vérité terrain quand ce champ de A prend seul la valeur de B</translation></message>
<message><source>how many decoded boxes are left after each step; the bar is the share that passed it. R@0.5, R@0.7: recall, the share of ground truths that some box left at that step covers at that IoU</source>
<translation>combien de boîtes décodées restent après chaque pas ; la barre est la part qui l'a passé. R@0.5, R@0.7 : rappel, la part des vérités terrain qu'une boîte restante couvre à cette IoU</translation></message>
<message><source>how many ground truths it is a candidate of</source>
<translation>de combien de vérités terrain elle est candidate</translation></message>
<message><source>how many it may take: the sum of its best IoUs</source>
<translation>combien elle peut en prendre : la somme de ses meilleures IoU</translation></message>
<message><source>how much of the targets t* the outputs t explain: 1 all of it, 0 no more than zeros would, below 0 even less; 1 less the mean distance of t and t* over the mean size of t*, over the positive anchors</source>
<translation>combien des cibles t* expliquent les sorties t : 1 tout, 0 pas plus que des zéros, sous 0 encore moins ; 1 moins la distance moyenne de t et t* sur la taille moyenne de t*, sur les ancres positives</translation></message>
<message><source>how much the score rises</source>
<translation>combien monte le score</translation></message>
<message><source>how the arrays would have to be read; 'as the recipe says' is the reading shown now</source>
<translation>comment lire les tableaux ; « comme dit la recette » est la lecture montrée</translation></message>
<message><source>how they were found; the best of the same cost first: {by}</source>
<translation>comment elles ont été trouvées ; la meilleure du même coût d'abord : {by}</translation></message>
<message><source>if one is the background's, a layout can say so</source>
<translation>si l'une est celle du fond, une disposition peut le dire</translation></message>
<message><source>ignore &gt;</source>
<translation>ignoré &gt;</translation></message>
<message><source>ignore threshold</source>
<translation>seuil d'ignorance</translation></message>
<message><source>ignored</source>
<translation>ignoré</translation></message>
<message><source>ignored anchors</source>
<translation>ancres ignorées</translation></message>
<message><source>ignored only where a class's probability is over this; 0: always</source>
<translation>ignorée seulement où la probabilité d'une classe est au-dessus ; 0 : toujours</translation></message>
<message><source>ignored proposals</source>
<translation>propositions ignorées</translation></message>
<message><source>ignored region</source>
<translation>région ignorée</translation></message>
<message><source>image</source>
<translation>image</translation></message>
<message><source>image {place} of {count}</source>
<translation>image {place} sur {count}</translation></message>
<message><source>images</source>
<translation>images</translation></message>
<message><source>images with outputs</source>
<translation>images avec sorties</translation></message>
<message><source>images without a positive</source>
<translation>images sans positif</translation></message>
<message><source>images: {now}, was {before}</source>
<translation>images : {now}, était {before}</translation></message>
<message><source>in all</source>
<translation>en tout</translation></message>
<message><source>in an ignored region in one of them</source>
<translation>région ignorée dans l'un</translation></message>
<message><source>in both grids: of one level, size and ratio, and at one place of the picture: its cell where both scale it alike, else all edges within 2 network px</source>
<translation>dans les deux grilles : de mêmes niveau, taille et rapport, et au même endroit de l'image : leur cellule si les deux la mettent à la même échelle, sinon tous les bords à 2 px réseau près</translation></message>
<message><source>in double around the origin, not rounded (detectron2)</source>
<translation>en double autour de l'origine, non arrondi (detectron2)</translation></message>
<message><source>in double around the origin, ratios of width to height (Matterport's Mask R-CNN)</source>
<translation>en double autour de l'origine, rapports largeur sur hauteur (Mask R-CNN de Matterport)</translation></message>
<message><source>in double, octaves of a base size that follows the input's own stride (EfficientDet)</source>
<translation>en double, octaves d'une taille de base qui suit le stride propre de l'entrée (EfficientDet)</translation></message>
<message><source>in double, sides rounded for each ratio, then scaled; inclusive pixels (the article's code)</source>
<translation>en double, côtés arrondis pour chaque rapport, puis mis à l'échelle ; pixels inclusifs (code de l'article)</translation></message>
<message><source>in double, then float32 fractions of the input: centre, width and height (ssd.pytorch)</source>
<translation>en double, puis fractions float32 de l'entrée : centre, largeur et hauteur (ssd.pytorch)</translation></message>
<message><source>in double, then float32 fractions of the input: squares in px of it (RetinaFace)</source>
<translation>en double, puis fractions float32 de l'entrée : carrés en px de celle-ci (RetinaFace)</translation></message>
<message><source>in float32 around the first centre (MMDetection)</source>
<translation>en float32 autour du premier centre (MMDetection)</translation></message>
<message><source>in float32 around the origin, corners rounded half to even (torchvision)</source>
<translation>en float32 autour de l'origine, coins arrondis au pair (torchvision)</translation></message>
<message><source>in float32, corners rounded, inclusive pixels (MMDetection's version 1)</source>
<translation>en float32, coins arrondis, pixels inclusifs (version 1 de MMDetection)</translation></message>
<message><source>in float32, fractions of the input (SSD)</source>
<translation>en float32, fractions de l'entrée (SSD)</translation></message>
<message><source>in its cell</source>
<translation>dans sa cellule</translation></message>
<message><source>in its picture</source>
<translation>dans son image</translation></message>
<message><source>in its stored picture</source>
<translation>dans son image stockée</translation></message>
<message><source>in the assignment</source>
<translation>dans l'assignation</translation></message>
<message><source>in the cell beside, nearer to this one than to the other</source>
<translation>dans la cellule d'à côté, plus près de celle-ci que de l'autre</translation></message>
<message><source>in the cost x of ground truths counts by the input's height (as YOLOv7), or by its width</source>
<translation>dans le coût, x des vérités terrain compte par la hauteur de l'entrée (comme YOLOv7), ou par sa largeur</translation></message>
<message><source>in the library's order</source>
<translation>dans l'ordre de la bibliothèque</translation></message>
<message><source>in the mini-batch</source>
<translation>dans le mini-batch</translation></message>
<message><source>in the mosaic</source>
<translation>dans la mosaïque</translation></message>
<message><source>in the network's input</source>
<translation>dans l'entrée du réseau</translation></message>
<message><source>in the order of the RPN's list; a ground truth joins in training</source>
<translation>dans l'ordre de la liste du RPN ; une vérité terrain rejoint à l'entraînement</translation></message>
<message><source>in the order of the way: the furthest first; a ground truth joins the proposals in training</source>
<translation>dans l'ordre du parcours : la plus lointaine d'abord ; une vérité terrain rejoint les propositions à l'entraînement</translation></message>
<message><source>in the sums</source>
<translation>dans les sommes</translation></message>
<message><source>in {n} pairs with ground truths</source>
<translation>dans {n} paires avec des vérités terrain</translation></message>
<message><source>index</source>
<translation>index</translation></message>
<message><source>information</source>
<translation>information</translation></message>
<message><source>input {w} × {h}</source>
<translation>entrée {w} × {h}</translation></message>
<message><source>inside a ground truth</source>
<translation>dans une vérité terrain</translation></message>
<message><source>inside a ground truth or near its centre</source>
<translation>dans une vérité terrain ou près de son centre</translation></message>
<message><source>inside it</source>
<translation>en elle</translation></message>
<message><source>inside it or near its centre</source>
<translation>en elle ou près de son centre</translation></message>
<message><source>into ``size`` with the picture's own aspect in whole numbers, and padded to it (darknet)</source>
<translation>dans ``size`` aux proportions de l'image en nombres entiers, et complétée (darknet)</translation></message>
<message><source>into ``size`` with the picture's own aspect, and padded to it</source>
<translation>dans ``size`` aux proportions de l'image, et complétée</translation></message>
<message><source>into ``size`` with the picture's own aspect, boxes moved by the whole px painted (Ultralytics' letterbox)</source>
<translation>dans ``size`` aux proportions de l'image, boîtes déplacées des px entiers peints (letterbox d'Ultralytics)</translation></message>
<message><source>into ``size`` with the picture's own aspect, half of the rest painted on each side (YOLOv5's letterbox)</source>
<translation>dans ``size`` aux proportions de l'image, la moitié du reste peinte de chaque côté (letterbox de YOLOv5)</translation></message>
<message><source>iou</source>
<translation>iou</translation></message>
<message><source>iou &gt; 0.4 and label == {label}</source>
<translation>iou &gt; 0.4 and label == {label}</translation></message>
<message><source>iou: -ln IoU, 1 - IoU or 1 - IoU^2</source>
<translation>iou : -ln IoU, 1 - IoU ou 1 - IoU^2</translation></message>
<message><source>is JSON, but {what}, wanted COCO results: a list of image_id, category_id, bbox and score</source>
<translation>est du JSON, mais {what}, attendu : des résultats COCO, une liste de image_id, category_id, bbox et score</translation></message>
<message><source>is JSON, but {what}, {wanted}</source>
<translation>est du JSON, mais {what}, {wanted}</translation></message>
<message><source>is a .zip that holds no meta.json, so no raw-output dump; unpack a dataset first</source>
<translation>est un .zip sans meta.json, donc pas un dump ; décompresser d'abord un jeu de données</translation></message>
<message><source>is a JSON list without scores, wanted COCO results: image_id, category_id, bbox, score</source>
<translation>est une liste JSON sans scores, attendu : des résultats COCO : image_id, category_id, bbox, score</translation></message>
<message><source>is a folder, wanted a file name</source>
<translation>est un dossier, attendu : un nom de fichier</translation></message>
<message><source>is a link, and nothing is written through one; choose another name</source>
<translation>est un lien, et rien n'est écrit à travers un lien ; choisir un autre nom</translation></message>
<message><source>is a list of detections; open it as predictions of its dataset</source>
<translation>est une liste de détections ; l'ouvrir comme prédictions de son jeu de données</translation></message>
<message><source>is below</source>
<translation>est sous</translation></message>
<message><source>is empty (0 bytes)</source>
<translation>est vide (0 octet)</translation></message>
<message><source>is empty (0 bytes), wanted JSON</source>
<translation>est vide (0 octet), attendu : du JSON</translation></message>
<message><source>is empty (0 bytes), wanted a picture</source>
<translation>est vide (0 octet), attendu : une image</translation></message>
<message><source>is empty (0 bytes), wanted rows of a table</source>
<translation>est vide (0 octet), attendu : les lignes d'un tableau</translation></message>
<message><source>is empty, {wanted}</source>
<translation>est vide, {wanted}</translation></message>
<message><source>is given the anchors ground truth {n} makes positive at IoU 0</source>
<translation>reçoit les ancres que la vérité terrain {n} rend positives à IoU 0</translation></message>
<message><source>is left without width or height by rounding</source>
<translation>reste sans largeur ou hauteur après l'arrondi</translation></message>
<message><source>is marked {kind}, {area:.6g} px²</source>
<translation>est marquée {kind}, {area:.6g} px²</translation></message>
<message><source>is neither a file nor a folder, wanted {wanted}</source>
<translation>n'est ni un fichier ni un dossier, attendu : {wanted}</translation></message>
<message><source>is nested too deep after byte {at}</source>
<translation>est trop imbriqué après l'octet {at}</translation></message>
<message><source>is nested too deep at byte {at}</source>
<translation>est trop imbriqué à l'octet {at}</translation></message>
<message><source>is no ONNX model, or cut off: {why}</source>
<translation>n'est pas un modèle ONNX, ou est coupé : {why}</translation></message>
<message><source>is no TOML: {why}</source>
<translation>n'est pas du TOML : {why}</translation></message>
<message><source>is no file, wanted a picture</source>
<translation>n'est pas un fichier, attendu : une image</translation></message>
<message><source>is no picture by its name</source>
<translation>n'est pas une image d'après son nom</translation></message>
<message><source>is not JSON that can be read: nested too deep</source>
<translation>n'est pas du JSON lisible : imbriqué trop profond</translation></message>
<message><source>is not JSON: line {line}, column {column}: {why}</source>
<translation>n'est pas du JSON : ligne {line}, colonne {column} : {why}</translation></message>
<message><source>is not JSON: {why}</source>
<translation>n'est pas du JSON : {why}</translation></message>
<message><source>is not VOC: its root is &lt;annotations&gt;; and not CVAT: it holds no &lt;image&gt; or &lt;track&gt;</source>
<translation>n'est pas du VOC : sa racine est &lt;annotations&gt; ; ni du CVAT : sans &lt;image&gt; ni &lt;track&gt;</translation></message>
<message><source>is not a folder of pictures</source>
<translation>n'est pas un dossier d'images</translation></message>
<message><source>is not a pickle, or cut off: {why}</source>
<translation>n'est pas un pickle, ou est coupé : {why}</translation></message>
<message><source>is not a picture that can be read: it is {kind}, wanted JPEG, PNG or the like</source>
<translation>n'est pas une image lisible : c'est {kind}, attendu : JPEG, PNG ou semblable</translation></message>
<message><source>is not a picture: it starts with {found}</source>
<translation>n'est pas une image : elle commence par {found}</translation></message>
<message><source>is not over</source>
<translation>ne dépasse pas</translation></message>
<message><source>is not text: it holds a zero byte at {at}</source>
<translation>n'est pas du texte : octet nul à {at}</translation></message>
<message><source>is not {encoding}: byte 0x{byte} at {at}</source>
<translation>n'est pas {encoding} : octet 0x{byte} à {at}</translation></message>
<message><source>is of no known kind ({suffix}), {wanted}</source>
<translation>est d'un genre inconnu ({suffix}), {wanted}</translation></message>
<message><source>is of no known kind, {wanted}</source>
<translation>est d'un genre inconnu, {wanted}</translation></message>
<message><source>is of rules that rank</source>
<translation>est des règles qui classent</translation></message>
<message><source>is one of several names of a file (hard links); choose another name</source>
<translation>est l'un des noms d'un fichier (liens physiques) ; choisir un autre nom</translation></message>
<message><source>is over</source>
<translation>dépasse</translation></message>
<message><source>is packed with gzip; unpack it first</source>
<translation>est comprimé par gzip ; le décompresser d'abord</translation></message>
<message><source>is {encoding}, wanted UTF-8</source>
<translation>est en {encoding}, attendu : UTF-8</translation></message>
<message><source>is {value:.3g} px at its shorter side</source>
<translation>fait {value:.3g} px au plus petit côté</translation></message>
<message><source>is {value:.4g} {unit} at its smaller side</source>
<translation>fait {value:.4g} {unit} au plus petit côté</translation></message>
<message><source>it can only take anchors of others, as far as those cost little.</source>
<translation>elle ne peut prendre que des ancres d'autres, si elles coûtent peu.</translation></message>
<message><source>it can only take points of others, as far as those cost little.</source>
<translation>elle ne peut prendre que des points d'autres, s'ils coûtent peu.</translation></message>
<message><source>it can only take those of others, at a cost of 100,000 more.</source>
<translation>elle ne peut prendre que ceux d'autres, à un coût de 100,000 de plus.</translation></message>
<message><source>it costs least for</source>
<translation>elle coûte le moins à</translation></message>
<message><source>it does not hold</source>
<translation>ce n'est pas vrai</translation></message>
<message><source>it fell behind the cut</source>
<translation>tombée derrière la coupure</translation></message>
<message><source>it gets no anchor</source>
<translation>elle n'a pas d'ancre</translation></message>
<message><source>it has none</source>
<translation>elle n'en a pas</translation></message>
<message><source>it stays after contests in one of them</source>
<translation>reste après dispute dans l'un</translation></message>
<message><source>it took none</source>
<translation>elle n'en a pris aucun</translation></message>
<message><source>it took the {chosen:,} {superlative}, {towards} {cut}</source>
<translation>elle a pris les {chosen:,} {superlative}, {towards} {cut}</translation></message>
<message><source>it took the {superlative} one, at {cut}</source>
<translation>elle en a pris un ({superlative}), à {cut}</translation></message>
<message><source>its centre is not inside the ground truth</source>
<translation>centre hors de la vérité terrain</translation></message>
<message><source>its class</source>
<translation>sa classe</translation></message>
<message><source>its cost crossed the cut</source>
<translation>son coût a passé la coupure</translation></message>
<message><source>its cost for the ground truth it costs least</source>
<translation>son coût pour la vérité terrain à qui elle coûte le moins</translation></message>
<message><source>its label in the stage, and whether it is in the mini-batch</source>
<translation>son label à l'étage, et si elle est dans le mini-batch</translation></message>
<message><source>its likeliest class</source>
<translation>sa classe la plus probable</translation></message>
<message><source>its metric crossed the cut</source>
<translation>sa métrique a passé la coupure</translation></message>
<message><source>its name</source>
<translation>son nom</translation></message>
<message><source>its own</source>
<translation>à elle</translation></message>
<message><source>its prediction crossed the ignore threshold</source>
<translation>prédiction passée par le seuil d'ignorance</translation></message>
<message><source>its root is &lt;{found}&gt;, wanted &lt;{root}&gt;</source>
<translation>sa racine est &lt;{found}&gt;, attendu : &lt;{root}&gt;</translation></message>
<message><source>its shape crossed the threshold for further anchors</source>
<translation>forme passée par le seuil des suivantes</translation></message>
<message><source>judged</source>
<translation>jugé</translation></message>
<message><source>just as much and which comes first</source>
<translation>tout autant et qui vient d'abord</translation></message>
<message><source>just as much, and comes first,</source>
<translation>tout autant, et vient d'abord,</translation></message>
<message><source>just as much, which comes first</source>
<translation>tout autant, qui vient d'abord</translation></message>
<message><source>k</source>
<translation>k</translation></message>
<message><source>k of the first of them</source>
<translation>k du premier d'entre eux</translation></message>
<message><source>keep sides &gt;= or &gt; min_size</source>
<translation>garder les côtés &gt;= ou &gt; min_size</translation></message>
<message><source>kept</source>
<translation>conservée</translation></message>
<message><source>kept above {least}</source>
<translation>conservée au-dessus de {least}</translation></message>
<message><source>kept boxes</source>
<translation>boîtes conservées</translation></message>
<message><source>kept for {whose}</source>
<translation>gardée pour {whose}</translation></message>
<message><source>kept proposals, best scores first</source>
<translation>propositions conservées, meilleurs scores d'abord</translation></message>
<message><source>kept suppressed fate nms detections roi top-k layer</source>
<translation>kept suppressed fate nms detections roi top-k layer conservée supprimée sort</translation></message>
<message><source>knee of smooth L1, also of EIoU's, bounded IoU's and balanced L1's; 0 is L1; sigma of the article's code is 1 / sqrt(beta)</source>
<translation>genou de smooth L1, aussi d'EIoU, de bounded IoU et de balanced L1 ; 0 est L1 ; sigma du code de l'article est 1 / sqrt(beta)</translation></message>
<message><source>knee β = {beta}</source>
<translation>genou β = {beta}</translation></message>
<message><source>l</source>
<translation>l</translation></message>
<message><source>l1</source>
<translation>L1</translation></message>
<message><source>label</source>
<translation>label</translation></message>
<message><source>label in A</source>
<translation>label dans A</translation></message>
<message><source>label in B</source>
<translation>label dans B</translation></message>
<message><source>label in {title}</source>
<translation>label dans {title}</translation></message>
<message><source>labels by geometry alone</source>
<translation>étiquette par la seule géométrie</translation></message>
<message><source>landmarks</source>
<translation>repères</translation></message>
<message><source>language translation locale</source>
<translation>language translation locale langue traduction</translation></message>
<message><source>large</source>
<translation>grand</translation></message>
<message><source>largest ratio of a side to the anchor's, either way, not reached</source>
<translation>plus grand rapport d'un côté à celui de l'ancre, dans un sens ou l'autre, non atteint</translation></message>
<message><source>last step {step} · {ago}</source>
<translation>dernière étape {step} · {ago}</translation></message>
<message><source>latest last live catch up</source>
<translation>latest last live catch up dernière</translation></message>
<message><source>lay both over the picture of the row chosen below</source>
<translation>poser les deux sur l'image de la ligne choisie dessous</translation></message>
<message><source>leave out what is the same in A and in B, on both pictures</source>
<translation>omettre ce qui est pareil dans A et dans B, sur les deux images</translation></message>
<message><source>leaves the picture</source>
<translation>sort de l'image</translation></message>
<message><source>leaves {picture}; as corners {x}, {y}, {right}, {bottom} it would fit</source>
<translation>en sort ({picture}) ; en coins {x}, {y}, {right}, {bottom} elle tiendrait</translation></message>
<message><source>leaves {picture}; with {x:g}, {y:g} for its corner instead of its centre it would fit</source>
<translation>en sort ({picture}) ; avec {x:g}, {y:g} pour coin au lieu du centre, elle tiendrait</translation></message>
<message><source>left</source>
<translation>restant</translation></message>
<message><source>left out</source>
<translation>omis</translation></message>
<message><source>level</source>
<translation>niveau</translation></message>
<message><source>level == 3 and 0.3 &lt;= iou &lt; 0.7 or not sampled</source>
<translation>level == 3 and 0.3 &lt;= iou &lt; 0.7 or not sampled</translation></message>
<message><source>level == 3 and score &gt; 0.5 or not sampled</source>
<translation>level == 3 and score &gt; 0.5 or not sampled</translation></message>
<message><source>level of the best anchor</source>
<translation>niveau de la meilleure ancre</translation></message>
<message><source>level_mean: class targets are drawn so far towards one half</source>
<translation>level_mean : les cibles de classe sont tirées d'autant vers un demi</translation></message>
<message><source>level_mean: factor of the right class in its entropy</source>
<translation>level_mean : facteur de la bonne classe dans son entropie</translation></message>
<message><source>level_mean: factors of objectness by level; further levels have the last</source>
<translation>level_mean : facteurs de l'objectness par niveau ; les niveaux suivants ont le dernier</translation></message>
<message><source>level_mean: how much easy answers are damped; 0: not at all</source>
<translation>level_mean : combien sont amorties les réponses faciles ; 0 : pas du tout</translation></message>
<message><source>levels from the largest stride to the smallest</source>
<translation>niveaux du plus grand stride au plus petit</translation></message>
<message><source>levels of objectness in the other order than those of deltas</source>
<translation>niveaux d'objectness dans l'autre ordre que ceux des deltas</translation></message>
<message><source>lies on ground truth {n} of the same class, IoU {iou:.3f}</source>
<translation>est sur la vérité terrain {n} de la même classe, IoU {iou:.3f}</translation></message>
<message><source>lies outside, clipped to no width or height</source>
<translation>est dehors, coupée sans largeur ou hauteur</translation></message>
<message><source>lies wholly outside {picture}</source>
<translation>est tout entière dehors ({picture})</translation></message>
<message><source>list thumbnails findings unmatched low-quality low quality zero-size</source>
<translation>list thumbnails findings unmatched low-quality zero-size liste constats</translation></message>
<message><source>live watch run recorder step rolling</source>
<translation>live watch run recorder step rolling suivre entraînement étape</translation></message>
<message><source>load import coco json picture image annotations recipe</source>
<translation>load import coco json picture image annotations recipe charger recette</translation></message>
<message><source>load import coco voc yolo images annotations</source>
<translation>load import coco voc yolo images annotations charger</translation></message>
<message><source>load predictions results checkpoint onnx dump model coco</source>
<translation>load predictions results checkpoint onnx dump model coco charger prédictions modèle</translation></message>
<message><source>load predictions results checkpoints dump timeline</source>
<translation>load predictions results checkpoints dump timeline charger prédictions</translation></message>
<message><source>load toml config settings</source>
<translation>load toml config settings charger réglages</translation></message>
<message><source>log of the side's ratio is cut above this before exp; inf: never</source>
<translation>le log du rapport des côtés est coupé au-dessus de ceci avant exp ; inf : jamais</translation></message>
<message><source>logit</source>
<translation>logit</translation></message>
<message><source>looking for better anchors</source>
<translation>recherche de meilleures ancres</translation></message>
<message><source>looks like GeoJSON: it is not COCO</source>
<translation>ressemble à GeoJSON : ce n'est pas du COCO</translation></message>
<message><source>looks like a pickle, which is read only where its name says so: .pkl or .pickle</source>
<translation>ressemble à un pickle, lu seulement si son nom le dit : .pkl ou .pickle</translation></message>
<message><source>loss</source>
<translation>perte</translation></message>
<message><source>loss of the image</source>
<translation>perte de l'image</translation></message>
<message><source>loss: box and {scores}</source>
<translation>perte : boîte et {scores}</translation></message>
<message><source>lost</source>
<translation>perdu</translation></message>
<message><source>lost ground truths behind it</source>
<translation>vérités terrain perdues derrière</translation></message>
<message><source>lost: {now}, was {before}</source>
<translation>perdu : {now}, était {before}</translation></message>
<message><source>low score</source>
<translation>score bas</translation></message>
<message><source>low-quality</source>
<translation>faible qualité</translation></message>
<message><source>low-quality only</source>
<translation>faible qualité seule</translation></message>
<message><source>mAP 0.50</source>
<translation>mAP 0.50</translation></message>
<message><source>mAP 0.50 to 0.95</source>
<translation>mAP 0.50 à 0.95</translation></message>
<message><source>mAP 0.75</source>
<translation>mAP 0.75</translation></message>
<message><source>mAP and its errors</source>
<translation>mAP et ses erreurs</translation></message>
<message><source>mAP and the errors of the boxes, part {n} of {of}</source>
<translation>mAP et les erreurs des boîtes, partie {n} sur {of}</translation></message>
<message><source>mAP is not compared: there is none now, was {before}</source>
<translation>mAP n'est pas comparée : il n'y en a plus, était {before}</translation></message>
<message><source>mAP: {now}, was {before}</source>
<translation>mAP : {now}, était {before}</translation></message>
<message><source>magnify centre center</source>
<translation>magnify centre center agrandir centrer</translation></message>
<message><source>main view workspace</source>
<translation>main view workspace vue espace</translation></message>
<message><source>matched</source>
<translation>appariée</translation></message>
<message><source>matched like the others</source>
<translation>appariée comme les autres</translation></message>
<message><source>maths</source>
<translation>maths</translation></message>
<message><source>maximise presentation</source>
<translation>maximise presentation maximiser présentation</translation></message>
<message><source>mean IoU of ground truths with the best of those boxes</source>
<translation>IoU moyenne des vérités terrain avec la meilleure de ces boîtes</translation></message>
<message><source>mean best IoU</source>
<translation>meilleure IoU moyenne</translation></message>
<message><source>mean logit of positives less that of negatives</source>
<translation>logit moyen des positifs moins celui des négatifs</translation></message>
<message><source>mean of a box with an anchor in the mini-batch</source>
<translation>moyenne d'une boîte avec une ancre dans le mini-batch</translation></message>
<message><source>mean of the four</source>
<translation>moyenne des quatre</translation></message>
<message><source>mean score</source>
<translation>score moyen</translation></message>
<message><source>mean {loss} loss</source>
<translation>perte moyenne ({loss})</translation></message>
<message><source>mean ± std of t*</source>
<translation>moyenne ± écart type de t*</translation></message>
<message><source>means</source>
<translation>means</translation></message>
<message><source>means by level</source>
<translation>moyennes par niveau</translation></message>
<message><source>median px</source>
<translation>px médian</translation></message>
<message><source>median √area, found</source>
<translation>√aire médiane, trouvées</translation></message>
<message><source>median √area, lost</source>
<translation>√aire médiane, perdues</translation></message>
<message><source>medium</source>
<translation>moyen</translation></message>
<message><source>metric</source>
<translation>métrique</translation></message>
<message><source>mini-batch minibatch batch anchors layer</source>
<translation>mini-batch minibatch batch anchors layer calque</translation></message>
<message><source>mirrored left to right</source>
<translation>en miroir gauche-droite</translation></message>
<message><source>mirrored left to right and top to bottom</source>
<translation>en miroir gauche-droite et haut-bas</translation></message>
<message><source>mirrored top to bottom</source>
<translation>en miroir haut-bas</translation></message>
<message><source>missed</source>
<translation>manquée</translation></message>
<message><source>more</source>
<translation>plus</translation></message>
<message><source>more, IoU {iou},</source>
<translation>plus, IoU {iou},</translation></message>
<message><source>mosaic of {n}</source>
<translation>mosaïque de {n}</translation></message>
<message><source>most</source>
<translation>le plus</translation></message>
<message><source>most the longer side may have, px</source>
<translation>longueur maximale du plus long côté, px</translation></message>
<message><source>moved</source>
<translation>déplacé</translation></message>
<message><source>moves the picture, and presses what has the keyboard</source>
<translation>déplace l'image, et presse ce qui a le clavier</translation></message>
<message><source>moving_average: its value before this picture</source>
<translation>moving_average : sa valeur avant cette image</translation></message>
<message><source>name</source>
<translation>nom</translation></message>
<message><source>named by the outputs; yours, {own}, returns with the next dataset</source>
<translation>nommée par les sorties ; la vôtre, {own}, revient avec le prochain jeu de données</translation></message>
<message><source>names no columns of a picture and its box; its first row is {row}</source>
<translation>ne nomme pas de colonnes d'une image et de sa boîte ; sa première ligne est {row}</translation></message>
<message><source>names no pictures {under}</source>
<translation>ne nomme aucune image {under}</translation></message>
<message><source>names: wanted texts</source>
<translation>names : attendu, des textes</translation></message>
<message><source>near</source>
<translation>proche</translation></message>
<message><source>needs a dataset</source>
<translation>exige un jeu de données</translation></message>
<message><source>needs a dataset and raw outputs</source>
<translation>exige un jeu de données et des sorties brutes</translation></message>
<message><source>needs predictions</source>
<translation>exige des prédictions</translation></message>
<message><source>needs raw outputs</source>
<translation>exige des sorties brutes</translation></message>
<message><source>neg. &lt;</source>
<translation>nég. &lt;</translation></message>
<message><source>negative</source>
<translation>négatif</translation></message>
<message><source>negative anchors</source>
<translation>ancres négatives</translation></message>
<message><source>negative points</source>
<translation>points négatifs</translation></message>
<message><source>negative threshold</source>
<translation>seuil négatif</translation></message>
<message><source>neighbour cell</source>
<translation>cellule voisine</translation></message>
<message><source>network px</source>
<translation>px du réseau</translation></message>
<message><source>network px  x {x}  y {y}</source>
<translation>px du réseau  x {x}  y {y}</translation></message>
<message><source>network px a px of the picture</source>
<translation>px du réseau par px de l'image</translation></message>
<message><source>network px²</source>
<translation>px² du réseau</translation></message>
<message><source>never 0.50</source>
<translation>jamais 0.50</translation></message>
<message><source>never a candidate</source>
<translation>jamais candidate</translation></message>
<message><source>never reaches IoU 0.50</source>
<translation>n'atteint jamais IoU 0.50</translation></message>
<message><source>new</source>
<translation>nouveau</translation></message>
<message><source>new / old per axis, or the one scale for both</source>
<translation>nouveau / ancien par axe, ou une échelle pour les deux</translation></message>
<message><source>no</source>
<translation>non</translation></message>
<message><source>no anchor is positive, so nothing can be compared</source>
<translation>aucune ancre n'est positive, donc rien à comparer</translation></message>
<message><source>no anchor passes the rule</source>
<translation>aucune ancre ne passe la règle</translation></message>
<message><source>no anchor reaches the threshold</source>
<translation>aucune ancre n'atteint le seuil</translation></message>
<message><source>no box</source>
<translation>sans boîte</translation></message>
<message><source>no boxes any more of {classes}</source>
<translation>plus de boîtes de {classes}</translation></message>
<message><source>no candidate</source>
<translation>aucun candidat</translation></message>
<message><source>no cut, none is taken</source>
<translation>aucune coupe, rien n’est pris</translation></message>
<message><source>no ground truth has a say beyond the thresholds</source>
<translation>aucune vérité terrain n'a son mot au-delà des seuils</translation></message>
<message><source>no ground truth has it as a candidate</source>
<translation>candidate d'aucune vérité terrain</translation></message>
<message><source>no ground truth is most like its shape in its cell</source>
<translation>aucune GT n'a sa forme dans sa cellule</translation></message>
<message><source>no ground truth of such sides has its centre near</source>
<translation>aucune GT de tels côtés au centre proche</translation></message>
<message><source>no ground truth: the library cannot train on this picture; all anchors are shown as negative</source>
<translation>pas de vérité terrain : la bibliothèque ne peut s'entraîner sur cette image ; toutes les ancres sont montrées négatives</translation></message>
<message><source>no hypothesis fits: {problem}</source>
<translation>aucune hypothèse ne va : {problem}</translation></message>
<message><source>no hypothesis ranks positives above more than {share} of negatives</source>
<translation>aucune hypothèse ne place les positifs devant plus de {share} des négatifs</translation></message>
<message><source>no key</source>
<translation>aucune touche</translation></message>
<message><source>no known class</source>
<translation>classe inconnue</translation></message>
<message><source>no list</source>
<translation>pas une liste</translation></message>
<message><source>no longer there</source>
<translation>n'y est plus</translation></message>
<message><source>no object</source>
<translation>pas un objet</translation></message>
<message><source>no other dataset</source>
<translation>aucun autre jeu de données</translation></message>
<message><source>no other outputs</source>
<translation>aucune autre sortie</translation></message>
<message><source>no other recipe</source>
<translation>aucune autre recette</translation></message>
<message><source>no pair</source>
<translation>pas de paire</translation></message>
<message><source>no picture</source>
<translation>pas d'image</translation></message>
<message><source>no picture has outputs that can be used</source>
<translation>aucune image n'a de sorties utilisables</translation></message>
<message><source>no positive anchor</source>
<translation>aucune ancre positive</translation></message>
<message><source>no prediction</source>
<translation>pas de prédiction</translation></message>
<message><source>no prediction can make one positive for it: it is never learned.</source>
<translation>aucune prédiction ne peut en rendre un positif pour elle : elle n'est jamais apprise.</translation></message>
<message><source>no proposal at IoU {v}</source>
<translation>aucune proposition à IoU {v}</translation></message>
<message><source>no ratio fits</source>
<translation>aucun rapport ne convient</translation></message>
<message><source>no recipe was edited and nothing tried out</source>
<translation>aucune recette n'a été modifiée et rien n'a été essayé</translation></message>
<message><source>no step was recorded</source>
<translation>aucune étape enregistrée</translation></message>
<message><source>no step yet, watching {path}</source>
<translation>pas encore d'étape, surveille {path}</translation></message>
<message><source>no such file or folder</source>
<translation>pas de tel fichier ni dossier</translation></message>
<message><source>no such file or folder, {wanted}</source>
<translation>aucun fichier ni dossier de ce nom, {wanted}</translation></message>
<message><source>no suffix</source>
<translation>sans extension</translation></message>
<message><source>no target</source>
<translation>pas de cible</translation></message>
<message><source>no, NaN or ∞</source>
<translation>aucun, NaN ou ∞</translation></message>
<message><source>no, {value:.2g} % apart</source>
<translation>non, {value:.2g} % d'écart</translation></message>
<message><source>nominal stride of each level, px</source>
<translation>stride nominal de chaque niveau, px</translation></message>
<message><source>none</source>
<translation>aucun</translation></message>
<message><source>none of {every} is taken</source>
<translation>aucun de {every} n'est pris</translation></message>
<message><source>none yet</source>
<translation>aucun encore</translation></message>
<message><source>none: decoded boxes have no loss</source>
<translation>aucune : les boîtes décodées n'ont pas de perte</translation></message>
<message><source>none: it is in no loss</source>
<translation>aucun : dans aucune perte</translation></message>
<message><source>none: no decoded box belongs to it</source>
<translation>aucun : aucune boîte décodée ne lui appartient</translation></message>
<message><source>normalised</source>
<translation>normalisé</translation></message>
<message><source>not XML: {why}</source>
<translation>pas du XML : {why}</translation></message>
<message><source>not YAML that can be read: {why}</source>
<translation>pas un YAML lisible : {why}</translation></message>
<message><source>not among the nearest</source>
<translation>pas parmi les plus proches</translation></message>
<message><source>not among the nearest anchors of its level</source>
<translation>pas parmi les plus proches du niveau</translation></message>
<message><source>not evaluated as yet</source>
<translation>pas encore évalué</translation></message>
<message><source>not found</source>
<translation>introuvable</translation></message>
<message numerus="yes"><source>not in the file: findings of {n} images with another of the same name but for the ending, which this format takes for one</source>
<translation><numerusform>pas dans le fichier : constats de {n} image à côté d'une du même nom à l'extension près, que ce format prend pour une seule</numerusform><numerusform>pas dans le fichier : constats de {n} images à côté d'une du même nom à l'extension près, que ce format prend pour une seule</numerusform></translation></message>
<message numerus="yes"><source>not in the file: findings of {n} images with another of the same name, which a tool takes for one</source>
<translation><numerusform>pas dans le fichier : constats de {n} image avec une autre du même nom, qu'un outil prend pour une seule</numerusform><numerusform>pas dans le fichier : constats de {n} images avec une autre du même nom, qu'un outil prend pour une seule</numerusform></translation></message>
<message numerus="yes"><source>not in the file: findings of {n} whole images, for which this format has no place</source>
<translation><numerusform>pas dans le fichier : constats de {n} image entière, pour lesquels ce format n'a pas de place</numerusform><numerusform>pas dans le fichier : constats de {n} images entières, pour lesquels ce format n'a pas de place</numerusform></translation></message>
<message numerus="yes"><source>not in the file: {n} findings in images of unknown size</source>
<translation><numerusform>pas dans le fichier : {n} constat dans des images de taille inconnue</numerusform><numerusform>pas dans le fichier : {n} constats dans des images de taille inconnue</numerusform></translation></message>
<message numerus="yes"><source>not in the file: {n} findings of the dataset as a whole</source>
<translation><numerusform>pas dans le fichier : {n} constat sur le jeu de données entier</numerusform><numerusform>pas dans le fichier : {n} constats sur le jeu de données entier</numerusform></translation></message>
<message><source>not kept</source>
<translation>pas conservée</translation></message>
<message><source>not looked through</source>
<translation>non parcouru</translation></message>
<message><source>not now</source>
<translation>pas maintenant</translation></message>
<message><source>not readable as .zip: {why}</source>
<translation>illisible comme .zip : {why}</translation></message>
<message><source>not readable as TOML: {why}</source>
<translation>illisible comme TOML : {why}</translation></message>
<message><source>not scanned yet</source>
<translation>pas encore analysé</translation></message>
<message><source>note</source>
<translation>note</translation></message>
<message><source>nothing</source>
<translation>rien</translation></message>
<message><source>nothing else</source>
<translation>rien d'autre</translation></message>
<message><source>nothing odd</source>
<translation>rien d'étrange</translation></message>
<message><source>now</source>
<translation>maintenant</translation></message>
<message><source>number</source>
<translation>numéro</translation></message>
<message><source>number in its image, and class</source>
<translation>numéro dans son image, et classe</translation></message>
<message><source>numbers in the order {order}</source>
<translation>nombres dans l'ordre {order}</translation></message>
<message><source>numbers of the network for each distance: 1, or one for each whole distance from 0</source>
<translation>nombres du réseau par distance : 1, ou un pour chaque distance entière depuis 0</translation></message>
<message><source>o</source>
<translation>o</translation></message>
<message><source>object truth gt box annotation</source>
<translation>object truth gt box annotation objet</translation></message>
<message><source>objectness</source>
<translation>objectness</translation></message>
<message><source>objectness + class</source>
<translation>objectness + classe</translation></message>
<message><source>objectness has the anchors of a cell as the recipe</source>
<translation>l'objectness a les ancres d'une cellule comme la recette</translation></message>
<message><source>objectness has {order}</source>
<translation>l'objectness a {order}</translation></message>
<message><source>objectness lies as {order}</source>
<translation>objectness rangée en {order}</translation></message>
<message><source>objectness or class loss and box loss with their normalisers</source>
<translation>perte d'objectness ou de classe et perte de boîte avec leurs normaliseurs</translation></message>
<message><source>octagon</source>
<translation>octagon</translation></message>
<message><source>octaves of each level, in multiples of base_sizes</source>
<translation>octaves de chaque niveau, en multiples de base_sizes</translation></message>
<message><source>of a cell's anchors: by ratio then size, by size then ratio, or both squares and then the first size's ratios</source>
<translation>des ancres d'une cellule : par rapport puis taille, par taille puis rapport, ou les deux carrés puis les rapports de la première taille</translation></message>
<message><source>of a recipe with a second stage: proposals with their labels in the anchors' place</source>
<translation>d'une recette à second étage : les propositions et leurs labels à la place des ancres</translation></message>
<message><source>of anchors alone</source>
<translation>des ancres seules</translation></message>
<message><source>of another anchor of the cell</source>
<translation>d'une autre ancre de la cellule</translation></message>
<message><source>of class {name}</source>
<translation>de classe {name}</translation></message>
<message><source>of fitting sides in the cell of a centre or beside</source>
<translation>de côtés convenables dans la cellule d'un centre ou à côté</translation></message>
<message><source>of fitting sides in the cell of its centre or beside</source>
<translation>de côtés convenables dans la cellule de son centre ou à côté</translation></message>
<message><source>of ground truth {owner} number {rank} of {many:,} with a {ranked_by} of {value_at}; {cut_words}</source>
<translation>de la vérité terrain {owner} numéro {rank} sur {many:,}, {ranked_by} : {value_at} ; {cut_words}</translation></message>
<message><source>of its positives, those that only the low-quality rule makes positive</source>
<translation>de ses positifs, ceux que seule la règle faible qualité rend positifs</translation></message>
<message><source>of its side</source>
<translation>de son côté</translation></message>
<message><source>of mAP 0.50, gained if this error alone were mended: they do not add up</source>
<translation>de mAP 0.50, gagné si cette erreur seule était corrigée : ils ne s'additionnent pas</translation></message>
<message><source>of the anchor</source>
<translation>de l'ancre</translation></message>
<message><source>of the anchor with the ground truth</source>
<translation>de l'ancre avec la vérité terrain</translation></message>
<message><source>of the best anchor</source>
<translation>de la meilleure ancre</translation></message>
<message><source>of the best points</source>
<translation>des meilleurs points</translation></message>
<message><source>of the box for that class with the ground truth</source>
<translation>de la boîte pour cette classe avec la vérité terrain</translation></message>
<message><source>of the cell above</source>
<translation>de la cellule au-dessus</translation></message>
<message><source>of the cell below</source>
<translation>de la cellule au-dessous</translation></message>
<message><source>of the cell left</source>
<translation>de la cellule de gauche</translation></message>
<message><source>of the cell right</source>
<translation>de la cellule de droite</translation></message>
<message><source>of the decoded box with the ground truth</source>
<translation>de la boîte décodée avec la vérité terrain</translation></message>
<message><source>of the moved box</source>
<translation>de la boîte déplacée</translation></message>
<message><source>of the number of positives</source>
<translation>du nombre de positifs</translation></message>
<message><source>of the other pictures</source>
<translation>des autres images</translation></message>
<message><source>of the picture mirrored</source>
<translation>de l'image en miroir</translation></message>
<message><source>of the picture turned round</source>
<translation>de l'image retournée d'un demi-tour</translation></message>
<message><source>of the picture upside down</source>
<translation>de l'image tête en bas</translation></message>
<message><source>of the predicted box</source>
<translation>de la boîte prédite</translation></message>
<message><source>of these by the low-quality rule</source>
<translation>de ceux-ci par la règle faible qualité</translation></message>
<message><source>on background</source>
<translation>sur le fond</translation></message>
<message><source>on disk, since it was read: {names}</source>
<translation>sur disque, depuis la lecture : {names}</translation></message>
<message><source>on the command line: {options}</source>
<translation>en ligne de commande : {options}</translation></message>
<message><source>on: boxes belong to the turned pictures; off: to the pixels as stored</source>
<translation>oui : les boîtes sont des images tournées ; non : des pixels tels que stockés</translation></message>
<message><source>one dump, or the checkpoints of one training</source>
<translation>un dump, ou les checkpoints d'un entraînement</translation></message>
<message><source>one level more, of stride {stride} px and half the smallest size</source>
<translation>un niveau de plus, de stride {stride} px et de la moitié de la plus petite taille</translation></message>
<message><source>one more box of a ground truth that has one</source>
<translation>une boîte de plus d'une vérité terrain qui en a une</translation></message>
<message><source>one or two positives</source>
<translation>un ou deux positifs</translation></message>
<message><source>one picture and every anchor on it</source>
<translation>une image et chaque ancre dessus</translation></message>
<message><source>only cells with a centre may be positive</source>
<translation>seules cellules à centre positives</translation></message>
<message><source>only in the cells that hold a ground truth's centre, with strict thresholds (YOLO)</source>
<translation>seulement dans les cellules du centre d'une vérité terrain, à seuils stricts (YOLO)</translation></message>
<message><source>only outputs can tell</source>
<translation>seules les sorties le disent</translation></message>
<message><source>only predictions decide which anchors are positive</source>
<translation>seules les prédictions décident quelles ancres sont positives</translation></message>
<message><source>only predictions decide which points are positive</source>
<translation>seules les prédictions décident quels points sont positifs</translation></message>
<message><source>only where that best IoU is at least this</source>
<translation>seulement où cette meilleure IoU vaut au moins ceci</translation></message>
<message><source>only where that best IoU is over this</source>
<translation>seulement où cette meilleure IoU dépasse ceci</translation></message>
<message><source>open predictions first: Ctrl+P</source>
<translation>ouvrir d'abord des prédictions : Ctrl+P</translation></message>
<message><source>opens the menu {name}</source>
<translation>ouvre le menu {name}</translation></message>
<message><source>opens the same annotations with the pictures of another folder</source>
<translation>ouvre les mêmes annotations avec les images d'un autre dossier</translation></message>
<message><source>optional; without them you see labels and targets, with them t, losses and proposals</source>
<translation>facultatif ; sans elles labels et cibles, avec elles t, pertes et propositions</translation></message>
<message><source>or means wanted</source>
<translation>ou means voulus</translation></message>
<message><source>order of the four numbers in the network's output and in t</source>
<translation>ordre des quatre nombres dans la sortie du réseau et dans t</translation></message>
<message><source>order worst loss</source>
<translation>order worst loss ordre pire</translation></message>
<message><source>original px  x {x}  y {y}</source>
<translation>px d'origine  x {x}  y {y}</translation></message>
<message><source>original {original}  →  network {network}{scale}  →  padded {padded}</source>
<translation>origine {original}  →  réseau {network}{scale}  →  complétée {padded}</translation></message>
<message><source>other GT owns it</source>
<translation>une autre GT la possède</translation></message>
<message><source>other cell</source>
<translation>autre cellule</translation></message>
<message><source>other shape or cell</source>
<translation>autre forme ou cellule</translation></message>
<message><source>other sizes and ratios, each counted over the whole dataset</source>
<translation>autres tailles et rapports, chacun compté sur tout le jeu de données</translation></message>
<message><source>outputs</source>
<translation>sorties</translation></message>
<message><source>outputs A</source>
<translation>sorties A</translation></message>
<message><source>outputs B</source>
<translation>sorties B</translation></message>
<message><source>outside</source>
<translation>dehors</translation></message>
<message><source>outside the assignment in one of them</source>
<translation>hors de l'assignation dans l'une</translation></message>
<message><source>outside the crop</source>
<translation>hors du recadrage</translation></message>
<message><source>outside the mosaic</source>
<translation>hors de la mosaïque</translation></message>
<message><source>outside the picture in one of them</source>
<translation>hors de l'image dans l'un</translation></message>
<message><source>over</source>
<translation>au-dessus</translation></message>
<message><source>over the boxes of a stage before: the mean of all stages' logits, or of all stages' scores</source>
<translation>sur les boîtes d'un étage d'avant : la moyenne des logits, ou des scores, de tous les étages</translation></message>
<message><source>over the cut</source>
<translation>au-delà de la coupure</translation></message>
<message><source>overlap of the decoded box with the ground truth</source>
<translation>recouvrement de la boîte décodée avec la vérité terrain</translation></message>
<message><source>overlap to the beta</source>
<translation>recouvrement puissance beta</translation></message>
<message><source>overlap with the box that suppressed it</source>
<translation>recouvrement avec la boîte qui l'a supprimée</translation></message>
<message><source>overlaps no anchor</source>
<translation>ne recouvre aucune ancre</translation></message>
<message><source>p</source>
<translation>p</translation></message>
<message><source>p NaN, so it has no rank</source>
<translation>p NaN, donc sans rang</translation></message>
<message><source>p of its own class</source>
<translation>p de sa propre classe</translation></message>
<message><source>p of the background</source>
<translation>p du fond</translation></message>
<message><source>p {lowest:.3f} and up</source>
<translation>p dès {lowest:.3f}</translation></message>
<message><source>p, the best class's</source>
<translation>p, de la meilleure classe</translation></message>
<message><source>padded</source>
<translation>complétée</translation></message>
<message><source>padded to a multiple of this, 1: not</source>
<translation>complétée à un multiple de ceci, 1 : non</translation></message>
<message><source>padded to long x long; to the next multiples of 64, whatever long; or neither scaled nor padded</source>
<translation>complétée à long x long ; aux multiples de 64 suivants, quel que soit long ; ou ni mise à l'échelle ni complétée</translation></message>
<message><source>padded to the next multiple of stride, to size, or not at all, stretched to size</source>
<translation>complétée au multiple suivant de stride, à size, ou pas du tout, étirée à size</translation></message>
<message><source>padded to the square, or to the shape of the pictures in the batch</source>
<translation>complétée au carré, ou à la forme des images du batch</translation></message>
<message><source>pairs</source>
<translation>paires</translation></message>
<message><source>pairs of a level's stride, px, and by what the sigmoid is stretched about the middle of its cell; 1 elsewhere (darknet's scale_x_y)</source>
<translation>paires d'un stride de niveau, px, et de l'étirement de la sigmoïde autour du milieu de sa cellule ; 1 ailleurs (scale_x_y de darknet)</translation></message>
<message><source>panels docks default restore</source>
<translation>panels docks default restore panneaux défaut</translation></message>
<message><source>part of a cell from whose edge on the cell beside is taken too, not reached</source>
<translation>part d'une cellule depuis le bord de laquelle la voisine est prise aussi, non atteinte</translation></message>
<message><source>part of the box loss, of a box in the mini-batch</source>
<translation>part de la perte de boîte, d'une boîte du mini-batch</translation></message>
<message><source>part of the class loss, of a box in the mini-batch</source>
<translation>part de la perte de classe, d'une boîte du mini-batch</translation></message>
<message><source>part of the total loss</source>
<translation>part de la perte totale</translation></message>
<message><source>per box</source>
<translation>par boîte</translation></message>
<message><source>picture missing</source>
<translation>image manquante</translation></message>
<message><source>picture unreadable</source>
<translation>image illisible</translation></message>
<message><source>pictures annotated with another size than their file has</source>
<translation>images annotées d'une autre taille que leur fichier</translation></message>
<message><source>pictures missing: their file was not found</source>
<translation>images manquantes : leur fichier est introuvable</translation></message>
<message><source>pictures unreadable: their file tells no size</source>
<translation>images illisibles : leur fichier ne dit pas de taille</translation></message>
<message><source>pictures whose width and height are exchanged, in the annotation or by the boxes</source>
<translation>images à largeur et hauteur échangées, dans l'annotation ou selon les boîtes</translation></message>
<message><source>pictures with all boxes within 0 to 1 where pixels are wanted</source>
<translation>images à boîtes toutes entre 0 et 1 où des pixels sont attendus</translation></message>
<message><source>pictures without any box</source>
<translation>images sans aucune boîte</translation></message>
<message><source>plain sums</source>
<translation>sommes simples</translation></message>
<message><source>point</source>
<translation>point</translation></message>
<message><source>points</source>
<translation>points</translation></message>
<message><source>points in the loss</source>
<translation>points dans la perte</translation></message>
<message><source>pooled from {level}</source>
<translation>regroupée depuis {level}</translation></message>
<message><source>pos. ≥</source>
<translation>pos. ≥</translation></message>
<message><source>positive</source>
<translation>positif</translation></message>
<message><source>positive anchors</source>
<translation>ancres positives</translation></message>
<message><source>positive anchors in A</source>
<translation>ancres positives dans A</translation></message>
<message><source>positive anchors in A by the low-quality rule</source>
<translation>ancres positives dans A par la règle faible qualité</translation></message>
<message><source>positive anchors in B</source>
<translation>ancres positives dans B</translation></message>
<message><source>positive anchors in B by the low-quality rule</source>
<translation>ancres positives dans B par la règle faible qualité</translation></message>
<message><source>positive anchors more in B</source>
<translation>ancres positives en plus dans B</translation></message>
<message><source>positive points</source>
<translation>points positifs</translation></message>
<message><source>positive threshold</source>
<translation>seuil positif</translation></message>
<message><source>positive, negative or ignored</source>
<translation>positif, négatif ou ignoré</translation></message>
<message><source>positives</source>
<translation>positifs</translation></message>
<message><source>positives a box</source>
<translation>positifs par boîte</translation></message>
<message><source>positives count alike in the box loss; by the centreness of the anchor in its ground truth, whose sum, at least 1, then divides the loss; or by the soft target of the class</source>
<translation>les positifs comptent pareil dans la perte de boîte ; par la centralité de l'ancre dans sa vérité terrain, dont la somme, au moins 1, divise alors la perte ; ou par la cible souple de la classe</translation></message>
<message><source>positives each</source>
<translation>positifs par GT</translation></message>
<message><source>positives score above {found} of negatives, not {own}</source>
<translation>les positifs dépassent {found} des négatifs, non {own}</translation></message>
<message><source>positives score above {here} of negatives, by the scores {of} above {there}</source>
<translation>les positifs dépassent {here} des négatifs, par les scores {of} {there}</translation></message>
<message><source>precision in which boxes are scaled</source>
<translation>précision de mise à l'échelle des boîtes</translation></message>
<message><source>precision in which the scale is computed</source>
<translation>précision du calcul de l'échelle</translation></message>
<message><source>precision of anchors and IoU; it decides ties</source>
<translation>précision des ancres et de l'IoU ; elle départage</translation></message>
<message><source>precision of decoding; the result is float32</source>
<translation>précision du décodage ; le résultat est float32</translation></message>
<message><source>precision of t*; the result is float32</source>
<translation>précision de t* ; le résultat est float32</translation></message>
<message><source>precision of the threshold that a float32 IoU is compared with</source>
<translation>précision du seuil auquel une IoU float32 est comparée</translation></message>
<message><source>predicted</source>
<translation>prédit</translation></message>
<message><source>predicted box of the selected anchor, or of every positive</source>
<translation>boîte prédite de l'ancre choisie, ou de chaque positive</translation></message>
<message><source>predicted box of the selected point, or of every positive</source>
<translation>boîte prédite du point sélectionné, ou de chaque positif</translation></message>
<message><source>prediction</source>
<translation>prédiction</translation></message>
<message><source>prediction fits</source>
<translation>prédiction convenable</translation></message>
<message><source>predicts IoU &gt; {ignore:.2f}</source>
<translation>prédit IoU &gt; {ignore:.2f}</translation></message>
<message><source>presets conventions library torchvision detectron2 mmdet anchors</source>
<translation>presets conventions library torchvision detectron2 mmdet anchors bibliothèque</translation></message>
<message><source>presses or enters what has the keyboard</source>
<translation>presse ou entre ce qui a le clavier</translation></message>
<message><source>proposal</source>
<translation>proposition</translation></message>
<message><source>proposal {n}</source>
<translation>proposition {n}</translation></message>
<message><source>proposal {n} was pooled from another map than this recipe's stage {stage} says</source>
<translation>la proposition {n} a été prise d'une autre carte que ne le dit l'étage {stage} de cette recette</translation></message>
<message><source>proposal {n}, cut later,</source>
<translation>proposition {n}, coupée après,</translation></message>
<message><source>proposal {n}: IoU {iou}, p {score}</source>
<translation>proposition {n} : IoU {iou}, p {score}</translation></message>
<message><source>proposals</source>
<translation>propositions</translation></message>
<message><source>proposals in the loss</source>
<translation>propositions dans la perte</translation></message>
<message><source>proposals with their labels</source>
<translation>propositions et leurs labels</translation></message>
<message><source>px</source>
<translation>px</translation></message>
<message><source>px an anchor may leave the picture before it counts as outside</source>
<translation>px dont une ancre peut sortir de l'image avant d'être dehors</translation></message>
<message><source>px by which an anchor's centre must lie inside the ground truth, not reached</source>
<translation>px dont le centre d'une ancre doit être dans la vérité terrain, non atteints</translation></message>
<message><source>px by which one group is shifted from the next; 0: as far as the largest coordinate, and one</source>
<translation>px dont un groupe est décalé du suivant ; 0 : de la plus grande coordonnée, plus un</translation></message>
<message><source>px of the longer side, and of the square</source>
<translation>px du plus long côté, et du carré</translation></message>
<message><source>px of the network; or of the picture, from before NMS, or from before decoding</source>
<translation>px du réseau ; ou de l'image, dès avant NMS, ou dès avant le décodage</translation></message>
<message><source>px of which picture min_size counts</source>
<translation>px de quelle image compte min_size</translation></message>
<message><source>px that the rest is a part of, where padded so far</source>
<translation>px dont le reste est une part, où complétée jusque-là</translation></message>
<message><source>px the centre may move along an axis</source>
<translation>px dont le centre peut bouger sur un axe</translation></message>
<message><source>px to which a shorter side of a ground truth is enlarged for its candidates; 0: none (YOLO26)</source>
<translation>px auxquels un petit côté d'une vérité terrain est agrandi pour ses candidats ; 0 : aucun (YOLO26)</translation></message>
<message><source>q is the soft target; the maxima are of the points it owns.</source>
<translation>q est la cible souple ; les maxima sont des points qu'elle possède.</translation></message>
<message><source>q, the target of the entropy, is how well the pair listed last fits by the IoU of the box loss, 0 or more.</source>
<translation>q, la cible de l'entropie, est l'ajustement de la dernière paire par l'IoU de la perte de boîte, au moins 0.</translation></message>
<message><source>r</source>
<translation>r</translation></message>
<message><source>radius</source>
<translation>rayon</translation></message>
<message><source>radius around the centre</source>
<translation>rayon autour du centre</translation></message>
<message><source>radius of the distance's cost</source>
<translation>rayon du coût de distance</translation></message>
<message><source>rank</source>
<translation>rang</translation></message>
<message><source>rank {rank} by p · p {score}</source>
<translation>rang {rank} par p · p {score}</translation></message>
<message><source>ratio</source>
<translation>rapport</translation></message>
<message><source>ratios of a cell in reverse order (w/h where the recipe has h/w)</source>
<translation>rapports d'une cellule en ordre inverse (w/h où la recette a h/w)</translation></message>
<message><source>reached</source>
<translation>atteint</translation></message>
<message><source>reached: best IoU ≥ {v}</source>
<translation>atteint : meilleure IoU ≥ {v}</translation></message>
<message><source>reaches</source>
<translation>atteint</translation></message>
<message><source>reaches {value} {unit} beyond {picture}</source>
<translation>dépasse de {value} {unit} ({picture})</translation></message>
<message><source>reading the annotations</source>
<translation>lecture des annotations</translation></message>
<message><source>reading the predictions</source>
<translation>lecture des prédictions</translation></message>
<message><source>reads the files again; picture, recipe and selection stay where they are still there</source>
<translation>relit les fichiers ; image, recette et sélection restent où elles existent encore</translation></message>
<message><source>recall at {iou}</source>
<translation>rappel à {iou}</translation></message>
<message><source>recall: {now} of the boxes reach IoU {at}, was {before}</source>
<translation>rappel : {now} des boîtes atteignent IoU {at}, était {before}</translation></message>
<message><source>recipe </source>
<translation>recette </translation></message>
<message><source>recipe  {name}</source>
<translation>recette  {name}</translation></message>
<message><source>recipe A</source>
<translation>recette A</translation></message>
<message><source>recipe B</source>
<translation>recette B</translation></message>
<message><source>records that could not be read and were left out</source>
<translation>entrées illisibles, omises</translation></message>
<message><source>records that several files may equally belong to, so that their boxes are left out</source>
<translation>entrées que plusieurs fichiers peuvent avoir, donc boîtes omises</translation></message>
<message><source>records that were read all the same, though odd</source>
<translation>entrées lues quand même, bien qu'étranges</translation></message>
<message><source>refresh update read again</source>
<translation>refresh update read again actualiser relire</translation></message>
<message><source>refused: it declares a document type</source>
<translation>refusé : déclare un type de document</translation></message>
<message><source>refused: {why}</source>
<translation>refusé : {why}</translation></message>
<message><source>reset to {name}</source>
<translation>remis à {name}</translation></message>
<message><source>residual d = t − t*</source>
<translation>résidu d = t − t*</translation></message>
<message><source>residual t − t*</source>
<translation>résidu t − t*</translation></message>
<message><source>residuals</source>
<translation>résidus</translation></message>
<message><source>residuals {said}; beta {beta:.4f}</source>
<translation>résidus {said} ; beta {beta:.4f}</translation></message>
<message><source>right</source>
<translation>juste</translation></message>
<message><source>right: IoU ≥ 0.50</source>
<translation>juste : IoU ≥ 0.50</translation></message>
<message><source>right: positive</source>
<translation>juste : positif</translation></message>
<message><source>root of the area, original px</source>
<translation>racine de l'aire, px d'origine</translation></message>
<message><source>rotate orientation</source>
<translation>rotate orientation tourner</translation></message>
<message><source>rows csv loss fate suppressed kept low-quality low quality</source>
<translation>rows csv loss fate suppressed kept low-quality lignes sort</translation></message>
<message><source>rows of six numbers, guessed to be x1, y1, x2, y2, {order}</source>
<translation>lignes de six nombres, sans doute x1, y1, x2, y2, {order}</translation></message>
<message><source>s</source>
<translation>s</translation></message>
<message><source>s is the score of the class, o the CIoU of the predicted box, for ground truth {n}.</source>
<translation>s est le score de la classe, o la CIoU de la boîte prédite, pour la GT {n}.</translation></message>
<message><source>sampled</source>
<translation>tiré</translation></message>
<message><source>sampled: number sampled; sampled_parts: max(positives, 1) + max(negatives, 1); batch: the batch's nominal size; positives: at least 1; positives_plus_one, four times for the box; moving_average: 0.9 before + 0.1 positives; none: plain sums; sampled_and_positives: number sampled, for the box four times the positives; level_mean: by level the means of each pair's box and class and of each anchor's objectness, whose target is the last pair's IoU (YOLOv5); targets: the sum of the soft targets, at least 1</source>
<translation>sampled : nombre tiré ; sampled_parts : max(positifs, 1) + max(négatifs, 1) ; batch : taille nominale du batch ; positives : au moins 1 ; positives_plus_one, quatre fois pour la boîte ; moving_average : 0.9 avant + 0.1 positifs ; none : sommes simples ; sampled_and_positives : nombre tiré, pour la boîte quatre fois les positifs ; level_mean : par niveau les moyennes de boîte et classe de chaque paire et de l'objectness de chaque ancre, dont la cible est l'IoU de la dernière paire (YOLOv5) ; targets : la somme des cibles souples, au moins 1</translation></message>
<message><source>save coco voc yolo labelme csv parquet json results predictions proposals detections</source>
<translation>save coco voc yolo labelme csv parquet json results predictions proposals detections enregistrer</translation></message>
<message><source>says how raw outputs are laid out; open it together with them</source>
<translation>dit comment des sorties brutes sont rangées ; l'ouvrir avec elles</translation></message>
<message><source>says {w} x {h} px, which its {size} bytes cannot hold</source>
<translation>dit {w} x {h} px, ce que ses {size} octets ne peuvent contenir</translation></message>
<message><source>scale {axis}</source>
<translation>échelle {axis}</translation></message>
<message><source>scaled and moved</source>
<translation>à l'échelle et déplacée</translation></message>
<message><source>score</source>
<translation>score</translation></message>
<message><source>score +</source>
<translation>score +</translation></message>
<message><source>score &gt; min_score comes before the first top-k; otherwise &gt;=, after it</source>
<translation>score &gt; min_score vient avant le premier top-k ; sinon &gt;=, après</translation></message>
<message><source>score of the RPN, 0 to 1</source>
<translation>score du RPN, 0 à 1</translation></message>
<message><source>score p</source>
<translation>score p</translation></message>
<message><source>score p in A</source>
<translation>score p dans A</translation></message>
<message><source>score p in B</source>
<translation>score p dans B</translation></message>
<message><source>score to the alpha</source>
<translation>score puissance alpha</translation></message>
<message><source>score to the alpha times overlap to the beta, of its best ground truth</source>
<translation>score puissance alpha fois recouvrement puissance beta, de sa meilleure vérité terrain</translation></message>
<message><source>score −</source>
<translation>score −</translation></message>
<message><source>score, 0 to 1</source>
<translation>score, 0 à 1</translation></message>
<message><source>score, 0 to 1: objectness or the best class</source>
<translation>score, 0 à 1 : objectness ou la meilleure classe</translation></message>
<message><source>score, by:</source>
<translation>score, par :</translation></message>
<message><source>score, class</source>
<translation>score, classe</translation></message>
<message><source>scores are probabilities, not logits</source>
<translation>les scores sont des probabilités, non des logits</translation></message>
<message><source>scores are the background's, or object before background</source>
<translation>les scores sont ceux du fond, ou l'objet avant le fond</translation></message>
<message><source>scores, negatives</source>
<translation>scores, négatifs</translation></message>
<message><source>scores, positives</source>
<translation>scores, positifs</translation></message>
<message><source>screenshot picture image png clipboard snapshot</source>
<translation>screenshot picture image png clipboard snapshot capture presse-papiers</translation></message>
<message><source>screenshot picture image png svg jpeg snapshot print</source>
<translation>screenshot picture image png svg jpeg snapshot print capture imprimer</translation></message>
<message><source>search find query where label iou level score fate suppressed kept</source>
<translation>search find query where label iou level score fate suppressed kept chercher</translation></message>
<message><source>search palette actions</source>
<translation>search palette actions chercher</translation></message>
<message><source>search picture file name</source>
<translation>search picture file name chercher image nom</translation></message>
<message><source>searching</source>
<translation>recherche</translation></message>
<message><source>second</source>
<translation>deuxième</translation></message>
<message><source>selected</source>
<translation>choisi</translation></message>
<message><source>settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality low quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize</source>
<translation>settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize réglages seuil</translation></message>
<message><source>several numbers for each side, the distances' distribution</source>
<translation>plusieurs nombres par côté, la distribution des distances</translation></message>
<message><source>shape IoU &gt; {further:.2f}</source>
<translation>IoU de forme &gt; {further:.2f}</translation></message>
<message><source>shapes (w, h) px in no layer: a ground truth most like one of them has no anchor</source>
<translation>formes (w, h) px d'aucune couche : une vérité terrain plus proche de l'une d'elles n'a pas d'ancre</translation></message>
<message><source>share</source>
<translation>part</translation></message>
<message><source>share of all judged</source>
<translation>part de tous les jugés</translation></message>
<message><source>share of area in such a region above which an anchor is ignored</source>
<translation>part d'aire dans une telle région au-dessus de laquelle une ancre est ignorée</translation></message>
<message><source>share of ground truths that a high-scoring decoded box covers at IoU 0.5</source>
<translation>part des vérités terrain qu'une boîte décodée de haut score couvre à IoU 0.5</translation></message>
<message><source>share of pairs in which a positive anchor scores above a negative one: 1 always, 0.5 is chance</source>
<translation>part des paires où une ancre positive dépasse une négative : 1 toujours, 0.5 est le hasard</translation></message>
<message><source>share of the class</source>
<translation>part de la classe</translation></message>
<message><source>share of the picture's box loss, %; those in the loss only</source>
<translation>part de la perte de boîte de l'image, % ; celles dans la perte seules</translation></message>
<message><source>shared</source>
<translation>commun</translation></message>
<message><source>shares every candidate</source>
<translation>partage chaque candidat</translation></message>
<message><source>shortcuts keyboard hotkeys bindings help</source>
<translation>shortcuts keyboard hotkeys bindings help raccourcis clavier</translation></message>
<message><source>show changed fields only</source>
<translation>montrer seulement les champs changés</translation></message>
<message><source>show the outputs under the chosen reading; the file stays as it is</source>
<translation>montrer les sorties sous la lecture choisie ; le fichier reste tel quel</translation></message>
<message><source>side * scale to whole px</source>
<translation>côté * échelle au px entier</translation></message>
<message><source>side of each level's base box, px, which sizes multiply</source>
<translation>côté de la boîte de base de chaque niveau, px, que sizes multiplie</translation></message>
<message><source>side {name}: expected {value} strides</source>
<translation>côté {name} : {value} strides attendus</translation></message>
<message><source>sides coded without a logarithm, w / w of the anchor</source>
<translation>côtés codés sans logarithme, w / w de l'ancre</translation></message>
<message><source>sides coded without a logarithm, w / w of the anchor - 1</source>
<translation>côtés codés sans logarithme, w / w de l'ancre - 1</translation></message>
<message><source>sides of each level's squares, px</source>
<translation>côtés des carrés de chaque niveau, px</translation></message>
<message><source>sides within {limit:g}</source>
<translation>côtés dans {limit:g}</translation></message>
<message><source>similar shape</source>
<translation>forme semblable</translation></message>
<message><source>simulated predictions are for looking only and are not exported</source>
<translation>les prédictions simulées ne sont que pour regarder et ne s'exportent pas</translation></message>
<message><source>simulated, not from a model</source>
<translation>simulé, pas d'un modèle</translation></message>
<message><source>size</source>
<translation>taille</translation></message>
<message><source>sizes</source>
<translation>tailles</translation></message>
<message><source>sizes and ratios, step by step, those best by the criterion</source>
<translation>tailles et rapports, pas à pas, les meilleurs selon le critère</translation></message>
<message><source>sizes of a cell in reverse order</source>
<translation>tailles d'une cellule en ordre inverse</translation></message>
<message><source>sizes of each level, in fractions of the input: the first for all ratios, the others for squares</source>
<translation>tailles de chaque niveau, en fractions de l'entrée : la première pour tous les rapports, les autres pour les carrés</translation></message>
<message><source>sizes of each level, in multiples of base_sizes</source>
<translation>tailles de chaque niveau, en multiples de base_sizes</translation></message>
<message><source>sizes of each level, px: the square root of the area</source>
<translation>tailles de chaque niveau, px : la racine carrée de l'aire</translation></message>
<message><source>small</source>
<translation>petit</translation></message>
<message><source>smallest score</source>
<translation>plus petit score</translation></message>
<message><source>smallest side, px; -1: no filter</source>
<translation>plus petit côté, px ; -1 : sans filtre</translation></message>
<message><source>smooth L1; Huber, which is beta times that; squares and cross entropies of coordinates; balanced L1; or, of decoded boxes, IoU and its kin</source>
<translation>smooth L1 ; Huber, soit beta fois cela ; carrés et entropies croisées des coordonnées ; balanced L1 ; ou, des boîtes décodées, IoU et apparentées</translation></message>
<message><source>so many negatives for each positive</source>
<translation>tant de négatifs par positif</translation></message>
<message><source>so many of the best candidates of a ground truth</source>
<translation>tant des meilleurs candidats d'une vérité terrain</translation></message>
<message><source>so many of them stay after contests; 0: all</source>
<translation>tant d'entre eux restent après dispute ; 0 : tous</translation></message>
<message><source>soft labels, as many as the IoUs add up to</source>
<translation>labels souples, autant que la somme des IoU</translation></message>
<message><source>soft target of its class</source>
<translation>cible souple de sa classe</translation></message>
<message><source>square root of its area, network px</source>
<translation>racine carrée de son aire, px du réseau</translation></message>
<message><source>square root of the area, network px</source>
<translation>racine carrée de l'aire, px du réseau</translation></message>
<message><source>starts at 0, where {format} counts pixels from 1</source>
<translation>commence à 0, où {format} compte les pixels à partir de 1</translation></message>
<message><source>starts at 1, and no box of the dataset starts at 0: counted from 1, a pixel off?</source>
<translation>commence à 1, et aucune boîte du jeu ne commence à 0 : comptée à partir de 1, un pixel d'écart ?</translation></message>
<message><source>stay at this step while the training goes on (Shift+Space)</source>
<translation>rester à cette étape pendant que l'entraînement continue (Maj+Espace)</translation></message>
<message><source>std of t*, h</source>
<translation>écart type de t*, h</translation></message>
<message><source>std of t*, w</source>
<translation>écart type de t*, w</translation></message>
<message><source>stds</source>
<translation>stds</translation></message>
<message><source>step training iteration epoch earlier</source>
<translation>step training iteration epoch earlier étape avant</translation></message>
<message><source>step training iteration epoch later</source>
<translation>step training iteration epoch later étape après</translation></message>
<message><source>step {step}</source>
<translation>étape {step}</translation></message>
<message><source>step {step} written {ago}</source>
<translation>étape {step} écrite {ago}</translation></message>
<message><source>step {step}, {place} of {count}</source>
<translation>étape {step}, {place} sur {count}</translation></message>
<message><source>step {step}: p {score}</source>
<translation>étape {step} : p {score}</translation></message>
<message><source>stop hold live freeze</source>
<translation>stop hold live freeze arrêter</translation></message>
<message><source>stop reading; what was open stays (Esc)</source>
<translation>arrêter la lecture ; ce qui était ouvert reste (Échap)</translation></message>
<message><source>stopped</source>
<translation>arrêté</translation></message>
<message><source>stride along x where it is not the one along y, px; empty: the same</source>
<translation>stride en x où ce n'est pas celui en y, px ; vide : le même</translation></message>
<message><source>strides around a ground truth's centre within which points are near</source>
<translation>strides autour du centre d'une vérité terrain où les points sont proches</translation></message>
<message><source>strides from a ground truth's centre at which the distance costs 1; ten times as much each stride more</source>
<translation>strides du centre d'une vérité terrain où la distance coûte 1 ; dix fois plus par stride de plus</translation></message>
<message><source>strides from the corner that the centre is counted from to the point</source>
<translation>strides du coin d'où compte le centre jusqu'au point</translation></message>
<message><source>strides {factor} times the recipe's</source>
<translation>strides {factor} fois ceux de la recette</translation></message>
<message><source>subtracted from t</source>
<translation>soustrait de t</translation></message>
<message><source>such an anchor is ignored before all else; or, from that share on, merely never negative</source>
<translation>une telle ancre est ignorée avant tout ; ou, dès cette part, simplement jamais négative</translation></message>
<message><source>such an anchor is trained towards the ground truth it overlaps most, or the one that claims it: the last to claim, or the first</source>
<translation>une telle ancre est entraînée vers la vérité terrain qu'elle recouvre le plus, ou celle qui la réclame : la dernière, ou la première</translation></message>
<message><source>suggested</source>
<translation>suggéré</translation></message>
<message><source>suggested, IoU ≥ {least}</source>
<translation>suggérées, IoU ≥ {least}</translation></message>
<message><source>sum</source>
<translation>somme</translation></message>
<message><source>sum of the four</source>
<translation>somme des quatre</translation></message>
<message><source>sum over its anchors in the mini-batch</source>
<translation>somme sur ses ancres du mini-batch</translation></message>
<message><source>suppress when IoU &gt; nms, or &gt;= nms</source>
<translation>supprimer quand IoU &gt; nms, ou &gt;= nms</translation></message>
<message><source>suppressed</source>
<translation>supprimée</translation></message>
<message><source>t</source>
<translation>t</translation></message>
<message><source>t below</source>
<translation>t dessous</translation></message>
<message><source>t is divided by them afterwards</source>
<translation>t est divisé par eux ensuite</translation></message>
<message><source>t says how far each side of the box lies from the anchor's, in widths and heights of the anchor.</source>
<translation>t dit à quelle distance chaque côté de la boîte est de celui de l'ancre, en largeurs et hauteurs de l'ancre.</translation></message>
<message><source>t*</source>
<translation>t*</translation></message>
<message><source>t* above</source>
<translation>t* dessus</translation></message>
<message><source>t* by proposal</source>
<translation>t* par proposition</translation></message>
<message><source>t* from box</source>
<translation>t* depuis la boîte</translation></message>
<message><source>t* of GT {number}</source>
<translation>t* de GT {number}</translation></message>
<message><source>t, with t* dashed</source>
<translation>t, avec t* en tirets</translation></message>
<message><source>t1</source>
<translation>t1</translation></message>
<message><source>t_l, t_t, t_r and t_b say how far from the point the sides of the box lie.</source>
<translation>t_l, t_t, t_r et t_b disent à quelle distance du point sont les côtés de la boîte.</translation></message>
<message><source>t_x and t_y say where in its cell c, of stride s, the centre lies: from 0 to 1.</source>
<translation>t_x et t_y disent où est le centre dans sa cellule c, de stride s : de 0 à 1.</translation></message>
<message><source>t_{name} is cut at {bound} before exp.</source>
<translation>t_{name} est coupé à {bound} avant exp.</translation></message>
<message><source>taken</source>
<translation>prise</translation></message>
<message><source>taken over</source>
<translation>reprise</translation></message>
<message><source>takes no part</source>
<translation>ne participe pas</translation></message>
<message><source>target</source>
<translation>cible</translation></message>
<message><source>target {value}</source>
<translation>cible {value}</translation></message>
<message><source>targets</source>
<translation>cibles</translation></message>
<message><source>task-aligned, one-to-many</source>
<translation>task-aligned, un à plusieurs</translation></message>
<message><source>task-aligned, one-to-one</source>
<translation>task-aligned, un à un</translation></message>
<message><source>that anchor is given to {other}, which it overlaps {how_much}</source>
<translation>cette ancre est donnée à {other}, qu'elle recouvre {how_much}</translation></message>
<message><source>that anchor overlaps {other} {how_much}</source>
<translation>cette ancre recouvre {other} {how_much}</translation></message>
<message><source>that it is decoded from</source>
<translation>dont elle est décodée</translation></message>
<message><source>the IoU of the box loss, the objectness target of the pair listed last</source>
<translation>l'IoU de la perte de boîte, la cible d'objectness de la dernière paire listée</translation></message>
<message><source>the [yolo] layer with the most similar shape, from 1; the panel names all that train it</source>
<translation>la couche [yolo] de la forme la plus semblable, à partir de 1 ; le panneau nomme toutes celles qui l'entraînent</translation></message>
<message><source>the anchor it came from</source>
<translation>l'ancre d'où elle vient</translation></message>
<message><source>the anchor of the most similar shape, of all layers, in the cell of the centre (darknet's YOLOv3 and v4)</source>
<translation>l'ancre de la forme la plus semblable, de toutes les couches, dans la cellule du centre (YOLOv3 et v4 de darknet)</translation></message>
<message><source>the anchor's label, the same in both</source>
<translation>le label de l'ancre, le même dans les deux</translation></message>
<message><source>the anchors it is paired with, each counted once</source>
<translation>les ancres appariées avec elle, chacune comptée une fois</translation></message>
<message><source>the anchors it may take, by geometry alone</source>
<translation>les ancres qu'elle peut prendre, par la seule géométrie</translation></message>
<message><source>the anchors nearest to its centre, of all levels</source>
<translation>les ancres les plus proches de son centre, de tous les niveaux</translation></message>
<message><source>the anchors over {positive:.2f} overlap another ground truth more</source>
<translation>les ancres au-dessus de {positive:.2f} recouvrent plus une autre vérité terrain</translation></message>
<message><source>the axis of numbers at the other end</source>
<translation>l'axe des nombres à l'autre bout</translation></message>
<message><source>the background's column among the class logits</source>
<translation>la colonne du fond parmi les logits de classe</translation></message>
<message><source>the best IoU from which a ground truth makes its best anchor positive</source>
<translation>la meilleure IoU dès laquelle une vérité terrain rend sa meilleure ancre positive</translation></message>
<message><source>the best shape of all layers</source>
<translation>la meilleure forme de toutes les couches</translation></message>
<message><source>the best {most}</source>
<translation>les {most} meilleurs</translation></message>
<message><source>the box at {corners}, left out from {place},</source>
<translation>la boîte en {corners}, écartée de {place},</translation></message>
<message><source>the box of anchor {n:,}</source>
<translation>la boîte de l'ancre {n:,}</translation></message>
<message><source>the cheapest anchors of those a ratio of sides allows, as many as the best IoUs add up to (YOLOv7)</source>
<translation>les ancres les moins chères de celles que permet un rapport des côtés, autant que la somme des meilleures IoU (YOLOv7)</translation></message>
<message><source>the cheapest points inside, with classes softened by IoU and a cost of the distance (RTMDet)</source>
<translation>les points intérieurs les moins chers, classes adoucies par IoU et coût de la distance (RTMDet)</translation></message>
<message><source>the cheapest points near a ground truth, as many as its best IoUs add up to (YOLOX)</source>
<translation>les points les moins chers près d'une vérité terrain, autant que la somme de ses meilleures IoU (YOLOX)</translation></message>
<message><source>the checkpoint whose outputs are shown (, and .)</source>
<translation>le checkpoint dont les sorties sont montrées (, et .)</translation></message>
<message><source>the cost of the class</source>
<translation>le coût de la classe</translation></message>
<message><source>the cost of the place</source>
<translation>le coût de l'endroit</translation></message>
<message><source>the dataset has {images} images and {boxes} boxes, was {before} and {then}</source>
<translation>le jeu de données a {images} images et {boxes} boîtes, était {before} et {then}</translation></message>
<message><source>the deltas {of} fit better, on the whole: their order is not one of those tried here</source>
<translation>les deltas {of} vont mieux, dans l'ensemble : leur ordre n'est pas de ceux essayés ici</translation></message>
<message><source>the ends of the lost ones</source>
<translation>les fins des perdues</translation></message>
<message><source>the evaluation was stopped</source>
<translation>l'évaluation a été arrêtée</translation></message>
<message><source>the first class is shifted too, as the background counts as class 0</source>
<translation>la première classe est décalée aussi, le fond comptant comme classe 0</translation></message>
<message><source>the first column of classes is sure nearly everywhere, as a background's: background first</source>
<translation>la première colonne des classes est sûre presque partout, comme celle d'un fond : fond en premier</translation></message>
<message><source>the first is taken for the confidence</source>
<translation>la première est prise pour la confiance</translation></message>
<message><source>the first of them</source>
<translation>la première d'entre elles</translation></message>
<message><source>the first {most}</source>
<translation>les {most} premiers</translation></message>
<message><source>the first {shown} of {every}</source>
<translation>les {shown} premiers sur {every}</translation></message>
<message><source>the first, for it overlaps none</source>
<translation>la première, car elle n'en recouvre aucune</translation></message>
<message><source>the folder {folder} does not exist; make it first, or choose another place</source>
<translation>le dossier {folder} n'existe pas ; le créer d'abord, ou choisir un autre endroit</translation></message>
<message><source>the ground truth it is assigned to, counted from 1</source>
<translation>la vérité terrain assignée, comptée depuis 1</translation></message>
<message><source>the ground truth it is trained towards</source>
<translation>la vérité terrain vers laquelle elle est entraînée</translation></message>
<message><source>the ground truth it overlaps most</source>
<translation>la vérité terrain qu'elle recouvre le plus</translation></message>
<message><source>the ground truth its best anchor is trained towards instead of it</source>
<translation>la vérité terrain vers laquelle sa meilleure ancre est entraînée à sa place</translation></message>
<message><source>the ground truth of its class that it overlaps most</source>
<translation>la vérité terrain de sa classe qu'elle recouvre le plus</translation></message>
<message><source>the ground truth of its target, else of its best IoU</source>
<translation>la vérité terrain de sa cible, sinon de son meilleur IoU</translation></message>
<message><source>the ground truth that got it, and the number that decided where several took it</source>
<translation>la vérité terrain qui l'a eu, et le nombre qui a décidé où plusieurs l'ont pris</translation></message>
<message><source>the ground truths that took it, before contests</source>
<translation>les vérités terrain qui l'ont pris, avant dispute</translation></message>
<message><source>the head's box of the selected proposal, or of the foreground</source>
<translation>la boîte de la tête de la proposition choisie, ou du premier plan</translation></message>
<message><source>the highest best IoU, score or loss of the anchors at each place; chosen in the View menu</source>
<translation>meilleure IoU, score ou perte des ancres à chaque endroit ; choisi dans le menu Affichage</translation></message>
<message><source>the highest metric, score or loss of the points at each place; chosen in the View menu</source>
<translation>la plus haute métrique, le plus haut score ou la plus haute perte des points à chaque endroit ; choisi dans le menu Affichage</translation></message>
<message><source>the image's name</source>
<translation>le nom de l'image</translation></message>
<message><source>the largest overlap there is that of</source>
<translation>le plus grand recouvrement est celui de</translation></message>
<message><source>the last column is the surest on the background: background last</source>
<translation>la dernière colonne est la plus sûre sur le fond : fond en dernier</translation></message>
<message><source>the last column of classes is sure nearly everywhere, as a background's: background last</source>
<translation>la dernière colonne des classes est sûre presque partout, comme celle d'un fond : fond en dernier</translation></message>
<message><source>the last place at which a box that reaches IoU 0.50 was there</source>
<translation>le dernier endroit où il y avait une boîte d'IoU 0.50</translation></message>
<message><source>the last stage: pairs of a proposal and a class, by the map pooled from; R@0.5: by boxes of its class</source>
<translation>le dernier étage : paires proposition et classe, par carte de regroupement ; R@0.5 : par les boîtes de sa classe</translation></message>
<message><source>the level k = floor(level + log2(sqrt(w h) / side)), cut to the maps pooled from</source>
<translation>le niveau k = floor(level + log2(sqrt(w h) / side)), borné aux cartes de regroupement</translation></message>
<message><source>the level of its best anchor</source>
<translation>le niveau de sa meilleure ancre</translation></message>
<message><source>the library drops it</source>
<translation>la bibliothèque la retire</translation></message>
<message><source>the library whose conventions are computed</source>
<translation>la bibliothèque dont les conventions sont calculées</translation></message>
<message><source>the long side made ``long``, sides rounded up, half of the rest painted on each side (YOLOv5's loader)</source>
<translation>le long côté fait ``long``, côtés arrondis en haut, la moitié du reste peinte de chaque côté (chargeur de YOLOv5)</translation></message>
<message><source>the map it is pooled from</source>
<translation>la carte d'où elle est regroupée</translation></message>
<message><source>the maps pooled from, finest first</source>
<translation>les cartes de regroupement, la plus fine d'abord</translation></message>
<message><source>the mini-batch the trainer drew</source>
<translation>le mini-batch tiré par l'entraîneur</translation></message>
<message><source>the network saw this picture as {place} of its input, recipe {recipe} says {wanted}; anchors and boxes are shown in the network's input</source>
<translation>le réseau a vu cette image comme {place} de son entrée, la recette {recipe} dit {wanted} ; ancres et boîtes sont montrées dans l'entrée du réseau</translation></message>
<message><source>the network's input is half the stated size</source>
<translation>l'entrée du réseau est la moitié de la taille dite</translation></message>
<message><source>the network's input is twice the stated size</source>
<translation>l'entrée du réseau est le double de la taille dite</translation></message>
<message><source>the outputs are decoded boxes put back on the anchors they fit best; no other anchor has a prediction, and none has a loss</source>
<translation>les sorties sont des boîtes décodées, remises sur les ancres qui leur vont le mieux ; aucune autre ancre n'a de prédiction, et aucune n'a de perte</translation></message>
<message><source>the outputs are of a picture of {across} x {there} px, this one is {width} x {height} px: boxes may lie elsewhere</source>
<translation>les sorties sont d'une image de {across} x {there} px, celle-ci fait {width} x {height} px : les boîtes peuvent être ailleurs</translation></message>
<message><source>the outputs are proposals without classes, not a detector's last boxes</source>
<translation>les sorties sont des propositions sans classes, non les dernières boîtes d'un détecteur</translation></message>
<message><source>the outputs have {columns} columns of classes, the dataset {classes} classes: column k is taken for class k</source>
<translation>les sorties ont {columns} colonnes de classes, le jeu {classes} classes : la colonne k est prise pour la classe k</translation></message>
<message><source>the outputs hold no centreness: its loss is missing, and scores are those of the classes alone</source>
<translation>les sorties n'ont pas de centralité : sa perte manque, et les scores sont ceux des classes seules</translation></message>
<message><source>the outputs name their classes ({names}) otherwise than the dataset, whose {name} is not among them: {then}</source>
<translation>les sorties nomment leurs classes ({names}) autrement que le jeu de données, dont {name} n'y figure pas : {then}</translation></message>
<message><source>the outputs name their classes ({names}) otherwise than the dataset: {then}</source>
<translation>les sorties nomment leurs classes ({names}) autrement que le jeu de données : {then}</translation></message>
<message><source>the outputs name their classes themselves ({names}), otherwise than the dataset: so they are called here</source>
<translation type="vanished">les sorties nomment elles-mêmes leurs classes ({names}), autrement que le jeu de données : elles sont nommées ainsi ici</translation></message>
<message><source>the outputs name two of their classes ({names}) {name}: {then}</source>
<translation>les sorties nomment deux de leurs classes ({names}) {name} : {then}</translation></message>
<message><source>the outputs of stage {name} are not read: recipe {recipe} has no [stage.{name}]</source>
<translation>les sorties de l'étage {name} ne sont pas lues : la recette {recipe} n'a pas de [stage.{name}]</translation></message>
<message><source>the outputs were recorded under recipe {recipe}, which differs in {stages}: {effects}</source>
<translation>les sorties ont été enregistrées sous la recette {recipe}, qui diffère en {stages} : {effects}</translation></message>
<message><source>the picture</source>
<translation>l'image</translation></message>
<message><source>the picture is {w} x {h} px in the network, smaller than the stride of {level}, {stride:g} px</source>
<translation>l'image fait {w} x {h} px dans le réseau, moins que le stride de {level}, {stride:g} px</translation></message>
<message><source>the picture is {w} x {h} px, smaller than the stride of {level}, {stride:g} px</source>
<translation>l'image fait {w} x {h} px, moins que le stride de {level}, {stride:g} px</translation></message>
<message><source>the picture of {w} x {h} (fractions)</source>
<translation>image de {w} x {h}, fractions</translation></message>
<message><source>the picture of {w} x {h} px</source>
<translation>image de {w} x {h} px</translation></message>
<message><source>the picture was not found</source>
<translation>l'image n'a pas été trouvée</translation></message>
<message><source>the picture was not found, and no size is annotated</source>
<translation>l'image n'a pas été trouvée, et aucune taille n'est annotée</translation></message>
<message><source>the picture was not found; {path} tells of it, and that is left out</source>
<translation>l'image n'a pas été trouvée ; {path} en parle, et c'est écarté</translation></message>
<message><source>the picture {trouble}</source>
<translation>l'image {trouble}</translation></message>
<message><source>the picture's size is unknown</source>
<translation>la taille de l'image est inconnue</translation></message>
<message><source>the points inside with the best score^alpha x overlap^beta (TOOD; YOLOv8, YOLOv10, YOLO26)</source>
<translation>les points intérieurs au meilleur score^alpha x recouvrement^beta (TOOD ; YOLOv8, YOLOv10, YOLO26)</translation></message>
<message><source>the product of both</source>
<translation>le produit des deux</translation></message>
<message><source>the proposal is in the loss</source>
<translation>la proposition est dans la perte</translation></message>
<message><source>the proposal is not in the loss</source>
<translation>la proposition n'est pas dans la perte</translation></message>
<message><source>the proposal that suppressed it, or # its anchor</source>
<translation>la proposition qui l'a supprimée, ou # son ancre</translation></message>
<message><source>the proposals, or the boxes decoded by the stage before</source>
<translation>les propositions, ou les boîtes décodées par l'étage d'avant</translation></message>
<message><source>the raw outputs laid over the anchors</source>
<translation>les sorties brutes posées sur les ancres</translation></message>
<message><source>the recipe has other values than it had</source>
<translation>la recette a d'autres valeurs qu'avant</translation></message>
<message><source>the same picture under two recipes, or with two checkpoints</source>
<translation>la même image sous deux recettes, ou avec deux checkpoints</translation></message>
<message><source>the scale at least</source>
<translation>l'échelle au moins</translation></message>
<message><source>the scale of the long side only where the rounded long side is over ``long``</source>
<translation>l'échelle du long côté seulement où le long côté arrondi dépasse ``long``</translation></message>
<message><source>the score as a logit</source>
<translation>le score en logit</translation></message>
<message><source>the scores {of} fit better, on the whole: their order is not one of those tried here</source>
<translation>les scores {of} vont mieux, dans l'ensemble : leur ordre n'est pas de ceux essayés ici</translation></message>
<message><source>the share is of the anchor's area, of the region's, or of the union of both (IoU)</source>
<translation>la part est de l'aire de l'ancre, de la région, ou de l'union des deux (IoU)</translation></message>
<message><source>the share of area inside an ignored region above which an anchor is ignored</source>
<translation>la part d'aire dans une région ignorée au-dessus de laquelle une ancre est ignorée</translation></message>
<message><source>the short side exactly, then both by ``long`` over the longer one</source>
<translation>le petit côté exactement, puis les deux par ``long`` sur le plus long</translation></message>
<message><source>the smaller of the scales that make the short side ``short`` and the long one ``long``</source>
<translation>la plus petite des échelles qui font le petit côté ``short`` et le long ``long``</translation></message>
<message><source>the stated sizes are (w, h), not (h, w)</source>
<translation>les tailles dites sont (w, h), non (h, w)</translation></message>
<message><source>the stated sizes are not the network's; those of the recipe's resize are</source>
<translation>les tailles dites ne sont pas celles du réseau ; celles du redimensionnement de la recette le sont</translation></message>
<message><source>the stored picture it came from</source>
<translation>l'image stockée d'où elle vient</translation></message>
<message><source>the sum</source>
<translation>la somme</translation></message>
<message><source>the trainer sampled anchor {anchor} as {theirs}, here it is {ours}: its ground truths or its recipe were others</source>
<translation>l'entraîneur a pris l'ancre {anchor} comme {theirs}, ici elle est {ours} : ses vérités terrain ou sa recette étaient autres</translation></message>
<message><source>the trainer saw this picture {how}; so it is shown here</source>
<translation>l'entraîneur a vu cette image {how} ; elle est montrée ainsi</translation></message>
<message><source>the trainer's ground truths fit no part of this picture (a mosaic, or too few boxes to tell): boxes and anchors are the trainer's, without the picture, and network px stand for original px</source>
<translation>les vérités terrain de l'entraîneur ne vont à aucune partie de cette image (mosaïque, ou trop peu de boîtes) : boîtes et ancres sont les siennes, sans l'image, et px du réseau valent px d'origine</translation></message>
<message><source>the trainer's losses are left out</source>
<translation>les pertes de l'entraîneur sont écartées</translation></message>
<message><source>the trainer's losses are of a batch of {n} pictures, too many to compare here: at most {most} at once</source>
<translation>les pertes de l'entraîneur portent sur un lot de {n} images, trop pour les comparer ici : au plus {most} à la fois</translation></message>
<message><source>the trainer's losses differ from those here: {losses}</source>
<translation>les pertes de l'entraîneur diffèrent de celles d'ici : {losses}</translation></message>
<message><source>the trainer's losses of its batch of {n} pictures differ from those here: {losses}</source>
<translation>les pertes de l'entraîneur pour son lot de {n} images diffèrent de celles d'ici : {losses}</translation></message>
<message><source>the trainer's mini-batch and losses are left out</source>
<translation>mini-batch et pertes de l'entraîneur sont écartés</translation></message>
<message><source>the trainer's mini-batch is left out</source>
<translation>le mini-batch de l'entraîneur est écarté</translation></message>
<message><source>the trainer's mini-batch is not recorded, and another is drawn here</source>
<translation>le mini-batch de l'entraîneur n'est pas enregistré, un autre est tiré ici</translation></message>
<message><source>the trainer's sample</source>
<translation>l'échantillon de l'entraîneur</translation></message>
<message><source>the trainer's sample of {stage} has candidate {n} under another label than this recipe</source>
<translation>l'échantillon {stage} de l'entraîneur a le candidat {n} sous une autre étiquette que cette recette</translation></message>
<message><source>the two pictures beside each other</source>
<translation>les deux images côte à côte</translation></message>
<message><source>the whole box</source>
<translation>la boîte entière</translation></message>
<message><source>the whole dataset under the recipe in use, counted</source>
<translation>tout le jeu de données sous la recette en usage, compté</translation></message>
<message><source>the {nth} number is no multiple of what it should say</source>
<translation>le {nth} nombre n'est pas un multiple de ce qu'il doit dire</translation></message>
<message><source>the {nth} number is off by {mean} on the whole</source>
<translation>le {nth} nombre est décalé de {mean} dans l'ensemble</translation></message>
<message><source>the {nth} number runs against what it should say</source>
<translation>le {nth} nombre va à l'encontre de ce qu'il doit dire</translation></message>
<message><source>the {n} lost, reached</source>
<translation>les {n} perdues, atteintes</translation></message>
<message><source>the {shown} best of {every}</source>
<translation>les {shown} meilleurs de {every}</translation></message>
<message><source>theme colours colors appearance</source>
<translation>theme colours colors appearance thème couleurs</translation></message>
<message><source>theme colours colors appearance black night</source>
<translation>theme colours colors appearance black night thème noir nuit</translation></message>
<message><source>theme colours colors appearance white bright</source>
<translation>theme colours colors appearance white bright thème blanc</translation></message>
<message><source>then</source>
<translation>puis</translation></message>
<message><source>there is no prediction in one of them</source>
<translation>pas de prédiction dans l'un d'eux</translation></message>
<message><source>these panels stand in Inspect</source>
<translation>ces panneaux appartiennent à Inspecter</translation></message>
<message><source>third</source>
<translation>troisième</translation></message>
<message><source>this box</source>
<translation>cette boîte</translation></message>
<message><source>this is {what} as the network saw it, after augmentation</source>
<translation>voici {what} telle que le réseau l'a vue, après augmentation</translation></message>
<message><source>this picture</source>
<translation>cette image</translation></message>
<message><source>threshold</source>
<translation>seuil</translation></message>
<message><source>time</source>
<translation>temps</translation></message>
<message><source>tiny</source>
<translation>minuscule</translation></message>
<message><source>to ``size`` whatever the picture's aspect</source>
<translation>à ``size`` quelles que soient les proportions de l'image</translation></message>
<message><source>too little left</source>
<translation>trop peu de reste</translation></message>
<message><source>too small</source>
<translation>trop petit</translation></message>
<message><source>top-k cut</source>
<translation>coupé top-k</translation></message>
<message><source>total</source>
<translation>total</translation></message>
<message><source>total loss {v}</source>
<translation>perte totale {v}</translation></message>
<message><source>total loss {v}, what-if</source>
<translation>perte totale {v}, hypothèse</translation></message>
<message><source>total {total}</source>
<translation>total {total}</translation></message>
<message><source>trainer</source>
<translation>entraîneur</translation></message>
<message><source>training may refuse it</source>
<translation>l'entraînement peut la refuser</translation></message>
<message><source>truth</source>
<translation>GT</translation></message>
<message><source>try the plausible layouts of these outputs against the ground truth</source>
<translation>essayer les dispositions plausibles de ces sorties contre la vérité terrain</translation></message>
<message><source>tutorial introduction help start</source>
<translation>tutorial introduction help start tutoriel aide</translation></message>
<message><source>twice a sigmoid for the centre, half a cell beyond its cell, and the square for the sides (YOLOv5)</source>
<translation>deux fois une sigmoïde pour le centre, une demi-cellule au-delà de sa cellule, et le carré pour les côtés (YOLOv5)</translation></message>
<message><source>type a number or drag an edge</source>
<translation>saisir un nombre ou glisser un bord</translation></message>
<message><source>t{}</source>
<translation>t{}</translation></message>
<message><source>t{}_star</source>
<translation>t{}_star</translation></message>
<message><source>undecided</source>
<translation>indécis</translation></message>
<message><source>under no hypothesis do deltas explain more than {share} of t*</source>
<translation>sous aucune hypothèse les deltas n'expliquent plus de {share} de t*</translation></message>
<message><source>under the cut</source>
<translation>sous la coupure</translation></message>
<message><source>under {root}</source>
<translation>sous {root}</translation></message>
<message><source>under {root}: {link} is a link that leads out of it, and is not followed</source>
<translation>sous {root} : {link} est un lien qui en sort, et n'est pas suivi</translation></message>
<message><source>unexpected {name}: {error}</source>
<translation>inattendu, {name} : {error}</translation></message>
<message><source>unknown_size: {now} images are in no count, was {before}</source>
<translation>unknown_size : {now} images ne sont dans aucun compte, était {before}</translation></message>
<message><source>unmatched</source>
<translation>non appariée</translation></message>
<message><source>unmatched low-quality low quality zero-size</source>
<translation>unmatched low-quality zero-size non appariée</translation></message>
<message><source>unmatched, anchor taken</source>
<translation>non appariée, ancre prise</translation></message>
<message><source>up to</source>
<translation>jusqu'à</translation></message>
<message><source>v compares the angles of the diagonals; its weight α is no variable of the gradient.</source>
<translation>v compare les angles des diagonales ; son poids α n'est pas variable du gradient.</translation></message>
<message><source>version licence</source>
<translation>version licence</translation></message>
<message><source>w</source>
<translation>w</translation></message>
<message><source>w × h, px</source>
<translation>l × h, px</translation></message>
<message><source>w, px</source>
<translation>w, px</translation></message>
<message><source>w_k is the class's own factor, of loss.class_factors.</source>
<translation>w_k est le facteur propre à la classe, de loss.class_factors.</translation></message>
<message><source>wanted a raw-output dump (a folder with meta.json, or a .zip of it, or a folder of such), COCO results (.json), text of class score x1 y1 x2 y2 or MOT Challenge's det.txt (.txt), an ONNX model, arrays (.npz), an export as .parquet, or a .pkl of decoded boxes</source>
<translation>attendu : un dump de sorties brutes (un dossier avec meta.json, son .zip, ou un dossier de tels), des résultats COCO (.json), du texte class score x1 y1 x2 y2 ou det.txt de MOT Challenge (.txt), un modèle ONNX, des tableaux (.npz), un export .parquet, ou un .pkl de boîtes décodées</translation></message>
<message><source>wanted annotations ({titles}) or pictures</source>
<translation>attendu : des annotations ({titles}) ou des images</translation></message>
<message><source>wanted shorter side, px</source>
<translation>petit côté voulu, px</translation></message>
<message><source>wanted {kinds}</source>
<translation>attendu : {kinds}</translation></message>
<message><source>wanted: t* of deviation 1</source>
<translation>voulu : t* d'écart 1</translation></message>
<message><source>warnings</source>
<translation>avertissements</translation></message>
<message><source>was taken by one, but is not among those that stay after contests: {ranked_by} {value}</source>
<translation>a été prise par une, mais ne reste pas après dispute : {ranked_by} {value}</translation></message>
<message><source>weights</source>
<translation>weights</translation></message>
<message><source>weights make each deviation of t* 1; means and stds, with weights of 1, its mean 0 too</source>
<translation>weights met chaque écart de t* à 1 ; means et stds, avec des weights de 1, aussi sa moyenne à 0</translation></message>
<message><source>weights wanted</source>
<translation>weights voulus</translation></message>
<message><source>what A is compared with: another recipe, another checkpoint or other raw outputs</source>
<translation>à quoi A est comparé : une autre recette, un autre checkpoint ou d'autres sorties brutes</translation></message>
<message><source>what NMS and the final top-k compare</source>
<translation>ce que comparent NMS et le dernier top-k</translation></message>
<message><source>what became of its box</source>
<translation>ce qu'est devenue sa boîte</translation></message>
<message><source>what became of its box in {title}</source>
<translation>ce qu'est devenue sa boîte dans {title}</translation></message>
<message><source>what became of the answer of its likeliest class</source>
<translation>ce qu'est devenue la réponse de sa classe la plus probable</translation></message>
<message><source>what became of the box</source>
<translation>ce qu'est devenue la boîte</translation></message>
<message><source>what becomes of it in {title}</source>
<translation>ce qu'elle devient dans {title}</translation></message>
<message><source>what distances are counted in</source>
<translation>en quoi comptent les distances</translation></message>
<message><source>what is lost is not compared: there are no predictions now</source>
<translation>ce qui est perdu n'est pas comparé : plus de prédictions</translation></message>
<message><source>what is odd, in the order of the dataset</source>
<translation>ce qui est étrange, dans l'ordre du jeu de données</translation></message>
<message><source>what is wrong with a detection</source>
<translation>ce qui ne va pas dans une détection</translation></message>
<message><source>what it adds to the total loss</source>
<translation>ce qu'elle ajoute à la perte totale</translation></message>
<message><source>what it is found as under the recipe that is worse for it</source>
<translation>ce qu'elle est sous la recette la moins bonne pour elle</translation></message>
<message><source>what its annotation says besides: area, truncated, occluded, pose, ...</source>
<translation>ce que dit en outre son annotation : area, truncated, occluded, pose, ...</translation></message>
<message><source>what of it lies in the network's input</source>
<translation>ce qui est dans l'entrée du réseau</translation></message>
<message><source>what pre_nms counts over; points: so many points by their best class, then so many of their pairs</source>
<translation>sur quoi compte pre_nms ; points : tant de points par leur meilleure classe, puis tant de leurs paires</translation></message>
<message><source>what stands out</source>
<translation>ce qui est notable</translation></message>
<message><source>what suppressed it</source>
<translation>ce qui l'a supprimée</translation></message>
<message><source>what the first top-k compares</source>
<translation>ce que compare le premier top-k</translation></message>
<message><source>what the loader and the assigner do with ground truths of each kind</source>
<translation>ce que font le chargeur et l'assignateur des vérités terrain de chaque type</translation></message>
<message><source>what the trainer's loss took</source>
<translation>ce que la perte de l’entraîneur a pris</translation></message>
<message><source>what was dropped names no file or folder</source>
<translation>ce qui a été déposé ne nomme ni fichier ni dossier</translation></message>
<message><source>what-if</source>
<translation>hypothèse</translation></message>
<message><source>what-if, not the data: changed {names}</source>
<translation>hypothèse, pas les données : {names} changés</translation></message>
<message><source>where epsilon enters, and when CIoU's aspect counts: as MMDetection, or torchvision and detectron2</source>
<translation>où entre epsilon, et quand compte l'aspect de CIoU : comme MMDetection, ou torchvision et detectron2</translation></message>
<message><source>where in its cell the centre lies, behind a sigmoid (YOLO)</source>
<translation>où est le centre dans sa cellule, derrière une sigmoïde (YOLO)</translation></message>
<message><source>where the picture stands in the padded input</source>
<translation>où est l'image dans l'entrée complétée</translation></message>
<message><source>where they end</source>
<translation>où elles finissent</translation></message>
<message><source>whether it enters the loss</source>
<translation>si elle entre dans la perte</translation></message>
<message><source>which it overlaps most (IoU {iou:.4f})</source>
<translation>qu'elle recouvre le plus (IoU {iou:.4f})</translation></message>
<message><source>while training ground truths join the proposals: last, matched by IoU as any; or first, each its own match</source>
<translation>à l'entraînement les vérités terrain rejoignent les propositions : en dernier, appariées par IoU comme toutes ; ou d'abord, chacune appariée à soi</translation></message>
<message><source>whose box suppressed its own, at which IoU of NMS; or for whom its best box is kept</source>
<translation>quelle boîte a supprimé la sienne, à quelle IoU de NMS ; ou pour qui sa meilleure boîte est gardée</translation></message>
<message><source>why</source>
<translation>pourquoi</translation></message>
<message><source>why explain label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate</source>
<translation>why explain pourquoi expliquer label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate</translation></message>
<message><source>why it bears its label</source>
<translation>pourquoi elle porte son label</translation></message>
<message><source>why it is no ground truth</source>
<translation>pourquoi ce n'est pas une vérité terrain</translation></message>
<message><source>why the label changed; the sheet gives the cause in A and in B</source>
<translation>pourquoi le label a changé ; la fiche donne la cause dans A et dans B</translation></message>
<message><source>width</source>
<translation>largeur</translation></message>
<message><source>width and height are cut to the input</source>
<translation>largeur et hauteur sont coupées à l'entrée</translation></message>
<message><source>width and height of the input, padding included, network px</source>
<translation>largeur et hauteur de l'entrée, remplissage compris, px du réseau</translation></message>
<message><source>width over height, a list per level or one for all</source>
<translation>largeur sur hauteur, une liste par niveau ou une pour tous</translation></message>
<message><source>width over height, each also turned, a list per level or one for all</source>
<translation>largeur sur hauteur, chacun aussi tourné, une liste par niveau ou une pour tous</translation></message>
<message><source>width, network px</source>
<translation>largeur, px du réseau</translation></message>
<message><source>widths and heights in px around the first cell's centre (YOLO)</source>
<translation>largeurs et hauteurs en px autour du centre de la première cellule (YOLO)</translation></message>
<message><source>widths are x2 - x1 + 1</source>
<translation>les largeurs sont x2 - x1 + 1</translation></message>
<message><source>with GT {t}</source>
<translation>avec GT {t}</translation></message>
<message><source>with all that is chosen there, as from a place of the audit to its list</source>
<translation>avec tout ce qui y est choisi, comme d'un endroit de l'audit à sa liste</translation></message>
<message><source>with at most this many boxes classes are kept apart by shifting them in float32 instead of one by one</source>
<translation>jusqu'à tant de boîtes, les classes sont séparées par décalage en float32 au lieu d'une à une</translation></message>
<message><source>with at most this many boxes groups are kept apart by shifting them in float32 instead of one by one</source>
<translation>jusqu'à tant de boîtes, les groupes sont séparés par décalage en float32 au lieu d'un à un</translation></message>
<message><source>with classes counted from 0</source>
<translation>avec des classes à partir de 0</translation></message>
<message><source>with that ground truth</source>
<translation>avec cette vérité terrain</translation></message>
<message><source>without classes</source>
<translation>sans classes</translation></message>
<message><source>without the low-quality rule it would have no positive anchor</source>
<translation>sans la règle faible qualité elle n'aurait pas d'ancre positive</translation></message>
<message><source>won by another</source>
<translation>gagnée par une autre</translation></message>
<message><source>words terms definitions low-quality low quality fate funnel recall help documentation</source>
<translation>words terms definitions mots termes low-quality fate funnel recall aide documentation</translation></message>
<message><source>write tables, a summary and a page for a browser, as audit --output does</source>
<translation>écrire tables, résumé et page pour navigateur, comme audit --output</translation></message>
<message><source>write the boxes with findings for a tool of annotation: COCO, FiftyOne</source>
<translation>écrire les boîtes à constats pour un outil d'annotation : COCO, FiftyOne</translation></message>
<message><source>writing the report</source>
<translation>écriture du rapport</translation></message>
<message><source>wrong class</source>
<translation>mauvaise classe</translation></message>
<message><source>wrong class, badly placed</source>
<translation>mauvaise classe, mal placée</translation></message>
<message><source>x</source>
<translation>x</translation></message>
<message><source>x and y are the centre's; ground truth and predicted box in network px, t without a unit</source>
<translation>x et y sont ceux du centre ; GT et boîte prédite en px du réseau, t sans unité</translation></message>
<message><source>x1</source>
<translation>x1</translation></message>
<message><source>x1 + w / 2, or (x1 + x2) / 2</source>
<translation>x1 + w / 2, ou (x1 + x2) / 2</translation></message>
<message><source>x2</source>
<translation>x2</translation></message>
<message><source>x_0 and y_0 are the corner of the point's cell, of stride s; sides count in strides too.</source>
<translation>x_0 et y_0 sont le coin de la cellule du point, de stride s ; les côtés comptent aussi en strides.</translation></message>
<message><source>y</source>
<translation>y</translation></message>
<message><source>y1</source>
<translation>y1</translation></message>
<message><source>y2</source>
<translation>y2</translation></message>
<message><source>yes</source>
<translation>oui</translation></message>
<message><source>yolo: coordinates weigh 2 - w h of the ground truth, relative (darknet)</source>
<translation>yolo : les coordonnées pèsent 2 - w h de la vérité terrain, relatifs (darknet)</translation></message>
<message><source>yolo: factor of t_w and t_h, beside box_weight</source>
<translation>yolo : facteur de t_w et t_h, à côté de box_weight</translation></message>
<message><source>yolo: factor of the class entropies, beside objectness_weight</source>
<translation>yolo : facteur des entropies de classe, à côté d'objectness_weight</translation></message>
<message><source>yolo: smallest confidence, before everything else</source>
<translation>yolo : plus petite confiance, avant tout le reste</translation></message>
<message><source>yolo: what a positive's right class is trained towards: 1, or its soft target</source>
<translation>yolo : vers quoi est entraînée la bonne classe d'un positif : 1, ou sa cible souple</translation></message>
<message><source>yolo: what min_score and the first top-k compare: the class's probability, or its product with the confidence, which then has to be above min_confidence too; the last: of one class the confidence alone</source>
<translation>yolo : ce que comparent min_score et le premier top-k : la probabilité de la classe, ou son produit avec la confiance, qui doit alors dépasser aussi min_confidence ; le dernier : d'une classe, la confiance seule</translation></message>
<message><source>z is object minus background: this is the softmax of both.</source>
<translation>z est objet moins fond : c'est le softmax des deux.</translation></message>
<message><source>zero-size box</source>
<translation>boîte de taille nulle</translation></message>
<message><source>zero-size boxes: without width or height, or that end before they start</source>
<translation>boîtes de taille nulle : sans largeur ou hauteur, ou finissant avant de commencer</translation></message>
<message><source>zoom actual size pixels original</source>
<translation>zoom actual size pixels original taille réelle</translation></message>
<message><source>zoom whole picture</source>
<translation>zoom whole picture image entière</translation></message>
<message><source>{0} raw outputs, and this picture has none. Open some with Ctrl+P.</source>
<translation>{0} sorties brutes, et cette image n'en a pas. Ctrl+P en ouvre.</translation></message>
<message><source>{anchor:,}: IoU {iou}, p {score}</source>
<translation>{anchor:,} : IoU {iou}, p {score}</translation></message>
<message><source>{anchor:,}: IoU {iou}, {head} {cost}</source>
<translation>{anchor:,} : IoU {iou}, {head} {cost}</translation></message>
<message><source>{anchor}: rank {rank}, {parts}</source>
<translation>{anchor} : rang {rank}, {parts}</translation></message>
<message><source>{arrays}, guessed to be x1, y1, x2, y2, {kinds},</source>
<translation>{arrays}, sans doute x1, y1, x2, y2, {kinds},</translation></message>
<message><source>{array} is not read, wanted logits and deltas of one name, as roi_logits and roi_deltas</source>
<translation>{array} n'est pas lu, attendu logits et deltas d'un même nom, comme roi_logits et roi_deltas</translation></message>
<message><source>{a} in A, {b} in B</source>
<translation>{a} dans A, {b} dans B</translation></message>
<message><source>{a} of {b}</source>
<translation>{a} sur {b}</translation></message>
<message><source>{a} to {b}: {count}</source>
<translation>{a} à {b} : {count}</translation></message>
<message><source>{a} → {b}</source>
<translation>{a} → {b}</translation></message>
<message><source>{before} → {after}</source>
<translation>{before} → {after}</translation></message>
<message><source>{both}: a dataset or pictures, or the folder of both</source>
<translation>{both} : un jeu de données ou des images, ou le dossier des deux</translation></message>
<message><source>{boxes} boxes in {images} pictures</source>
<translation>{boxes} boîtes dans {images} images</translation></message>
<message><source>{boxes} of {images}</source>
<translation>{boxes} sur {images}</translation></message>
<message><source>{boxes}, in {images}</source>
<translation>{boxes}, dans {images}</translation></message>
<message><source>{box}: found, then {end}, score {before} to {after}</source>
<translation>{box} : trouvée, puis {end}, score {before} à {after}</translation></message>
<message><source>{box}: {before} to {after}, best IoU {iou} to {then}</source>
<translation>{box} : {before} à {after}, meilleure IoU {iou} à {then}</translation></message>
<message><source>{changed} of {judged} ground truths end elsewhere in B.</source>
<translation>{changed} vérités terrain sur {judged} finissent ailleurs dans B.</translation></message>
<message><source>{changed} of {judged} ground truths end elsewhere: {before} are found by {one}, {after} by {other}.</source>
<translation>{changed} vérités terrain sur {judged} finissent ailleurs : {before} trouvées par {one}, {after} par {other}.</translation></message>
<message><source>{change} points</source>
<translation>{change} points</translation></message>
<message><source>{command}: {reason}</source>
<translation>{command}: {reason}</translation></message>
<message><source>{count} anchors are positive and overlap no ground truth.</source>
<translation>{count} ancres sont positives et ne recouvrent aucune vérité terrain.</translation></message>
<message><source>{count} of {all} anchors in both grids change label or ground truth.</source>
<translation>{count} ancres sur {all} des deux grilles changent de label ou de vérité terrain.</translation></message>
<message><source>{count} of {used} share every candidate with others.</source>
<translation>{count} sur {used} partagent chaque candidat avec d'autres.</translation></message>
<message><source>{count} of {used} with fewer candidates than the rule may take.</source>
<translation>{count} sur {used} avec moins de candidats que la règle peut en prendre.</translation></message>
<message><source>{count} of {used} with one or two positive anchors.</source>
<translation>{count} sur {used} avec une ou deux ancres positives.</translation></message>
<message><source>{count} zero-size boxes: no width or no height.</source>
<translation>{count} boîtes de taille nulle : sans largeur ou sans hauteur.</translation></message>
<message><source>{count}, and the low-quality rule adds {low_quality:,}</source>
<translation>{count}, et la règle faible qualité en ajoute {low_quality:,}</translation></message>
<message><source>{differing} of {compared} anchors in both grids change label or ground truth; {only_a} stand only in {a}, {only_b} only in {b}.</source>
<translation>{differing} ancres sur {compared} des deux grilles changent de label ou de vérité terrain ; {only_a} ne sont que dans {a}, {only_b} que dans {b}.</translation></message>
<message><source>{done} of {all}</source>
<translation>{done} sur {all}</translation></message>
<message><source>{done} of {n}</source>
<translation>{done} sur {n}</translation></message>
<message numerus="yes"><source>{done} of {n} images</source>
<translation><numerusform>{done} sur {n} image</numerusform><numerusform>{done} sur {n} images</numerusform></translation></message>
<message><source>{done} of {total} images</source>
<translation>{done} sur {total} images</translation></message>
<message><source>{done} of {total} images · {pace} images/s · {left} s left</source>
<translation>{done} sur {total} images · {pace} images/s · reste {left} s</translation></message>
<message><source>{drawn} of {total}</source>
<translation>{drawn} sur {total}</translation></message>
<message><source>{example} (and {n:,} more)</source>
<translation>{example} (et {n:,} de plus)</translation></message>
<message><source>{factor} times the input's sides</source>
<translation>{factor} fois les côtés de l'entrée</translation></message>
<message><source>{finding}, IoU {iou:.4f}. Changed: {names}. Nothing of this is saved or exported.</source>
<translation>{finding}, IoU {iou:.4f}. Changé : {names}. Rien n'en est enregistré ni exporté.</translation></message>
<message><source>{finding}. Changed: {names}. Nothing of this is saved or exported.</source>
<translation>{finding}. Changé : {names}. Rien n'en est enregistré ni exporté.</translation></message>
<message><source>{first} overlaps no anchor: its best IoU is 0, every anchor ties for it, and the low-quality rule makes {which} positive</source>
<translation>{first} ne recouvre aucune ancre : sa meilleure IoU est 0, chaque ancre est à égalité, et la règle faible qualité en rend {which} positives</translation></message>
<message><source>{fit:.4f} (GT {gt})</source>
<translation>{fit:.4f} (GT {gt})</translation></message>
<message><source>{formats}, and folders of pictures</source>
<translation>{formats}, et dossiers d'images</translation></message>
<message><source>{found}, and {least} is wanted</source>
<translation>{found}, et il faut {least}</translation></message>
<message><source>{found}, wanted {wanted} for this recipe{more}</source>
<translation>{found}, attendu : {wanted} pour cette recette{more}</translation></message>
<message><source>{found}; as the recipe says the arrays do not fit at all</source>
<translation>{found} ; comme dit la recette, les tableaux ne vont pas du tout</translation></message>
<message><source>{found}; as the recipe says {recall}, {mean}, {apart}</source>
<translation>{found} ; comme dit la recette {recall}, {mean}, {apart}</translation></message>
<message><source>{found}; more pictures tell more</source>
<translation>{found} ; plus d'images en disent plus</translation></message>
<message><source>{found}; with the {positives} positive anchors of the {pictures} pictures looked at, anything below {chance} may be chance</source>
<translation>{found} ; avec les {positives} ancres positives des {pictures} images regardées, tout ce qui est sous {chance} peut être le hasard</translation></message>
<message><source>{gone} of {all} boxes lost in augmentation</source>
<translation>{gone} boîtes sur {all} perdues à l'augmentation</translation></message>
<message><source>{gt} ({gt_too})</source>
<translation>{gt} ({gt_too})</translation></message>
<message><source>{gt} has fewer candidates than the {topk} it may take</source>
<translation>{gt} a moins de candidats que les {topk} qu'elle peut prendre</translation></message>
<message><source>{gt} has no candidate: no {place} {near_it}</source>
<translation>{gt} n'a pas de candidat : rien ({place}) {near_it}</translation></message>
<message><source>{gt} has no positive anchor of its own: its best one belongs to another</source>
<translation>{gt} n'a pas d'ancre positive à elle : sa meilleure est à une autre</translation></message>
<message><source>{gt} has no positive anchor: its shape is in no layer</source>
<translation>{gt} n'a pas d'ancre positive : sa forme n'est dans aucune couche</translation></message>
<message><source>{gt} has no positive anchor: no anchor has such sides</source>
<translation>{gt} n'a pas d'ancre positive : aucune ancre n'a de tels côtés</translation></message>
<message><source>{gt} has no positive anchor: no candidate inside reaches its threshold</source>
<translation>{gt} n'a pas d'ancre positive : aucun candidat intérieur n'atteint son seuil</translation></message>
<message><source>{gt} has no positive: it took none, or lost all</source>
<translation>{gt} n'a pas de positif : elle n'en a pris aucun, ou a tout perdu</translation></message>
<message><source>{gt} is not among the trainer's recorded: it takes no part</source>
<translation>{gt} n'est pas parmi celles enregistrées par l'entraîneur : elle ne prend pas part</translation></message>
<message><source>{gt} is of {kind}, but stage {stage} has outputs for classes 0 to {last}: no losses</source>
<translation>{gt} est de {kind}, mais l'étage {stage} a des sorties pour les classes 0 à {last} : pas de pertes</translation></message>
<message><source>{gt} is unmatched: its best anchors belong to ground truth {owner}</source>
<translation>{gt} est non appariée : ses meilleures ancres sont à la vérité terrain {owner}</translation></message>
<message><source>{gt} is unmatched: no anchor overlaps it enough</source>
<translation>{gt} est non appariée : aucune ancre ne la recouvre assez</translation></message>
<message><source>{gt} overlaps no anchor: {effect}</source>
<translation>{gt} ne recouvre aucune ancre : {effect}</translation></message>
<message><source>{gt} overlaps none of its candidates</source>
<translation>{gt} ne recouvre aucun de ses candidats</translation></message>
<message><source>{gt} takes no part in the assignment: such regions are left out</source>
<translation>{gt} ne prend pas part à l'assignation : de telles régions sont écartées</translation></message>
<message><source>{gt} takes no part in the assignment: such regions make the anchors in them ignored</source>
<translation>{gt} ne prend pas part à l'assignation : les ancres dans de telles régions sont ignorées</translation></message>
<message><source>{gt} {what}</source>
<translation>{gt} {what}</translation></message>
<message><source>{gt} {why}; {then}</source>
<translation>{gt} {why} ; {then}</translation></message>
<message><source>{guess} in fractions of the stored picture: a layout says what they are</source>
<translation>{guess} en fractions de l'image stockée : une disposition dit ce qu'elles sont</translation></message>
<message><source>{guess} in px of the stored picture: a layout says what they are</source>
<translation>{guess} en px de l'image stockée : une disposition dit ce qu'elles sont</translation></message>
<message><source>{images} pictures</source>
<translation>{images} images</translation></message>
<message><source>{images} · {seconds} s</source>
<translation>{images} · {seconds} s</translation></message>
<message><source>{image}: {words}</source>
<translation>{image} : {words}</translation></message>
<message numerus="yes"><source>{kept} of {n} boxes kept</source>
<translation><numerusform>{kept} sur {n} boîte conservée</numerusform><numerusform>{kept} sur {n} boîtes conservées</numerusform></translation></message>
<message><source>{keys} taken from {names}.</source>
<translation>{keys} pris à {names}.</translation></message>
<message><source>{key} belongs to {names}. Setting it here takes it away there.</source>
<translation>{key} est à {names}. La donner ici la leur ôte.</translation></message>
<message><source>{key} is free.</source>
<translation>{key} est libre.</translation></message>
<message><source>{key} {meaning}; no command can have it.</source>
<translation>{key} {meaning} ; aucune commande ne peut l'avoir.</translation></message>
<message><source>{kind}: {now}, was {before}</source>
<translation>{kind} : {now}, était {before}</translation></message>
<message><source>{label} {bounds}: {count} of {total}</source>
<translation>{label} {bounds} : {count} sur {total}</translation></message>
<message><source>{left:,} = {join} + &lt;b&gt;{kept:,} kept&lt;/b&gt;</source>
<translation>{left:,} = {join} + &lt;b&gt;{kept:,} conservées&lt;/b&gt;</translation></message>
<message><source>{left:,} anchors have a decoded box, {lost:,} have none</source>
<translation>{left:,} ancres ont une boîte décodée, {lost:,} n'en ont pas</translation></message>
<message><source>{left:,} left, {lost:,} lost here</source>
<translation>{left:,} restantes, {lost:,} perdues ici</translation></message>
<message><source>{length} network px ({across} × {down})</source>
<translation>{length} px du réseau ({across} × {down})</translation></message>
<message><source>{length} network px ({across} × {down})  ·  {own} original px ({own_across} × {own_down})</source>
<translation>{length} px du réseau ({across} × {down})  ·  {own} px d'origine ({own_across} × {own_down})</translation></message>
<message><source>{level} are cut by the first {pre} {group}, {final} by the last {post}, {small} are too small.</source>
<translation>{level} sont coupées par les {pre} premières {group}, {final} par les {post} dernières, {small} sont trop petites.</translation></message>
<message><source>{level} cell ({x}, {y}) · stride {stride:g}</source>
<translation>{level} cellule ({x}, {y}) · stride {stride:g}</translation></message>
<message><source>{level} cell ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}</source>
<translation>{level} cellule ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}</translation></message>
<message><source>{line}</source>
<translation>{line}</translation></message>
<message><source>{loss} loss</source>
<translation>perte ({loss})</translation></message>
<message><source>{lost} of {judged} ground truths are lost, all of them {how}.</source>
<translation>{lost} vérités terrain sur {judged} sont perdues, toutes {how}.</translation></message>
<message><source>{lost} of {judged} ground truths are lost, {part} of them {how}.</source>
<translation>{lost} vérités terrain sur {judged} sont perdues, dont {part} {how}.</translation></message>
<message><source>{low} to {high}</source>
<translation>{low} à {high}</translation></message>
<message><source>{named}: one file of raw outputs at a time, or the folder that holds them</source>
<translation>{named} : un fichier de sorties brutes à la fois, ou le dossier qui les contient</translation></message>
<message><source>{names}, no longer what this anchor answers to</source>
<translation>{names}, plus ce à quoi répond cette ancre</translation></message>
<message><source>{name} by {share}</source>
<translation>{name} de {share}</translation></message>
<message><source>{name} can be opened in {choices} ways. Which one?</source>
<translation>{name} peut s'ouvrir de {choices} façons. Laquelle ?</translation></message>
<message><source>{name} changed</source>
<translation>{name} changé</translation></message>
<message><source>{name} is gone</source>
<translation>{name} n'y est plus</translation></message>
<message><source>{name} is shown under your recipe {own}; the demo's model is listed under Predictions.</source>
<translation>{name} est montré sous votre recette {own} ; le modèle de la démo est sous Prédictions.</translation></message>
<message><source>{name} is there already, so nothing was exported; choose its whole name to replace it</source>
<translation>{name} existe déjà, donc rien n'a été exporté ; choisir son nom entier pour le remplacer</translation></message>
<message><source>{name} is {value}</source>
<translation>{name} est {value}</translation></message>
<message><source>{name} layer</source>
<translation>calque {name}</translation></message>
<message><source>{name} waits for a dataset or pictures: open or drop them.</source>
<translation>{name} attend un jeu de données ou des images : ouvrir ou déposer.</translation></message>
<message><source>{name} workspace</source>
<translation>espace {name}</translation></message>
<message><source>{name}, as shipped</source>
<translation>{name}, tel que fourni</translation></message>
<message><source>{name}, costs more</source>
<translation>{name}, coûte plus</translation></message>
<message><source>{name}, network input {size} px</source>
<translation>{name}, entrée du réseau {size} px</translation></message>
<message numerus="yes"><source>{name}, one of {n} pictures; its ground truths are still being read</source>
<translation><numerusform>{name}, la seule image ; ses vérités terrain sont encore en lecture</numerusform><numerusform>{name}, une de {n} images ; ses vérités terrain sont encore en lecture</numerusform></translation></message>
<message><source>{name}, reached</source>
<translation>{name}, atteint</translation></message>
<message><source>{name}, {end}: {count} of {boxes} ({share})</source>
<translation>{name}, {end} : {count} sur {boxes} ({share})</translation></message>
<message numerus="yes"><source>{name}, {n} candidates</source>
<translation><numerusform>{name}, {n} candidat</numerusform><numerusform>{name}, {n} candidats</numerusform></translation></message>
<message><source>{name}, {words}</source>
<translation>{name}, {words}</translation></message>
<message><source>{name}: no loss: the outputs have no column for a class of the ground truths</source>
<translation>{name} : pas de perte : les sorties n'ont pas de colonne pour une classe des vérités terrain</translation></message>
<message><source>{name}: the picture was not found, and no size is annotated</source>
<translation>{name} : l'image n'a pas été trouvée, et aucune taille n'est annotée</translation></message>
<message><source>{name}: what a click selects and the layers show, {what} (H)</source>
<translation>{name} : ce que choisit un clic et montrent les calques, {what} (H)</translation></message>
<message><source>{name}: {found} of {total} pictures found.</source>
<translation>{name} : {found} images trouvées sur {total}.</translation></message>
<message><source>{name}: {lost} of {boxes} lost</source>
<translation>{name} : {lost} sur {boxes} perdues</translation></message>
<message><source>{name}: {what}, {how}.</source>
<translation>{name}: {what}, {how}.</translation></message>
<message><source>{near}, under its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation.</source>
<translation>{near}, sous son seuil {threshold:.4f} : la moyenne de l'IoU de ses candidats plus leur écart.</translation></message>
<message><source>{near}, which reaches its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation; and its centre lies inside.{rivals}</source>
<translation>{near}, qui atteint son seuil {threshold:.4f} : la moyenne de l'IoU de ses candidats plus leur écart ; et son centre est dedans.{rivals}</translation></message>
<message><source>{near}, which reaches the threshold {threshold:.4f}; but its centre is not inside that ground truth by more than {inside:g} px.</source>
<translation>{near}, qui atteint le seuil {threshold:.4f} ; mais son centre n'est pas dans cette vérité terrain de plus de {inside:g} px.</translation></message>
<message><source>{near}; but a single candidate has no deviation, so nothing reaches the threshold.</source>
<translation>{near} ; mais un candidat seul n'a pas d'écart, donc rien n'atteint le seuil.</translation></message>
<message><source>{none} of its {all} positive anchors overlap no ground truth</source>
<translation>{none} de ses {all} ancres positives ne recouvrent aucune vérité terrain</translation></message>
<message><source>{numbers}</source>
<translation>{numbers}</translation></message>
<message><source>{number} {name} of {picture}</source>
<translation>{number} {name} de {picture}</translation></message>
<message><source>{n} GT</source>
<translation>{n} GT</translation></message>
<message numerus="yes"><source>{n} anchors</source>
<translation><numerusform>{n} ancre</numerusform><numerusform>{n} ancres</numerusform></translation></message>
<message><source>{n} anchors left out: no decoded box belongs to them</source>
<translation>{n} ancres écartées : aucune boîte décodée ne leur appartient</translation></message>
<message numerus="yes"><source>{n} anchors under the cursor</source>
<translation><numerusform>{n} ancre sous le curseur</numerusform><numerusform>{n} ancres sous le curseur</numerusform></translation></message>
<message numerus="yes"><source>{n} anchors, every one decoded</source>
<translation><numerusform>{n} ancre, décodée</numerusform><numerusform>{n} ancres, chacune décodée</numerusform></translation></message>
<message numerus="yes"><source>{n} annotations without a picture are left out.</source>
<translation><numerusform>{n} annotation sans image est omise.</numerusform><numerusform>{n} annotations sans image sont omises.</numerusform></translation></message>
<message><source>{n} are suppressed, {another} of them by a box of another ground truth.</source>
<translation>{n} sont supprimées, dont {another} par une boîte d'une autre vérité terrain.</translation></message>
<message><source>{n} background</source>
<translation>{n} fond</translation></message>
<message numerus="yes"><source>{n} boxes</source>
<translation><numerusform>{n} boîte</numerusform><numerusform>{n} boîtes</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes are of a class the dataset does not have.</source>
<translation><numerusform>{n} boîte est d'une classe que le jeu n'a pas.</numerusform><numerusform>{n} boîtes sont d'une classe que le jeu n'a pas.</numerusform></translation></message>
<message><source>{n} boxes left out: the dataset has no class {name}</source>
<translation>{n} boîtes omises : le jeu de données n'a pas de classe {name}</translation></message>
<message numerus="yes"><source>{n} boxes with findings</source>
<translation><numerusform>{n} boîte avec constats</numerusform><numerusform>{n} boîtes avec constats</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; each has a threshold of its own</source>
<translation><numerusform>{n} boîte ; elle a son propre seuil</numerusform><numerusform>{n} boîtes ; chacune a son propre seuil</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; points have no IoU with them</source>
<translation><numerusform>{n} boîte ; les points n'ont pas d'IoU avec</numerusform><numerusform>{n} boîtes ; les points n'ont pas d'IoU avec</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; this rule compares no IoU</source>
<translation><numerusform>{n} boîte ; cette règle ne compare pas d'IoU</numerusform><numerusform>{n} boîtes ; cette règle ne compare pas d'IoU</numerusform></translation></message>
<message><source>{n} clusters of width and height, the smallest at the finest level</source>
<translation>{n} groupes de largeur et hauteur, les plus petits au niveau le plus fin</translation></message>
<message numerus="yes"><source>{n} fields changed from {base}</source>
<translation><numerusform>{n} champ changé depuis {base}</numerusform><numerusform>{n} champs changés depuis {base}</numerusform></translation></message>
<message><source>{n} foreground</source>
<translation>{n} premier plan</translation></message>
<message numerus="yes"><source>{n} foreground proposals</source>
<translation><numerusform>1 proposition de premier plan</numerusform><numerusform>{n} propositions de premier plan</numerusform></translation></message>
<message numerus="yes"><source>{n} ground truths</source>
<translation><numerusform>{n} vérité terrain</numerusform><numerusform>{n} vérités terrain</numerusform></translation></message>
<message><source>{n} h ago</source>
<translation>il y a {n} h</translation></message>
<message numerus="yes"><source>{n} ignored</source>
<translation><numerusform>{n} ignoré</numerusform><numerusform>{n} ignorés</numerusform></translation></message>
<message numerus="yes"><source>{n} images</source>
<translation><numerusform>{n} image</numerusform><numerusform>{n} images</numerusform></translation></message>
<message><source>{n} images cannot be used, such as {why}</source>
<translation>{n} images inutilisables, par ex. {why}</translation></message>
<message numerus="yes"><source>{n} images have another size than annotated: anchors follow the annotated size, outputs the file's.</source>
<translation><numerusform>{n} image a une autre taille qu'annotée : les ancres suivent l'annotation, les sorties le fichier.</numerusform><numerusform>{n} images ont une autre taille qu'annotée : les ancres suivent l'annotation, les sorties le fichier.</numerusform></translation></message>
<message numerus="yes"><source>{n} images have no box in the file, and count as images without detections.</source>
<translation><numerusform>{n} image n'a pas de boîte dans le fichier, et compte comme sans détections.</numerusform><numerusform>{n} images n'ont pas de boîte dans le fichier, et comptent comme sans détections.</numerusform></translation></message>
<message numerus="yes"><source>{n} images have no outputs and are in no number here.</source>
<translation><numerusform>{n} image n'a pas de sorties et n'est dans aucun nombre ici.</numerusform><numerusform>{n} images n'ont pas de sorties et ne sont dans aucun nombre ici.</numerusform></translation></message>
<message><source>{n} images have no predictions</source>
<translation>{n} images sans prédictions</translation></message>
<message numerus="yes"><source>{n} images have outputs that cannot be used.</source>
<translation><numerusform>{n} image a des sorties inutilisables.</numerusform><numerusform>{n} images ont des sorties inutilisables.</numerusform></translation></message>
<message numerus="yes"><source>{n} images left out, the first: {why}.</source>
<translation><numerusform>{n} image omise : {why}.</numerusform><numerusform>{n} images omises, la première : {why}.</numerusform></translation></message>
<message numerus="yes"><source>{n} images were recorded with other ground truths than the annotated ones; theirs are not judged.</source>
<translation><numerusform>{n} image a été enregistrée avec d'autres vérités terrain que les annotées ; elles ne sont pas jugées.</numerusform><numerusform>{n} images ont été enregistrées avec d'autres vérités terrain que les annotées ; elles ne sont pas jugées.</numerusform></translation></message>
<message numerus="yes"><source>{n} images, as {name}: {why}.</source>
<translation><numerusform>{name} : {why}.</numerusform><numerusform>{n} images, comme {name} : {why}.</numerusform></translation></message>
<message numerus="yes"><source>{n} images, {some} predicted</source>
<translation><numerusform>{n} image, {some} prédites</numerusform><numerusform>{n} images, {some} prédites</numerusform></translation></message>
<message numerus="yes"><source>{n} lost</source>
<translation><numerusform>{n} perdu</numerusform><numerusform>{n} perdus</numerusform></translation></message>
<message><source>{n} low</source>
<translation>{n} faible</translation></message>
<message><source>{n} low-quality</source>
<translation>{n} faible qualité</translation></message>
<message numerus="yes"><source>{n} matches</source>
<translation><numerusform>{n} résultat</numerusform><numerusform>{n} résultats</numerusform></translation></message>
<message><source>{n} min ago</source>
<translation>il y a {n} min</translation></message>
<message><source>{n} missed: {ends}.</source>
<translation>{n} manqués : {ends}.</translation></message>
<message numerus="yes"><source>{n} more</source>
<translation><numerusform>{n} de plus</numerusform><numerusform>{n} de plus</numerusform></translation></message>
<message numerus="yes"><source>{n} negative</source>
<translation><numerusform>{n} négatif</numerusform><numerusform>{n} négatifs</numerusform></translation></message>
<message numerus="yes"><source>{n} negatives</source>
<translation><numerusform>{n} négatif</numerusform><numerusform>{n} négatifs</numerusform></translation></message>
<message numerus="yes"><source>{n} new positives</source>
<translation><numerusform>{n} nouveau positif</numerusform><numerusform>{n} nouveaux positifs</numerusform></translation></message>
<message><source>{n} of {all}</source>
<translation>{n} sur {all}</translation></message>
<message numerus="yes"><source>{n} of {all} ground truths have another state in B.</source>
<translation><numerusform>{n} vérité terrain sur {all} a un autre état dans B.</numerusform><numerusform>{n} vérités terrain sur {all} ont un autre état dans B.</numerusform></translation></message>
<message numerus="yes"><source>{n} of {judged} ground truths judged have no positive at any of {steps} steps.</source>
<translation><numerusform>{n} vérité terrain jugée sur {judged} n'a de positif à aucune de {steps} étapes.</numerusform><numerusform>{n} vérités terrain jugées sur {judged} n'ont de positif à aucune de {steps} étapes.</numerusform></translation></message>
<message numerus="yes"><source>{n} of {total} pictures bear names that several files have; none is taken.</source>
<translation><numerusform>{n} image sur {total} porte un nom de plusieurs fichiers ; aucun n'est pris.</numerusform><numerusform>{n} images sur {total} portent des noms de plusieurs fichiers ; aucun n'est pris.</numerusform></translation></message>
<message numerus="yes"><source>{n} of {total} pictures were not found</source>
<translation><numerusform>{n} image sur {total} introuvable</numerusform><numerusform>{n} images sur {total} introuvables</numerusform></translation></message>
<message><source>{n} of {used} boxes ({share}) have as many candidates as the rule may take</source>
<translation>{n} boîtes sur {used} ({share}) ont autant de candidats que la règle peut en prendre</translation></message>
<message numerus="yes"><source>{n} of {used} ground truths have no positive anchor. G goes through all and says why.</source>
<translation><numerusform>{n} vérité terrain sur {used} n'a pas d'ancre positive. G les parcourt et dit pourquoi.</numerusform><numerusform>{n} vérités terrain sur {used} n'ont pas d'ancre positive. G les parcourt et dit pourquoi.</numerusform></translation></message>
<message numerus="yes"><source>{n} others</source>
<translation><numerusform>{n} autre</numerusform><numerusform>{n} autres</numerusform></translation></message>
<message numerus="yes"><source>{n} overlap no anchor</source>
<translation><numerusform>{n} ne recouvre aucune ancre</numerusform><numerusform>{n} ne recouvrent aucune ancre</numerusform></translation></message>
<message numerus="yes"><source>{n} pairs of a proposal and a class</source>
<translation><numerusform>{n} paire proposition et classe</numerusform><numerusform>{n} paires proposition et classe</numerusform></translation></message>
<message><source>{n} pictures or more in one</source>
<translation>{n} images ou plus en une</translation></message>
<message numerus="yes"><source>{n} points</source>
<translation><numerusform>{n} point</numerusform><numerusform>{n} points</numerusform></translation></message>
<message numerus="yes"><source>{n} points under the cursor</source>
<translation><numerusform>{n} point sous le curseur</numerusform><numerusform>{n} points sous le curseur</numerusform></translation></message>
<message numerus="yes"><source>{n} positive</source>
<translation><numerusform>{n} positif</numerusform><numerusform>{n} positifs</numerusform></translation></message>
<message numerus="yes"><source>{n} positive anchors</source>
<translation><numerusform>{n} ancre positive</numerusform><numerusform>{n} ancres positives</numerusform></translation></message>
<message numerus="yes"><source>{n} positive points</source>
<translation><numerusform>{n} point positif</numerusform><numerusform>{n} points positifs</numerusform></translation></message>
<message numerus="yes"><source>{n} positives</source>
<translation><numerusform>{n} positif</numerusform><numerusform>{n} positifs</numerusform></translation></message>
<message numerus="yes"><source>{n} proposals</source>
<translation><numerusform>{n} proposition</numerusform><numerusform>{n} propositions</numerusform></translation></message>
<message><source>{n} proposals under the cursor</source>
<translation>{n} propositions sous le curseur</translation></message>
<message><source>{n} px</source>
<translation>{n} px</translation></message>
<message><source>{n} s ago</source>
<translation>il y a {n} s</translation></message>
<message><source>{n} steps/s</source>
<translation>{n} étapes/s</translation></message>
<message><source>{n} times the size on the screen</source>
<translation>{n} fois la taille à l'écran</translation></message>
<message><source>{n} undecided</source>
<translation>{n} indécis</translation></message>
<message numerus="yes"><source>{n} unmatched</source>
<translation><numerusform>{n} non appariée</numerusform><numerusform>{n} non appariées</numerusform></translation></message>
<message><source>{n} zero-size</source>
<translation>{n} de taille nulle</translation></message>
<message><source>{n} {kind}</source>
<translation>{n} {kind}</translation></message>
<message numerus="yes"><source>{n} {label} anchors in {letter}</source>
<translation><numerusform>{n} ancre ({label}) dans {letter}</numerusform><numerusform>{n} ancres ({label}) dans {letter}</numerusform></translation></message>
<message><source>{n}+</source>
<translation>{n}+</translation></message>
<message><source>{objectness:,.5g} and {box:,.5g}</source>
<translation>{objectness:,.5g} et {box:,.5g}</translation></message>
<message><source>{of}, {lost}.</source>
<translation>{of}, {lost}.</translation></message>
<message><source>{of}; which one takes it, if any, depends on a prediction that is not known.</source>
<translation>{of} ; laquelle la prend, s'il y en a, dépend d'une prédiction inconnue.</translation></message>
<message><source>{one} stand in the first grid alone, {other} in the second.</source>
<translation>{one} ne sont que dans la première grille, {other} que dans la seconde.</translation></message>
<message><source>{one}; {other}</source>
<translation>{one} ; {other}</translation></message>
<message><source>{others:,} stand in one grid only; positives {effect}; of those in both {flips:,} change label or ground truth</source>
<translation>{others:,} ne sont que dans une grille ; positifs {effect} ; de ceux des deux, {flips:,} changent de label ou de vérité terrain</translation></message>
<message><source>{owner} claims it: no anchor overlaps that one more (IoU {highest:.4f}). It overlaps {best} at IoU {iou:.4f}, but in this library the claim wins.</source>
<translation>{owner} la réclame : aucune ancre ne recouvre plus celle-là (IoU {highest:.4f}). Elle recouvre {best} à IoU {iou:.4f}, mais dans cette bibliothèque la réclamation l'emporte.</translation></message>
<message><source>{own}, all of them shared with others</source>
<translation>{own}, tous partagés avec d'autres</translation></message>
<message><source>{own}, the best of IoU {best:.4f}; but no candidate's centre lies inside and is free for it.</source>
<translation>{own}, la meilleure d'IoU {best:.4f} ; mais aucun candidat n'a son centre dedans et libre pour elle.</translation></message>
<message><source>{own}, the best of IoU {best:.4f}; but {given}.</source>
<translation>{own}, la meilleure d'IoU {best:.4f} ; mais {given}.</translation></message>
<message><source>{own}, {shared:,} of them shared with others</source>
<translation>{own}, dont {shared:,} partagés avec d'autres</translation></message>
<message><source>{own}. It took none: none has a {ranked_by} above 0.</source>
<translation>{own}. Elle n'en a pris aucun : {ranked_by} jamais au-dessus de 0.</translation></message>
<message><source>{own}. It took {taken:,}, {how_many}, {towards} a {ranked_by} of {cut}</source>
<translation>{own}. Elle en a pris {taken:,}, {how_many}, {ranked_by} {towards} {cut}</translation></message>
<message><source>{own}. Which of them it takes depends on a prediction that is not known.</source>
<translation>{own}. Lesquels elle prend dépend d'une prédiction inconnue.</translation></message>
<message><source>{own}: fewer than the {topk} it may take</source>
<translation>{own} : moins que les {topk} qu'elle peut prendre</translation></message>
<message><source>{own}; {count:,} of them reach it with their centre inside and are its own. The best is {best:.4f}.</source>
<translation>{own} ; {count:,} d'entre eux l'atteignent, centre dedans, et sont à elle. La meilleure est {best:.4f}.</translation></message>
<message><source>{part} ground truths have fewer candidates than the rule may take</source>
<translation>{part} vérités terrain ont moins de candidats que la règle peut en prendre</translation></message>
<message><source>{passing} anchors pass. </source>
<translation>{passing} ancres passent. </translation></message>
<message numerus="yes"><source>{passing} of {n} anchors</source>
<translation><numerusform>{passing} sur {n} ancre</numerusform><numerusform>{passing} sur {n} ancres</numerusform></translation></message>
<message><source>{passing} of {total}</source>
<translation>{passing} sur {total}</translation></message>
<message><source>{path}: could not be written: the format {suffix} is not known, wanted .png or .svg</source>
<translation>{path} : n'a pu être écrit : format {suffix} inconnu, attendu .png ou .svg</translation></message>
<message><source>{path}: holds Python objects (pickle), which are never loaded; wanted numbers</source>
<translation>{path} : contient des objets Python (pickle), jamais chargés ; attendu : des nombres</translation></message>
<message><source>{path}: no longer there</source>
<translation>{path} : n'y est plus</translation></message>
<message><source>{path}: not readable as .npz: {why}</source>
<translation>{path} : illisible comme .npz : {why}</translation></message>
<message><source>{path}: not readable as TOML: {why}</source>
<translation>{path} : illisible comme TOML : {why}</translation></message>
<message><source>{path}: {problem}</source>
<translation>{path} : {problem}</translation></message>
<message><source>{path}: {what}</source>
<translation>{path}: {what}</translation></message>
<message><source>{path}:{place}: {problem}</source>
<translation>{path}:{place} : {problem}</translation></message>
<message numerus="yes"><source>{place} of {n} anchors under the cursor, by IoU</source>
<translation><numerusform>{place} sur {n} ancre sous le curseur, par IoU</numerusform><numerusform>{place} sur {n} ancres sous le curseur, par IoU</numerusform></translation></message>
<message numerus="yes"><source>{place} of {n} points under the cursor</source>
<translation><numerusform>{place} sur {n} point sous le curseur</numerusform><numerusform>{place} sur {n} points sous le curseur</numerusform></translation></message>
<message><source>{place} · IoU {iou:.4f}</source>
<translation>{place} · IoU {iou:.4f}</translation></message>
<message><source>{place}: {old} to {new}</source>
<translation>{place} : {old} à {new}</translation></message>
<message><source>{place}{scores} levels of objectness and {deltas} of deltas, wanted {wanted} for this recipe</source>
<translation>{place}{scores} niveaux d'objectness et {deltas} de deltas, attendu : {wanted} pour cette recette</translation></message>
<message><source>{problem} (column {start})</source>
<translation>{problem} (colonne {start})</translation></message>
<message><source>{problem}. Every anchor is shown.</source>
<translation>{problem}. Toutes les ancres sont montrées.</translation></message>
<message><source>{problem}. Every point is shown.</source>
<translation>{problem}. Tous les points sont montrés.</translation></message>
<message><source>{reached} of {used} boxes ({share}) reach IoU {least} with an anchor</source>
<translation>{reached} boîtes sur {used} ({share}) atteignent IoU {least} avec une ancre</translation></message>
<message><source>{reach}, but that anchor lies in an ignored region and enters no loss.</source>
<translation>{reach}, mais cette ancre est dans une région ignorée et n'entre dans aucune perte.</translation></message>
<message><source>{reach}, but that anchor {leaves} and enters no loss.</source>
<translation>{reach}, mais cette ancre {leaves} et n'entre dans aucune perte.</translation></message>
<message><source>{reach}, is below {limit}: background.</source>
<translation>{reach}, est sous {limit} : fond.</translation></message>
<message><source>{reach}, is below {limit}: never drawn.</source>
<translation>{reach}, est sous {limit} : jamais tirée.</translation></message>
<message><source>{reach}, is between {low} and {high}: ignored.</source>
<translation>{reach}, est entre {low} et {high} : ignorée.</translation></message>
<message><source>{reach}, under the threshold {positive:.2f}, and this recipe has no low-quality rule.</source>
<translation>{reach}, sous le seuil {positive:.2f}, et cette recette n'a pas de règle faible qualité.</translation></message>
<message><source>{reach}, under the {least:.2f} from which the low-quality rule helps.</source>
<translation>{reach}, sous les {least:.2f} dès lesquels aide la règle faible qualité.</translation></message>
<message><source>{reach}, under {negative:.2f}, and here such an anchor is negative whatever it is best for.</source>
<translation>{reach}, sous {negative:.2f}, et ici une telle ancre est négative quoi qu'il en soit.</translation></message>
<message><source>{reach}, which is not enough for a positive anchor under this recipe.</source>
<translation>{reach}, ce qui ne suffit pas pour une ancre positive sous cette recette.</translation></message>
<message><source>{reach}. But that anchor is given to {other}, which claims it too.</source>
<translation>{reach}. Mais cette ancre est donnée à {other}, qui la réclame aussi.</translation></message>
<message><source>{reach}. But that anchor overlaps {other} {how_much} and is trained towards that one.</source>
<translation>{reach}. Mais cette ancre recouvre {other} {how_much} et est entraînée vers celle-là.</translation></message>
<message><source>{reach}; {ties:,} anchors tie there</source>
<translation>{reach} ; {ties:,} ancres y sont à égalité</translation></message>
<message><source>{recipe}, {outputs}</source>
<translation>{recipe}, {outputs}</translation></message>
<message numerus="yes"><source>{said}; after contests and cuts {n} are its own.</source>
<translation><numerusform>{said} ; après disputes et coupures {n} est à elle.</numerusform><numerusform>{said} ; après disputes et coupures {n} sont à elle.</numerusform></translation></message>
<message><source>{said}; all of them are its own.</source>
<translation>{said} ; tous sont à elle.</translation></message>
<message><source>{said}; it is its own.</source>
<translation>{said} ; il est à elle.</translation></message>
<message><source>{share} % of the positives changed at the last step.</source>
<translation>{share} % des positifs ont changé à la dernière étape.</translation></message>
<message><source>{short} drawn</source>
<translation>{short} tirés</translation></message>
<message numerus="yes"><source>{shown} of {n} foreground proposals</source>
<translation><numerusform>{shown} sur 1 proposition de premier plan</numerusform><numerusform>{shown} sur {n} propositions de premier plan</numerusform></translation></message>
<message numerus="yes"><source>{shown} of {n} positives</source>
<translation><numerusform>{shown} sur {n} positif</numerusform><numerusform>{shown} sur {n} positifs</numerusform></translation></message>
<message numerus="yes"><source>{shown} of {n} proposals</source>
<translation><numerusform>{shown} sur 1 proposition</numerusform><numerusform>{shown} sur {n} propositions</numerusform></translation></message>
<message><source>{shown} of {total}</source>
<translation>{shown} sur {total}</translation></message>
<message><source>{side} px</source>
<translation>{side} px</translation></message>
<message><source>{side}, drawn</source>
<translation>{side}, tiré</translation></message>
<message><source>{sizes} sizes and {ratios} ratios, the smallest size at the finest level</source>
<translation>{sizes} tailles et {ratios} rapports, la plus petite taille au niveau le plus fin</translation></message>
<message><source>{sizes}: width and height exchanged, or the picture turned by EXIF?</source>
<translation>{sizes} : largeur et hauteur échangées, ou image tournée par EXIF ?</translation></message>
<message><source>{size} at h/w {ratio} is {was}; {rounding}: {now}.</source>
<translation>{size} à h/w {ratio} est {was} ; {rounding} : {now}.</translation></message>
<message><source>{some} and {last}</source>
<translation>{some} et {last}</translation></message>
<message><source>{some} and {more}</source>
<translation>{some} et {more}</translation></message>
<message><source>{some} or {more}</source>
<translation>{some} ou {more}</translation></message>
<message><source>{some}, and {n} more formats</source>
<translation>{some} et {n} autres formats</translation></message>
<message><source>{some}, {more}</source>
<translation>{some}, {more}</translation></message>
<message><source>{some}; {more}</source>
<translation>{some} ; {more}</translation></message>
<message><source>{source}: no grid of the recipe has as many anchors</source>
<translation>{source} : aucune grille de la recette n'a autant d'ancres</translation></message>
<message><source>{stage} box</source>
<translation>{stage} boîte</translation></message>
<message><source>{stage} box loss</source>
<translation>perte de boîte ({stage})</translation></message>
<message><source>{stage} class</source>
<translation>{stage} classe</translation></message>
<message><source>{stage} class loss</source>
<translation>perte de classe ({stage})</translation></message>
<message><source>{stage}, box</source>
<translation>{stage}, boîte</translation></message>
<message><source>{stage}, class</source>
<translation>{stage}, classe</translation></message>
<message><source>{stage}, proposal {n}</source>
<translation>{stage}, proposition {n}</translation></message>
<message><source>{stage}, whole stage</source>
<translation>{stage}, étage entier</translation></message>
<message><source>{stage}_logits has {rows} rows, as many as proposals and as sampled boxes: taken for the sampled boxes, as no mode (train or eval) is recorded</source>
<translation>{stage}_logits a {rows} lignes, autant que de propositions et de boîtes échantillonnées : prises pour ces dernières, car aucun mode (train ou eval) n'est enregistré</translation></message>
<message><source>{tag} · {what}</source>
<translation>{tag} · {what}</translation></message>
<message><source>{text}. Click to list those lost here.</source>
<translation>{text}. Cliquer liste celles perdues ici.</translation></message>
<message><source>{text}: is no path of a file or folder</source>
<translation>{text} : n'est pas le chemin d'un fichier ou dossier</translation></message>
<message><source>{then}; an audit counts it as zero-size alone</source>
<translation>{then} ; un audit ne la compte que comme taille nulle</translation></message>
<message><source>{url}: is not a file on this computer; download it first</source>
<translation>{url} : n'est pas un fichier de cet ordinateur ; le télécharger d'abord</translation></message>
<message><source>{what} (Ctrl+{number})</source>
<translation>{what} (Ctrl+{number})</translation></message>
<message><source>{what} For example {example}</source>
<translation>{what} Par exemple {example}</translation></message>
<message><source>{what} for ground truth {a} in A, for {b} in B</source>
<translation>{what} pour la vérité terrain {a} dans A, pour {b} dans B</translation></message>
<message><source>{what} in both</source>
<translation>{what} dans les deux</translation></message>
<message><source>{what} in training</source>
<translation>{what} à l'entraînement</translation></message>
<message><source>{what}, by:</source>
<translation>{what}, par :</translation></message>
<message><source>{what}.
</source>
<translation>{what}.
</translation></message>
<message><source>{what}: ground truth {numbers}</source>
<translation>{what} : vérité terrain {numbers}</translation></message>
<message><source>{what}: reload (F5)</source>
<translation>{what} : recharger (F5)</translation></message>
<message><source>{what}: {effect}</source>
<translation>{what}: {effect}</translation></message>
<message><source>{what}: {list}</source>
<translation>{what} : {list}</translation></message>
<message><source>{what}; {source} names it</source>
<translation>{what} ; {source} la nomme</translation></message>
<message><source>{whole:,} of {all:,} boxes are of whole px: detectron2's loader cuts those to whole network px, as a recipe with whole_boxes = cut does</source>
<translation>{whole:,} boîtes sur {all:,} sont en px entiers : detectron2 les coupe en px entiers du réseau au chargement, comme une recette avec whole_boxes = cut</translation></message>
<message><source>{whole} + {joined} GT</source>
<translation>{whole} + {joined} GT</translation></message>
<message><source>{whose} at IoU {iou}</source>
<translation>{whose} à IoU {iou}</translation></message>
<message><source>{why}, and no size is annotated</source>
<translation>{why}, et aucune taille n'est annotée</translation></message>
<message><source>{words} But ground truth {value}, listed later, falls into the same anchor and stands.</source>
<translation>{words} Mais la vérité terrain {value}, listée après, tombe dans la même ancre et l'emporte.</translation></message>
<message numerus="yes"><source>{words} But in {n} of them ground truths listed later stand: {list}.</source>
<translation><numerusform>{words} Mais dans 1 d'elles, une vérité terrain listée plus tard l'emporte : {list}.</numerusform><numerusform>{words} Mais dans {n} d'elles, des vérités terrain listées plus tard l'emportent : {list}.</numerusform></translation></message>
<message><source>{words} No other layer learns it.</source>
<translation>{words} Aucune autre couche ne l'apprend.</translation></message>
<message><source>{words} On {shared:,} the objectness follows another ground truth.</source>
<translation>{words} Sur {shared:,} l'objectness suit une autre vérité terrain.</translation></message>
<message><source>{words} at step {step}</source>
<translation>{words} à l'étape {step}</translation></message>
<message><source>{words} fits no better than {other}</source>
<translation>{words} ne va pas mieux que {other}</translation></message>
<message><source>{words} leads {other} by {margin} only, and {least} is wanted</source>
<translation>{words} devance {other} de {margin} seulement, et il faut {least}</translation></message>
<message><source>{words} {pairs:,} of them count twice, since its centre lies on a line between cells.</source>
<translation>{words} {pairs:,} d'entre elles comptent deux fois, son centre étant sur une ligne entre cellules.</translation></message>
<message><source>{words} · stopped before the end</source>
<translation>{words} · arrêté avant la fin</translation></message>
<message><source>{words}, and no box predicted here can overlap one by more than {ignore:.2f}.</source>
<translation>{words}, et aucune boîte prédite ici ne peut en recouvrir une de plus de {ignore:.2f}.</translation></message>
<message><source>{words}, and what it predicts overlaps none by more than {ignore:.2f}: at best {value:.4f}.</source>
<translation>{words}, et ce qu'elle prédit n'en recouvre aucune de plus de {ignore:.2f} : au mieux {value:.4f}.</translation></message>
<message><source>{words}, but positives score above {share} of negatives only</source>
<translation>{words}, mais les positifs ne dépassent que {share} des négatifs</translation></message>
<message><source>{words}, but so the best boxes have IoU {mean} with the ground truths on average, and {given} as the recipe reads them</source>
<translation>{words}, mais ainsi les meilleures boîtes ont IoU {mean} en moyenne avec les vérités terrain, et {given} comme les lit la recette</translation></message>
<message><source>{words}, but the deltas are t* times {found}, not {own}</source>
<translation>{words}, mais les deltas sont t* fois {found}, non {own}</translation></message>
<message><source>{words}, but the deltas explain {share} of t* only</source>
<translation>{words}, mais les deltas n'expliquent que {share} de t*</translation></message>
<message><source>{words}, but the deltas explain {share} of t* only, and {least} is wanted for that</source>
<translation>{words}, mais les deltas n'expliquent que {share} de t*, et il faut {least} pour cela</translation></message>
<message><source>{words}, but the factors are known as {found} only; more pictures tell more</source>
<translation>{words}, mais les facteurs ne sont connus que comme {found} ; plus d'images en disent plus</translation></message>
<message><source>{words}, but the factors may be {found}; more pictures tell more</source>
<translation>{words}, mais les facteurs peuvent être {found} ; plus d'images en disent plus</translation></message>
<message><source>{words}, but {rival}, explains the deltas better; more pictures tell more</source>
<translation>{words}, mais {rival}, explique mieux les deltas ; plus d'images en disent plus</translation></message>
<message><source>{words}, but {wrong}</source>
<translation>{words}, mais {wrong}</translation></message>
<message><source>{words}, but {wrong}: the deltas are coded in a way not tried here</source>
<translation>{words}, mais {wrong} : les deltas sont codés d'une façon non essayée ici</translation></message>
<message><source>{words}, for itself.</source>
<translation>{words}, pour elle-même.</translation></message>
<message><source>{words}, more or less</source>
<translation>{words}, plus ou moins</translation></message>
<message><source>{words}, no raw outputs, so no t</source>
<translation>{words}, pas de sorties brutes, donc pas de t</translation></message>
<message><source>{words}. This one is trained towards {owner}, {most}.</source>
<translation>{words}. Celle-ci est entraînée vers {owner}, {most}.</translation></message>
<message><source>{words}; where they stand, R@0.5 is {half:.0f} % and R@0.7 {seven:.0f} %</source>
<translation>{words} ; où elles sont, R@0.5 vaut {half:.0f} % et R@0.7 {seven:.0f} %</translation></message>
<message><source>{word} · {describe}</source>
<translation>{word} · {describe}</translation></message>
<message><source>{word} · {describe} · IoU {overlap:.4f}</source>
<translation>{word} · {describe} · IoU {overlap:.4f}</translation></message>
<message><source>{word} · {describe} · {why}</source>
<translation>{word} · {describe} · {why}</translation></message>
<message><source>{wrong}: width and height exchanged</source>
<translation>{wrong} : largeur et hauteur échangées</translation></message>
<message><source>{wrong}; labels and anchors are those of another grid</source>
<translation>{wrong} ; étiquettes et ancres sont celles d'une autre grille</translation></message>
<message><source>{w} x {h} px</source>
<translation>{w} x {h} px</translation></message>
<message><source>{w} x {h} px at x {x:g}, y {y:g}</source>
<translation>{w} x {h} px en x {x:g}, y {y:g}</translation></message>
<message><source>÷ N</source>
<translation>÷ N</translation></message>
<message><source>Δ is the cost of the distance, by its angle, and Ω that of the shape.</source>
<translation>Δ est le coût de la distance, par son angle, et Ω celui de la forme.</translation></message>
<message><source>α</source>
<translation type="vanished">α</translation></message>
<message><source>α = {a}, γ = {g}, β = {b}</source>
<translation>α = {a}, γ = {g}, β = {b}</translation></message>
<message><source>α_s</source>
<translation>α_s</translation></message>
<message><source>β</source>
<translation>β</translation></message>
<message><source>β = 0: plain L1</source>
<translation>β = 0 : L1 simple</translation></message>
<message><source>β = {beta}</source>
<translation>β = {beta}</translation></message>
<message><source>β R(d)</source>
<translation>β R(d)</translation></message>
<message><source>β_o</source>
<translation>β_o</translation></message>
<message><source>λ = {l}, N = 1: the sums are divided by nothing.</source>
<translation>λ = {l}, N = 1 : les sommes ne sont divisées par rien.</translation></message>
<message><source>λ = {l}, N_cls = N_reg = N = {n}.</source>
<translation>λ = {l}, N_cls = N_reg = N = {n}.</translation></message>
<message><source>λ = {l}, {all}.</source>
<translation>λ = {l}, {all}.</translation></message>
<message><source>λ = {w}, for ground truth {n}.</source>
<translation>λ = {w}, pour la vérité terrain {n}.</translation></message>
<message><source>ρ is the distance of the centres, c the diagonal of the smallest box around both.</source>
<translation>ρ est la distance des centres, c la diagonale de la plus petite boîte autour des deux.</translation></message>
<message><source>σ(t) − t*</source>
<translation>σ(t) − t*</translation></message>
<message><source>↑ ↓ choose     Enter run     Ctrl+Enter assign a key     Esc close</source>
<translation>↑ ↓ choisir     Entrée lancer     Ctrl+Entrée assigner une touche     Échap fermer</translation></message>
<message><source>√area</source>
<translation>√aire</translation></message>
<message><source>√area in network px; double click or Enter: look at it</source>
<translation>√aire en px du réseau ; double clic ou Entrée : la regarder</translation></message>
<message><source>√area of the ground truth, network px; verticals: anchor sizes; hollow: under 10 boxes</source>
<translation>√aire de la vérité terrain, px du réseau ; verticales : tailles des ancres ; creux : moins de 10 boîtes</translation></message>
<message><source>√area of the ground truth, network px; verticals: strides; hollow: under 10 boxes</source>
<translation>√aire de la vérité terrain, px du réseau ; verticales : strides ; creux : moins de 10 boîtes</translation></message>
<message><source>√area {low} to {high} px</source>
<translation>√aire {low} à {high} px</translation></message>
<message><source>√area ≥ {low} px</source>
<translation>√aire ≥ {low} px</translation></message>
<message><source>√area, network px</source>
<translation>√aire, px du réseau</translation></message>
<message><source>√area, px</source>
<translation>√aire, px</translation></message>
<message><source>≥ mean + std</source>
<translation>≥ moyenne + écart</translation></message>
<message numerus="yes"><source>⚠ {n} warnings</source>
<translation><numerusform>⚠ {n} avertissement</numerusform><numerusform>⚠ {n} avertissements</numerusform></translation></message>
<message><source>⚠ {what}.</source>
<translation>⚠ {what}.</translation></message>
</context>
</TS>
