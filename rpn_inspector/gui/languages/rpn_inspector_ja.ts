<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Japanese (日本語). No native reader has seen this catalogue yet: who reads it as one is asked to mend it, and to strike
     this line. Terms: the table of languages in CONTRIBUTING.md. -->
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
<name>rpn_inspector</name>
<message><source>
Key {key}</source>
<translation>
キー {key}</translation></message>
<message><source>  standard deviation</source>
<translation>  標準偏差</translation></message>
<message><source> (edited)</source>
<translation> （編集済み）</translation></message>
<message><source> (x × {x}, y × {y})</source>
<translation> (x × {x}, y × {y})</translation></message>
<message><source> (× {x})</source>
<translation> (× {x})</translation></message>
<message><source> Esc clears what was typed.</source>
<translation> Esc で入力を消します。</translation></message>
<message><source> Ground truth {others} took it too, and {contest} ground truth {owner}.</source>
<translation> 正解 {others} も取ったが、{contest}正解 {owner}。</translation></message>
<message><source> Ground truth {others} took it too, and {contest} ground truth {owner}: {value} against {second}.</source>
<translation> 正解 {others} も取ったが、{contest}正解 {owner}：{value} 対 {second}。</translation></message>
<message numerus="yes"><source> Ground truths {list} fall into it too; the last listed stands.</source>
<translation><numerusform> 正解 {list} も入る。最後に挙げたものが有効。</numerusform></translation></message>
<message numerus="yes"><source> Ground truths {list} teach it too; its objectness follows ground truth {owner}, the last listed.</source>
<translation><numerusform> 正解 {list} も教える。objectness は最後に挙げた正解 {owner} に従う。</numerusform></translation></message>
<message><source> It counts twice.</source>
<translation> 2 回数える。</translation></message>
<message><source> It reaches that of {others} too, but overlaps ground truth {owner} {words}.</source>
<translation> {others} のしきい値にも達するが、正解 {owner} と重なりが{words}。</translation></message>
<message><source> The crosses above take the filters away.</source>
<translation> 上の×でフィルターを外します。</translation></message>
<message numerus="yes"><source> in {n} pictures</source>
<translation><numerusform> 、{n} 枚の画像</numerusform></translation></message>
<message><source> of {number}</source>
<translation> / {number}</translation></message>
<message><source> · IoU of its box {said}</source>
<translation> · そのボックスの IoU {said}</translation></message>
<message><source> · IoU with GT {gt}: anchor {overlap:.4f}, box {fit:.4f}</source>
<translation> · 正解 {gt} との IoU：アンカー {overlap:.4f}、ボックス {fit:.4f}</translation></message>
<message><source> · IoU with GT {gt}: {overlap:.4f}</source>
<translation> · 正解 {gt} との IoU：{overlap:.4f}</translation></message>
<message><source> · IoU {said}</source>
<translation> · IoU {said}</translation></message>
<message><source> · IoU: {said}</source>
<translation> · IoU：{said}</translation></message>
<message><source> · of ground truths {numbers}</source>
<translation> · 正解 {numbers}</translation></message>
<message><source>&amp;Edit</source>
<translation>編集(&amp;E)</translation></message>
<message><source>&amp;File</source>
<translation>ファイル(&amp;F)</translation></message>
<message><source>&amp;Go</source>
<translation>移動(&amp;G)</translation></message>
<message><source>&amp;Help</source>
<translation>ヘルプ(&amp;H)</translation></message>
<message><source>&amp;Recipe</source>
<translation>レシピ(&amp;R)</translation></message>
<message><source>&amp;Tools</source>
<translation>ツール(&amp;T)</translation></message>
<message><source>&amp;View</source>
<translation>表示(&amp;V)</translation></message>
<message><source>(h, w) cells of each level, where convolutions of a fixed input round otherwise; empty: by strides</source>
<translation>各レベルのセル数 (h, w)。固定入力の畳み込みが別の丸めをする場合。空：ストライドによる</translation></message>
<message><source>(h, w) px of the network's input</source>
<translation>ネットワーク入力の (h, w) px</translation></message>
<message><source>(smallest, largest) side px of each level: the first for all ratios, its root with each other for squares</source>
<translation>各レベルの（最小, 最大）辺 px：前者は全比率、両者の積の平方根は正方形</translation></message>
<message><source>(width, height) factors of the size, one list for all</source>
<translation>サイズの（幅, 高さ）係数、全体で一覧一つ</translation></message>
<message><source>(width, height) px of each level</source>
<translation>各レベルの（幅, 高さ）px</translation></message>
<message><source>*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data</source>
<translation>*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data</translation></message>
<message><source>*.toml</source>
<translation>*.toml</translation></message>
<message><source>*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz</source>
<translation>*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz</translation></message>
<message><source>, network px</source>
<translation>、ネットワーク px</translation></message>
<message><source>... is pooled from the map of this k</source>
<translation>... はこの k のマップからプールする</translation></message>
<message><source>1 anchor left out: no decoded box belongs to it</source>
<translation>アンカー 1 個を除外：対応する復号ボックスがありません</translation></message>
<message><source>1 box</source>
<translation>ボックス 1 個</translation></message>
<message><source>1 box left out: the dataset has no class {name}</source>
<translation>ボックス 1 個を除外：データセットにクラス {name} がない</translation></message>
<message><source>1 image</source>
<translation>画像 1 枚</translation></message>
<message><source>1 image cannot be used: {why}</source>
<translation>画像 1 枚は使えない：{why}</translation></message>
<message><source>1 image has no predictions</source>
<translation>画像 1 枚に予測がない</translation></message>
<message><source>1 is suppressed, by a box of another ground truth.</source>
<translation>1 個が抑制された。別の正解のボックスによる。</translation></message>
<message><source>1 is suppressed, by no box of another ground truth.</source>
<translation>1 個が抑制された。別の正解のボックスによるものではない。</translation></message>
<message><source>1 more</source>
<translation>ほか 1 件</translation></message>
<message><source>1 of {judged} ground truths is lost, {how}.</source>
<translation>正解 {judged} 個のうち 1 個が失われた：{how}。</translation></message>
<message><source>1 other</source>
<translation>他 1 個</translation></message>
<message><source>1 proposal</source>
<translation>提案 1 個</translation></message>
<message><source>1 proposal under the cursor</source>
<translation>カーソル下に提案 1 個</translation></message>
<message><source>100 %</source>
<translation>100 %</translation></message>
<message><source>100 of 8,888</source>
<translation>100 / 8,888</translation></message>
<message><source>100.0 %</source>
<translation>100.0 %</translation></message>
<message><source>88 of 8,888</source>
<translation>88 / 8,888</translation></message>
<message><source>: needs raw outputs</source>
<translation>：生出力が必要</translation></message>
<message><source>: needs the network's own outputs</source>
<translation>：ネットワーク自身の出力が必要</translation></message>
<message><source>; the annotations are left out.</source>
<translation>。注釈は除外。</translation></message>
<message><source>; where the size is known, an empty canvas stands in.</source>
<translation>。サイズが分かるものは空のキャンバスで代用。</translation></message>
<message numerus="yes"><source>; {n} others tie with it</source>
<translation><numerusform>。他 {n} 個が同着</numerusform></translation></message>
<message><source>&lt; mean + std</source>
<translation>&lt; 平均 + 標準偏差</translation></message>
<message><source>&lt;b&gt;{place}&lt;/b&gt;: {meaning}. Shipped: {value}</source>
<translation>&lt;b&gt;{place}&lt;/b&gt;：{meaning}。出荷値：{value}</translation></message>
<message><source>A</source>
<translation>A</translation></message>
<message><source>A and B are the same outputs: choose others above the picture.</source>
<translation>A と B は同じ出力：画像の上で別のものを選ぶ。</translation></message>
<message><source>A better fit is not yet a better AP: only training tells.</source>
<translation>当てはまりが良くても AP が良いとは限らない。分かるのは訓練だけ。</translation></message>
<message><source>A box reaches IoU 0.50, but a top-k cuts it, or it is too small.</source>
<translation>IoU 0.50 のボックスはあるが、top-k で切られるか、小さすぎる。</translation></message>
<message><source>A box reaches IoU 0.50, but another one suppresses it, or is another's.</source>
<translation>IoU 0.50 のボックスはあるが、別のものに抑制されるか、別の正解のもの。</translation></message>
<message><source>A box reaches IoU 0.50, but scores too low.</source>
<translation>IoU 0.50 のボックスはあるが、スコアが低すぎる。</translation></message>
<message><source>A box that no anchor overlaps ties with all at IoU 0, which makes them positive.</source>
<translation>どのアンカーとも重ならないボックスは IoU 0 で全部と同着、それらを正例にする。</translation></message>
<message><source>A confidence z_0 and one score per class; a negative pays for the confidence alone.</source>
<translation>信頼度 z_0 とクラスごとのスコア。負例は信頼度の分だけ負う。</translation></message>
<message><source>A coordinate whose t* is exactly 0 is left out, as this library does.</source>
<translation>t* がちょうど 0 の座標は、このライブラリと同じく除く。</translation></message>
<message><source>A dash under positive: only raw outputs would tell.</source>
<translation>正例の下の線：生出力だけが示す。</translation></message>
<message><source>A detection reaches IoU 0.50, and is its own.</source>
<translation>検出が IoU 0.50 に達し、それ自身のもの。</translation></message>
<message><source>A ground truth that no anchor overlaps ties with all of them at IoU 0.</source>
<translation>どのアンカーとも重ならない正解は、IoU 0 で全アンカーと同着。</translation></message>
<message><source>A head over proposals</source>
<translation>提案に対するヘッド</translation></message>
<message><source>A head over proposals.</source>
<translation>提案に対するヘッド。</translation></message>
<message><source>A is what is open. What moves is counted over every picture, as audit --against does.</source>
<translation>A は開いているもの。変化は audit --against と同じく全画像で集計。</translation></message>
<message><source>A kept box reaches IoU 0.50.</source>
<translation>保持されたボックスが IoU 0.50 に達する。</translation></message>
<message><source>A new folder (*)</source>
<translation>新しいフォルダー (*)</translation></message>
<message><source>A point a cell, without width and height (FCOS, YOLOX, RTMDet, YOLOv8 to YOLO26)</source>
<translation>セルごとに 1 点、幅と高さなし（FCOS、YOLOX、RTMDet、YOLOv8〜YOLO26）</translation></message>
<message><source>A point has no area, so no IoU with a ground truth.</source>
<translation>点には面積がないため、正解との IoU はない。</translation></message>
<message><source>A random mini-batch</source>
<translation>ランダムなミニバッチ</translation></message>
<message><source>A random mini-batch, with the negatives limited by the positives where asked</source>
<translation>ランダムなミニバッチ。指定すれば負例数を正例数で制限</translation></message>
<message><source>A score or an edge is not a finite number.</source>
<translation>スコアか辺が有限の数でない。</translation></message>
<message><source>A side of it is 0, which is within no factor of any anchor's. So no level trains it.</source>
<translation>一辺が 0 で、どのアンカーとも比が合わない。どのレベルも訓練しない。</translation></message>
<message><source>A side of the picture is under a stride: one row of cells sees all of it.</source>
<translation>画像の一辺がストライド未満：セル 1 列で全体を見る。</translation></message>
<message><source>A sigmoid per class, summed.</source>
<translation>クラスごとのシグモイドの和。</translation></message>
<message><source>A small bundled dataset with raw predictions</source>
<translation>生出力付きの小さな同梱データセット</translation></message>
<message><source>A this box</source>
<translation>A このボックス</translation></message>
<message><source>A's rule looks at what the network says: which anchors are positive is not known. {why}</source>
<translation>A の規則はネットワークの出力を見る：どのアンカーが正例かは不明。{why}</translation></message>
<message><source>A: {a}; B: {b}</source>
<translation>A：{a}、B：{b}</translation></message>
<message><source>AP</source>
<translation>AP</translation></message>
<message><source>AP 0.50</source>
<translation>AP 0.50</translation></message>
<message><source>AP by class</source>
<translation>クラス別 AP</translation></message>
<message><source>AP50</source>
<translation>AP50</translation></message>
<message><source>AP75</source>
<translation>AP75</translation></message>
<message><source>About</source>
<translation>バージョン情報</translation></message>
<message><source>Add</source>
<translation>追加</translation></message>
<message><source>Add this key to the command's present ones</source>
<translation>このキーをコマンドの現在のキーに加える</translation></message>
<message><source>After scaling and moving, nothing of it lies in the network's input.</source>
<translation>拡大縮小と移動の後、ネットワークの入力には何も残りません。</translation></message>
<message><source>Agreement</source>
<translation>一致度</translation></message>
<message><source>All</source>
<translation>すべて</translation></message>
<message><source>All anchors</source>
<translation>全アンカー</translation></message>
<message><source>All anchors and all ground truths. A row, a box and a point are one selection. Click a heading to sort; Ctrl+C copies the row.</source>
<translation>全アンカーと全正解。行・ボックス・点の選択は共通。見出しのクリックで並べ替え、Ctrl+C で行をコピー。</translation></message>
<message><source>All boxes</source>
<translation>全ボックス</translation></message>
<message><source>All files</source>
<translation>すべてのファイル</translation></message>
<message><source>All of its candidates are another ground truth's too, which may win them.</source>
<translation>候補はすべて別の正解の候補でもあり、奪われ得る。</translation></message>
<message numerus="yes"><source>All of the dataset, {n}</source>
<translation><numerusform>データセット全体、{n}</numerusform></translation></message>
<message><source>All points</source>
<translation>すべての点</translation></message>
<message><source>All {n} ground truths are found.</source>
<translation>正解 {n} 個すべて検出。</translation></message>
<message><source>All: every anchor, positive, ignored and negative
Key 9</source>
<translation>すべて：正例・無視・負例の全アンカー
キー 9</translation></message>
<message><source>All: every point, positive and negative
Key 9</source>
<translation>すべて：すべての点、正例と負例
キー 9</translation></message>
<message><source>All: the predicted box of every anchor</source>
<translation>すべて：全アンカーの予測ボックス</translation></message>
<message><source>Anchor</source>
<translation>アンカー</translation></message>
<message><source>Anchor {anchor:,} · {place}</source>
<translation>アンカー {anchor:,} · {place}</translation></message>
<message><source>Anchor {anchor} of A stands in no place of B's grid</source>
<translation>A のアンカー {anchor} は B のグリッドに場所がない</translation></message>
<message><source>Anchor {index:,} · {place}</source>
<translation>アンカー {index:,} · {place}</translation></message>
<message><source>Anchor {index}: {finding}</source>
<translation>アンカー {index}：{finding}</translation></message>
<message><source>Anchors</source>
<translation>アンカー</translation></message>
<message><source>Anchors in ignored regions.</source>
<translation>無視領域のアンカー。</translation></message>
<message><source>Anchors that pass the filter</source>
<translation>フィルターを通るアンカー</translation></message>
<message><source>Annotations</source>
<translation>注釈</translation></message>
<message><source>Another ground truth made it positive: it overlaps {best} most, at IoU {iou:.4f}. But it is the best anchor of {owner} too, at IoU {highest:.4f}, which under {least:.2f} makes no anchor positive and yet takes this one over: it is trained towards that one.</source>
<translation>別の正解が正例にした：{best} と最も重なる（IoU {iou:.4f}）。しかし {owner} の最良アンカーでもあり（IoU {highest:.4f}）、{least:.2f} 未満はアンカーを正例にしないが、これを引き継ぐ：そちらへ訓練される。</translation></message>
<message><source>Another plot instead of {title}</source>
<translation>{title} の代わりのグラフ</translation></message>
<message><source>Answer</source>
<translation>回答</translation></message>
<message><source>Answer IoU</source>
<translation>回答の IoU</translation></message>
<message><source>Answers</source>
<translation>回答</translation></message>
<message><source>Anything to look at</source>
<translation>見るべきもの</translation></message>
<message><source>Area left</source>
<translation>残りの面積</translation></message>
<message><source>As decoded it reaches beyond the input, and is clipped to that.</source>
<translation>復号したままでは入力からはみ出し、入力に切り詰められる。</translation></message>
<message><source>As decoded it reaches beyond the picture, and is clipped to that.</source>
<translation>復号したままでは画像からはみ出し、画像に切り詰められる。</translation></message>
<message><source>As the network saw it: {how}</source>
<translation>ネットワークが見た姿：{how}</translation></message>
<message><source>As the system</source>
<translation>システムに従う</translation></message>
<message><source>Ascending</source>
<translation>昇順</translation></message>
<message><source>Asked by</source>
<translation>必要とするもの</translation></message>
<message><source>Attributes</source>
<translation>属性</translation></message>
<message><source>Audit</source>
<translation>監査</translation></message>
<message><source>Audit of {name}</source>
<translation>{name} の監査</translation></message>
<message><source>Audit the whole dataset</source>
<translation>データセット全体を監査</translation></message>
<message><source>Augmentation lost no box of this picture.</source>
<translation>データ拡張はこの画像のボックスを失っていない。</translation></message>
<message><source>B</source>
<translation>B</translation></message>
<message><source>B over A, with a divider to drag across</source>
<translation>A に B を重ね、仕切りをドラッグ</translation></message>
<message><source>B {other}</source>
<translation>B {other}</translation></message>
<message><source>B's rule looks at what the network says, and B has no raw outputs: which are positive is not known.</source>
<translation>B の規則はネットワークの出力を見るが、B に生出力がない：どれが正例かは不明。</translation></message>
<message><source>Back</source>
<translation>戻る</translation></message>
<message><source>Back to the data</source>
<translation>データに戻る</translation></message>
<message><source>Back to the workspace before</source>
<translation>前の作業画面に戻る</translation></message>
<message><source>Background</source>
<translation>背景</translation></message>
<message><source>Below the score threshold</source>
<translation>スコアしきい値未満</translation></message>
<message><source>Beside</source>
<translation>横並び</translation></message>
<message><source>Beside each other</source>
<translation>並べて</translation></message>
<message><source>Best GT</source>
<translation>最良の正解</translation></message>
<message><source>Best IoU</source>
<translation>最良の IoU</translation></message>
<message><source>Best IoU A</source>
<translation>最良の IoU A</translation></message>
<message><source>Best IoU B</source>
<translation>最良の IoU B</translation></message>
<message><source>Best IoU by label</source>
<translation>ラベル別の最良 IoU</translation></message>
<message><source>Best anchor</source>
<translation>最良アンカー</translation></message>
<message><source>Best anchor is another's</source>
<translation>最良アンカーは別の正解のもの</translation></message>
<message><source>Best box</source>
<translation>最良のボックス</translation></message>
<message><source>Between boxes and t: what becomes of the centre, and the log of the side's ratio.</source>
<translation>ボックスと t の間：中心の変換と、辺の比の対数。</translation></message>
<message><source>Box</source>
<translation>ボックス</translation></message>
<message><source>Box IoU</source>
<translation>ボックスの IoU</translation></message>
<message><source>Box IoU, GT {number}</source>
<translation>ボックスの IoU, 正解 {number}</translation></message>
<message><source>Box and class losses count {n} pairs, the formulas above show the last one.</source>
<translation>ボックスとクラスの損失は {n} 組を数え、上の式は最後の組。</translation></message>
<message><source>Box leaves its picture</source>
<translation>ボックスが画像の外に出る</translation></message>
<message><source>Box loss</source>
<translation>ボックス損失</translation></message>
<message><source>Box share</source>
<translation>ボックス割合</translation></message>
<message><source>Boxes</source>
<translation>ボックス</translation></message>
<message><source>Boxes and share reached, by class</source>
<translation>ボックスと到達率、クラス別</translation></message>
<message><source>Boxes of whole pixels</source>
<translation>整数ピクセルのボックス</translation></message>
<message><source>Boxes on the picture</source>
<translation>画像上のボックス</translation></message>
<message><source>Browse recipes</source>
<translation>レシピを見る</translation></message>
<message><source>Browse recipes…</source>
<translation>レシピを見る…</translation></message>
<message><source>By</source>
<translation>基準</translation></message>
<message><source>By a box of another ground truth.</source>
<translation>別の正解のボックスによる。</translation></message>
<message><source>By best anchor</source>
<translation>最良アンカー別</translation></message>
<message><source>By class</source>
<translation>クラス別</translation></message>
<message><source>By level</source>
<translation>レベル別</translation></message>
<message><source>By side</source>
<translation>辺別</translation></message>
<message><source>By size</source>
<translation>サイズ別</translation></message>
<message><source>By the rule</source>
<translation>規則による</translation></message>
<message><source>CIoU</source>
<translation>CIoU</translation></message>
<message><source>COCO results (*.json)</source>
<translation>COCO 結果 (*.json)</translation></message>
<message><source>COCO with attributes: CVAT, FiftyOne (*.json)</source>
<translation>属性付き COCO：CVAT、FiftyOne (*.json)</translation></message>
<message><source>COCO, 101 points</source>
<translation>COCO、101 点</translation></message>
<message><source>CSV (*.csv)</source>
<translation>CSV (*.csv)</translation></message>
<message><source>Calibration, anchors</source>
<translation>較正、アンカー</translation></message>
<message><source>Calibration, kept boxes</source>
<translation>較正、保持ボックス</translation></message>
<message><source>Cancel</source>
<translation>キャンセル</translation></message>
<message><source>Candidate of these; there is no prediction to rank it by.</source>
<translation>これらの候補。順位を付ける予測がない。</translation></message>
<message><source>Candidates</source>
<translation>候補</translation></message>
<message><source>Candidates and cut</source>
<translation>候補と切り捨て</translation></message>
<message><source>Candidates elsewhere</source>
<translation>他での候補</translation></message>
<message><source>Canvas</source>
<translation>キャンバス</translation></message>
<message><source>Canvas {letter}</source>
<translation>キャンバス {letter}</translation></message>
<message><source>Cell</source>
<translation>セル</translation></message>
<message><source>Centre x, px</source>
<translation>中心 x, px</translation></message>
<message><source>Centre y, px</source>
<translation>中心 y, px</translation></message>
<message><source>Changed</source>
<translation>変更</translation></message>
<message><source>Changed anchors</source>
<translation>変化したアンカー</translation></message>
<message><source>Choose a command</source>
<translation>コマンドを選ぶ</translation></message>
<message><source>Choose a folder, or drop a folder or file anywhere</source>
<translation>フォルダーを選ぶか、フォルダーやファイルをここにドロップ</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to follow its way through both stages.</source>
<translation>G か表の行で正解を選ぶと、両段を通る道筋を追える。</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to see its candidates.</source>
<translation>G か表の行で正解を選ぶと、その候補が見える。</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to see which candidates it takes and why.</source>
<translation>G か表の行で正解を選ぶと、どの候補をなぜ取るかが見える。</translation></message>
<message><source>Choose another recipe, checkpoint or dataset, and what moves is counted over all pictures.</source>
<translation>別のレシピ、チェックポイント、データセットを選ぶと、変化を全画像で集計。</translation></message>
<message><source>Churn of the assignment</source>
<translation>割り当ての入れ替わり</translation></message>
<message><source>Churn: positives new or another ground truth's, % of all, against the step before</source>
<translation>入れ替わり：前ステップに対し新しい、または正解が変わった正例、全体の %</translation></message>
<message><source>Class</source>
<translation>クラス</translation></message>
<message><source>Class beyond the outputs</source>
<translation>出力にないクラス</translation></message>
<message><source>Class loss</source>
<translation>クラス損失</translation></message>
<message><source>Class without a box</source>
<translation>ボックスのないクラス</translation></message>
<message><source>Classes of {side} alone, {count}: {names}.</source>
<translation>{side} だけのクラス、{count}：{names}。</translation></message>
<message><source>Clear the filter</source>
<translation>フィルターを消す</translation></message>
<message><source>Clear the filter {filter}</source>
<translation>フィルター {filter} を消す</translation></message>
<message><source>Clear the filter: every anchor is shown</source>
<translation>フィルターを消す：全アンカーを表示</translation></message>
<message><source>Clear the selection</source>
<translation>選択を解除</translation></message>
<message><source>Click a box on the picture to see why it is positive, negative or ignored, its target t* and what it adds to the loss. Click again, or press Up and Down, for the other anchors under the same point; G goes through the ground truths.</source>
<translation>画像のボックスをクリックすると、正例・負例・無視の理由、ターゲット t*、損失への寄与が分かる。再クリックか上下キーで同じ点の他のアンカー。G で正解を順に見る。</translation></message>
<message><source>Click a box on the picture, or a row of the tables below, to see why a proposal is foreground or background, its target t*, what it adds to the losses and what became of it. G goes through the ground truths, H back to the RPN.</source>
<translation>画像のボックスか下の表の行をクリックすると、提案が前景・背景である理由、ターゲット t*、損失への寄与、行方が分かる。G で正解を順に、H で RPN に戻る。</translation></message>
<message><source>Click a letter for another side; drag a bar to try another distribution.</source>
<translation>文字のクリックで別の辺、棒のドラッグで別の分布を試す。</translation></message>
<message><source>Click a point on the picture to see which ground truths want it and who got it, its target t* and what it adds to the loss. G goes through the ground truths; the table Candidates ranks the points of the one in focus.</source>
<translation>画像の点をクリックすると、どの正解が欲しがり、どれが得たか、ターゲット t*、損失への寄与が分かる。G で正解を順に。表「候補」は注目中の正解の点に順位を付ける。</translation></message>
<message><source>Click for the next place, Shift+click for the one before; ↓ and ↑ go to the other rows.</source>
<translation>クリックで次の箇所、Shift+クリックで前。↓ と ↑ で他の行へ。</translation></message>
<message><source>Clipped to the picture it has a side under {least:g} network px.</source>
<translation>画像に収めると一辺がネットワーク {least:g} px 未満。</translation></message>
<message><source>Clipped to the picture it has a side under {least:g} px of the original picture.</source>
<translation>画像に収めると一辺が元画像の {least:g} px 未満。</translation></message>
<message><source>Clipped to the picture it has a side under {least} px.</source>
<translation>画像に切り詰めると一辺が {least} px 未満。</translation></message>
<message><source>Close the recipe editor</source>
<translation>レシピエディターを閉じる</translation></message>
<message><source>Close the recipe editor (Ctrl+E)</source>
<translation>レシピエディターを閉じる (Ctrl+E)</translation></message>
<message><source>Coder</source>
<translation>コーダー</translation></message>
<message><source>Colours</source>
<translation>配色</translation></message>
<message><source>Columns</source>
<translation>列</translation></message>
<message><source>Command</source>
<translation>コマンド</translation></message>
<message><source>Command palette</source>
<translation>コマンドパレット</translation></message>
<message><source>Commands</source>
<translation>コマンド</translation></message>
<message><source>Commands and keys</source>
<translation>コマンドとキー</translation></message>
<message><source>Compare</source>
<translation>比較</translation></message>
<message><source>Compare lays out one at a time: here the recipes, without the other outputs.</source>
<translation>比較は一度に一つを示す：ここではレシピのみで、別の出力は含まない。</translation></message>
<message><source>Compare recipes or checkpoints</source>
<translation>レシピやチェックポイントを比較</translation></message>
<message><source>Compare the assignment over the steps…</source>
<translation>ステップ間の割り当てを比較…</translation></message>
<message><source>Compare with</source>
<translation>比較先</translation></message>
<message><source>Comparing the steps…</source>
<translation>ステップを比較中…</translation></message>
<message><source>Computing…</source>
<translation>計算中…</translation></message>
<message><source>Contested</source>
<translation>競合</translation></message>
<message><source>Continue</source>
<translation>続行</translation></message>
<message><source>Copy all of these findings</source>
<translation>所見をすべてコピー</translation></message>
<message><source>Copy as JSON</source>
<translation>JSON でコピー</translation></message>
<message><source>Copy as TSV	Ctrl+C</source>
<translation>TSV でコピー	Ctrl+C</translation></message>
<message><source>Copy as text</source>
<translation>テキストでコピー</translation></message>
<message><source>Copy the explanation</source>
<translation>説明をコピー</translation></message>
<message><source>Copy the line</source>
<translation>行をコピー</translation></message>
<message><source>Copy the table</source>
<translation>表をコピー</translation></message>
<message><source>Copy the view</source>
<translation>表示をコピー</translation></message>
<message><source>Copy these as JSON</source>
<translation>これらを JSON でコピー</translation></message>
<message><source>Copy these as text</source>
<translation>これらをテキストでコピー</translation></message>
<message><source>Copy {text}</source>
<translation>{text} をコピー</translation></message>
<message><source>Copying {n} rows…</source>
<translation>{n} 行をコピー中…</translation></message>
<message><source>Cost</source>
<translation>コスト</translation></message>
<message><source>Count</source>
<translation>集計</translation></message>
<message><source>Count asks the model for every picture.</source>
<translation>集計では全画像にモデルを実行する。</translation></message>
<message><source>Counted from 0 or from 1?</source>
<translation>0 から数えるか、1 からか？</translation></message>
<message><source>Counting the boxes…</source>
<translation>ボックスを集計中…</translation></message>
<message><source>Crowd or ignored region</source>
<translation>群衆または無視領域</translation></message>
<message><source>Cut by the final top-k</source>
<translation>最終 top-k で切り捨て</translation></message>
<message><source>Cut by the first top-k</source>
<translation>最初の top-k で切り捨て</translation></message>
<message><source>DIoU</source>
<translation>DIoU</translation></message>
<message><source>Dark</source>
<translation>ダーク</translation></message>
<message><source>Dataset</source>
<translation>データセット</translation></message>
<message><source>Dataset order</source>
<translation>データセット順</translation></message>
<message><source>Dataset, annotation file…</source>
<translation>データセット、アノテーションファイル…</translation></message>
<message><source>Dataset, folder…</source>
<translation>データセット、フォルダー…</translation></message>
<message><source>Decoded</source>
<translation>復号</translation></message>
<message><source>Decoded boxes have no loss: only the network's own outputs tell losses.</source>
<translation>復号ボックスに損失はない：損失はネットワーク自身の出力からのみ。</translation></message>
<message><source>Decoded, an edge is no finite number: such a box is left out.</source>
<translation>デコードすると辺が有限の数でない。そのようなボックスは除かれる。</translation></message>
<message><source>Decoding does not take off the pixel that encoding added.</source>
<translation>復号は、符号化で足したピクセルを引かない。</translation></message>
<message><source>Descending</source>
<translation>降順</translation></message>
<message><source>Detection {n}: {name}</source>
<translation>検出 {n}：{name}</translation></message>
<message><source>Detections</source>
<translation>検出</translation></message>
<message><source>Detections: the boxes of the last stage</source>
<translation>検出：最終段のボックス</translation></message>
<message><source>Distribution of a side</source>
<translation>辺の分布</translation></message>
<message><source>Distribution of side</source>
<translation>辺の分布</translation></message>
<message><source>Divider between A and B</source>
<translation>A と B の仕切り</translation></message>
<message><source>Do not filter by this any more</source>
<translation>これで絞り込むのをやめる</translation></message>
<message><source>Done</source>
<translation>完了</translation></message>
<message><source>Draw changed anchors only</source>
<translation>変化したアンカーだけ描く</translation></message>
<message><source>Draw changed points only</source>
<translation>変化した点だけ描く</translation></message>
<message><source>Drawn</source>
<translation>抽出</translation></message>
<message><source>Each box ends in one place: the last at which a box that reached IoU 0.50 was there.</source>
<translation>各ボックスは一か所で終わる：IoU 0.50 のボックスが最後にあった所。</translation></message>
<message><source>Each counts k = 2 − w h times, w and h of the ground truth over the input's.</source>
<translation>それぞれ k = 2 − w h 回数える。w と h は入力に対する正解の辺。</translation></message>
<message><source>Each ground truth's best anchor in such cells is positive, whatever its IoU; the last to claim it keeps it.</source>
<translation>そのようなセルでの各正解の最良アンカーは IoU によらず正例。最後に主張した正解が得る。</translation></message>
<message><source>Each ground truth's best anchor is positive, whatever its IoU.</source>
<translation>各正解の最良アンカーは IoU によらず正例。</translation></message>
<message><source>Each of the batch of {n} pictures this one was in.</source>
<translation>この画像がいたバッチの {n} 枚それぞれ。</translation></message>
<message><source>Each of {judged} ground truths judged has a positive at one of {steps} steps or more.</source>
<translation>判定した正解 {judged} 個はどれも、{steps} ステップのどれかで正例を持つ。</translation></message>
<message><source>Each step has another picture here, so nothing can be compared.</source>
<translation>ここではステップごとに画像が違い、比較できない。</translation></message>
<message><source>Easy answers are damped, γ = {g}.</source>
<translation>易しい回答は減衰、γ = {g}。</translation></message>
<message><source>Edit the recipe…</source>
<translation>レシピを編集…</translation></message>
<message><source>Elsewhere</source>
<translation>他の場所</translation></message>
<message><source>Ended: {name}</source>
<translation>終了：{name}</translation></message>
<message><source>Ends in A</source>
<translation>A での終わり</translation></message>
<message><source>Ends in B</source>
<translation>B での終わり</translation></message>
<message><source>Error</source>
<translation>エラー</translation></message>
<message><source>Errors of the detections</source>
<translation>検出のエラー</translation></message>
<message><source>Esc: stop counting; what is done is kept</source>
<translation>Esc：集計を停止。済んだ分は残る</translation></message>
<message><source>Every ground truth has a positive anchor</source>
<translation>どの正解にも正のアンカーがある</translation></message>
<message><source>Every ground truth has a positive anchor, and {share} reach IoU {at}</source>
<translation>どの正解にも正のアンカーがあり、{share} が IoU {at} に達する</translation></message>
<message><source>Every ground truth has as many candidates as the rule may take</source>
<translation>どの正解も、規則が取れる数の候補を持つ</translation></message>
<message><source>Every picture of the dataset. D and A, or the arrow keys, go to the next and the previous one.</source>
<translation>データセットの全画像。D と A、または矢印キーで次と前へ。</translation></message>
<message><source>Everything it reads</source>
<translation>読めるものすべて</translation></message>
<message><source>Explain</source>
<translation>説明</translation></message>
<message><source>Export cancelled; nothing was written</source>
<translation>書き出しを中止。何も書いていない</translation></message>
<message><source>Export decoded boxes</source>
<translation>復号ボックスを書き出す</translation></message>
<message><source>Export decoded boxes…</source>
<translation>復号ボックスを書き出す…</translation></message>
<message><source>Exporting decoded boxes…</source>
<translation>復号ボックスを書き出し中…</translation></message>
<message><source>Export…</source>
<translation>書き出す…</translation></message>
<message><source>Factor</source>
<translation>係数</translation></message>
<message><source>Fate</source>
<translation>行方</translation></message>
<message><source>Fates in A and in B</source>
<translation>A と B での行方</translation></message>
<message><source>Feature cell of the selection</source>
<translation>選択の特徴セル</translation></message>
<message><source>FiftyOne's labels.json (*.json)</source>
<translation>FiftyOne の labels.json (*.json)</translation></message>
<message><source>File that was not read</source>
<translation>読まれなかったファイル</translation></message>
<message><source>File, Export decoded boxes writes what the predictions say in original px. Now open a dataset of your own: Ctrl+O, or drop it here. Your files are only read.</source>
<translation>「ファイル &gt; 復号ボックスを書き出す」は予測の内容を元画像 px で書き出す。次は自分のデータセットを：Ctrl+O、またはここにドロップ。ファイルは読むだけ。</translation></message>
<message><source>Filter</source>
<translation>フィルター</translation></message>
<message><source>Filter anchors: {one}</source>
<translation>アンカーの絞り込み：{one}</translation></message>
<message><source>Filter by name or class</source>
<translation>名前かクラスで絞り込む</translation></message>
<message><source>Filter images by name or class</source>
<translation>画像を名前かクラスで絞り込む</translation></message>
<message><source>Filter points: {one}</source>
<translation>点の絞り込み：{one}</translation></message>
<message><source>Filter the anchors</source>
<translation>アンカーを絞り込む</translation></message>
<message><source>Filter: {filter}</source>
<translation>フィルター：{filter}</translation></message>
<message><source>Filter: {words}; press to take it away</source>
<translation>フィルター：{words}。押すと外れる</translation></message>
<message><source>Final fate</source>
<translation>最終の行方</translation></message>
<message><source>Find a command</source>
<translation>コマンドを探す</translation></message>
<message><source>Find a field</source>
<translation>項目を探す</translation></message>
<message><source>Find a field by name or meaning</source>
<translation>名前か意味で項目を探す</translation></message>
<message><source>Find an image</source>
<translation>画像を探す</translation></message>
<message><source>Find by name, menu or key, e.g. Ctrl+O</source>
<translation>名前・メニュー・キーで探す、例 Ctrl+O</translation></message>
<message><source>Find in this page</source>
<translation>このページを検索</translation></message>
<message><source>Find or run</source>
<translation>検索・実行</translation></message>
<message><source>Find or run a command</source>
<translation>コマンドを検索・実行</translation></message>
<message><source>Find or run a command…</source>
<translation>コマンドを検索・実行…</translation></message>
<message><source>Find the layout of the raw outputs…</source>
<translation>生出力のレイアウトを調べる…</translation></message>
<message><source>Finding</source>
<translation>所見</translation></message>
<message><source>Findings</source>
<translation>所見</translation></message>
<message><source>Findings written into {file}</source>
<translation>所見を {file} に書いた</translation></message>
<message><source>Findings…</source>
<translation>所見…</translation></message>
<message><source>First choice of columns</source>
<translation>標準の列</translation></message>
<message><source>First image</source>
<translation>最初の画像</translation></message>
<message><source>First picture</source>
<translation>最初の画像</translation></message>
<message><source>Fit</source>
<translation>全体表示</translation></message>
<message><source>Follow a training…</source>
<translation>訓練を追う…</translation></message>
<message><source>Following {name}</source>
<translation>{name} を追跡中</translation></message>
<message numerus="yes"><source>For {n} pictures no size is annotated; their headers were read.</source>
<translation><numerusform>画像 {n} 枚はサイズの注釈がなく、ヘッダーを読んだ。</numerusform></translation></message>
<message><source>Foreground</source>
<translation>前景</translation></message>
<message><source>Foreground for ground truth {n}</source>
<translation>正解 {n} の前景</translation></message>
<message><source>Format</source>
<translation>形式</translation></message>
<message><source>Found means {what}.</source>
<translation>「検出」とは：{what}。</translation></message>
<message><source>Fractions instead of pixels</source>
<translation>ピクセルでなく比率</translation></message>
<message><source>From</source>
<translation>下限</translation></message>
<message><source>From Faster R-CNN's article to YOLO26, with their sources</source>
<translation>Faster R-CNN の論文から YOLO26 まで、出典付き</translation></message>
<message><source>From class scores and boxes to detections.</source>
<translation>クラススコアとボックスから検出へ。</translation></message>
<message><source>From decoded boxes to proposals or detections.</source>
<translation>復号ボックスから提案または検出へ。</translation></message>
<message><source>From the step shown to step {step}, on this same picture: the same positives.</source>
<translation>表示中のステップからステップ {step} まで、同じ画像で：正例は同じ。</translation></message>
<message><source>From the step shown to step {step}, on this same picture: {new} and {lost}.</source>
<translation>表示中のステップからステップ {step} まで、同じ画像で：{new}、{lost}。</translation></message>
<message><source>Full screen</source>
<translation>全画面</translation></message>
<message><source>Funnel</source>
<translation>ファネル</translation></message>
<message><source>Funnel of the second stage</source>
<translation>第 2 段のファネル</translation></message>
<message><source>Funnel panel</source>
<translation>ファネルパネル</translation></message>
<message><source>GIoU</source>
<translation>GIoU</translation></message>
<message><source>GT</source>
<translation>正解</translation></message>
<message><source>GT in A</source>
<translation>A の正解</translation></message>
<message><source>GT itself</source>
<translation>正解自身</translation></message>
<message><source>GT {gt} at IoU 0</source>
<translation>正解 {gt}、IoU 0</translation></message>
<message><source>GT {number}</source>
<translation>正解 {number}</translation></message>
<message><source>GT {n}</source>
<translation>正解 {n}</translation></message>
<message><source>Give all commands the keys they came with</source>
<translation>全コマンドを既定のキーに戻す</translation></message>
<message><source>Give the command the keys it came with</source>
<translation>このコマンドを既定のキーに戻す</translation></message>
<message><source>Glossary</source>
<translation>用語集</translation></message>
<message><source>Go on</source>
<translation>進む</translation></message>
<message><source>Ground truth</source>
<translation>正解</translation></message>
<message><source>Ground truth {number} ({name})</source>
<translation>正解 {number}（{name}）</translation></message>
<message><source>Ground truth {number}: takes no part</source>
<translation>正解 {number}：加わらない</translation></message>
<message><source>Ground truth {number}: undecided</source>
<translation>正解 {number}：未定</translation></message>
<message><source>Ground truth {number}: {found}</source>
<translation>正解 {number}：{found}</translation></message>
<message><source>Ground truth {n}</source>
<translation>正解 {n}</translation></message>
<message><source>Ground truth {n} among the proposals</source>
<translation>提案中の正解 {n}</translation></message>
<message><source>Ground truths</source>
<translation>正解</translation></message>
<message><source>Ground truths in A and in B</source>
<translation>A と B の正解</translation></message>
<message><source>Ground truths of the anchor</source>
<translation>アンカーの正解</translation></message>
<message><source>Ground truths short of candidates may take it</source>
<translation>候補の足りない正解が取り得る</translation></message>
<message><source>Ground truths without a positive</source>
<translation>正例のない正解</translation></message>
<message><source>Ground truths without a positive at any step</source>
<translation>どのステップでも正例のない正解</translation></message>
<message><source>Half or more of it lies in a region that enters no loss.</source>
<translation>半分以上が、損失に入らない領域にある。</translation></message>
<message><source>Hardest ground truths</source>
<translation>最も難しい正解</translation></message>
<message><source>Hardest images</source>
<translation>最も難しい画像</translation></message>
<message><source>Heat</source>
<translation>ヒート</translation></message>
<message><source>Heat of best IoU</source>
<translation>最良 IoU のヒート</translation></message>
<message><source>Heat of loss</source>
<translation>損失のヒート</translation></message>
<message><source>Heat of score p</source>
<translation>スコア p のヒート</translation></message>
<message><source>Heat of the metric for the focused ground truth</source>
<translation>注目中の正解の指標のヒート</translation></message>
<message><source>Heat: {what}</source>
<translation>ヒート：{what}</translation></message>
<message><source>Heat: {what} {needs}</source>
<translation>ヒート：{what} {needs}</translation></message>
<message><source>Height, px</source>
<translation>高さ, px</translation></message>
<message><source>Held between {least} and {most}: it is pooled from {name}.</source>
<translation>{least}〜{most} に保つ：{name} からプールされる。</translation></message>
<message><source>Help</source>
<translation>ヘルプ</translation></message>
<message><source>Hide this line</source>
<translation>この行を隠す</translation></message>
<message><source>How a picture becomes the network's input.</source>
<translation>画像がネットワーク入力になるまで。</translation></message>
<message><source>How boxes go back to the original picture.</source>
<translation>ボックスが元画像に戻るまで。</translation></message>
<message><source>How fates changed</source>
<translation>行方の変化</translation></message>
<message><source>How ground truths follow the picture into the network.</source>
<translation>正解が画像とともにネットワークに入るまで。</translation></message>
<message><source>I / (A + B − I)</source>
<translation>I / (A + B − I)</translation></message>
<message><source>I shared</source>
<translation>共通の I</translation></message>
<message><source>Ignored</source>
<translation>無視</translation></message>
<message><source>Ignored: between the thresholds</source>
<translation>無視：しきい値の間</translation></message>
<message><source>Ignored: in a crowd</source>
<translation>無視：群衆の中</translation></message>
<message><source>Ignored: in another cell</source>
<translation>無視：別のセル</translation></message>
<message><source>Ignored: in neither sum.</source>
<translation>無視：どの和にも入らない。</translation></message>
<message><source>Ignored: its prediction fits</source>
<translation>無視：予測が合う</translation></message>
<message><source>Ignored: outside the picture</source>
<translation>無視：画像の外</translation></message>
<message><source>Image</source>
<translation>画像</translation></message>
<message><source>Images</source>
<translation>画像</translation></message>
<message><source>Images panel</source>
<translation>画像パネル</translation></message>
<message><source>In all</source>
<translation>合計</translation></message>
<message><source>In an ignored region</source>
<translation>無視領域内</translation></message>
<message><source>In the annotations</source>
<translation>注釈内</translation></message>
<message><source>In the loss</source>
<translation>損失に入る</translation></message>
<message><source>In the loss, which needs raw outputs.</source>
<translation>損失に入りますが、生の出力が必要です。</translation></message>
<message><source>In the loss.</source>
<translation>損失に入る。</translation></message>
<message><source>In the loss: {rule}, {positives} and {negatives}. Divided by {divided}; the rows are what is left after that, and they sum to the totals.</source>
<translation>損失に入る：{rule}、{positives} と {negatives}。{divided} で割る。行はその後の値で、足すと合計になる。</translation></message>
<message><source>In the mini-batch, but not all of its raw outputs are numbers: the sums leave it out.</source>
<translation>ミニバッチにあるが、生出力に数でないものがある：合計には含めない。</translation></message>
<message><source>In the sample, so in the sums.</source>
<translation>標本内、よって和に入る。</translation></message>
<message><source>In the sample; the sums need raw outputs.</source>
<translation>標本内。和には生出力が要る。</translation></message>
<message><source>In the trainer's loss, so in the sums.</source>
<translation>学習側の損失に入るので、合計に入ります。</translation></message>
<message><source>Inspect</source>
<translation>検査</translation></message>
<message><source>Inspector</source>
<translation>インスペクター</translation></message>
<message><source>Inspector of proposals</source>
<translation>提案のインスペクター</translation></message>
<message><source>Inspector panel</source>
<translation>インスペクターパネル</translation></message>
<message><source>IoU</source>
<translation>IoU</translation></message>
<message><source>IoU 0.50 to 0.95</source>
<translation>IoU 0.50〜0.95</translation></message>
<message><source>IoU above which the lower score goes</source>
<translation>これを超える IoU で低いスコアを除く</translation></message>
<message><source>IoU above which the lower score of a class goes</source>
<translation>これを超える IoU で同クラスの低いスコアを除く</translation></message>
<message><source>IoU and box loss</source>
<translation>IoU とボックス損失</translation></message>
<message><source>IoU and its kin: keeps quotients finite</source>
<translation>IoU とその仲間：商を有限に保つ</translation></message>
<message><source>IoU below which an anchor is negative</source>
<translation>IoU がこれ未満のアンカーは負例</translation></message>
<message><source>IoU cost</source>
<translation>IoU コスト</translation></message>
<message><source>IoU cost + {place}</source>
<translation>IoU コスト + {place}</translation></message>
<message><source>IoU crossed its ground truth's own threshold</source>
<translation>IoU が正解自身のしきい値をまたいだ</translation></message>
<message><source>IoU crossed the lower threshold</source>
<translation>IoU が下限しきい値をまたいだ</translation></message>
<message><source>IoU crossed the upper threshold</source>
<translation>IoU が上限しきい値をまたいだ</translation></message>
<message><source>IoU from which an anchor is positive</source>
<translation>IoU がこれ以上のアンカーは正例</translation></message>
<message><source>IoU from which it may be negative; below it is ignored</source>
<translation>IoU がこれ以上なら負例になり得る。未満は無視</translation></message>
<message><source>IoU from which its candidates are positive: their mean plus deviation</source>
<translation>IoU がこれ以上の候補は正例：平均＋標準偏差</translation></message>
<message><source>IoU in A</source>
<translation>A の IoU</translation></message>
<message><source>IoU in B</source>
<translation>B の IoU</translation></message>
<message><source>IoU of a prediction over which it is ignored</source>
<translation>予測の IoU がこれを超えると無視</translation></message>
<message><source>IoU of a prediction with a ground truth over which its anchor is no negative</source>
<translation>予測と正解の IoU がこれを超えると、そのアンカーは負例でない</translation></message>
<message><source>IoU of shapes over which further anchors learn it too; 1: none</source>
<translation>形状の IoU がこれを超える他のアンカーも学ぶ。1：なし</translation></message>
<message><source>IoU over which an anchor of such a cell is positive</source>
<translation>そのセルで IoU がこれを超えるアンカーは正例</translation></message>
<message><source>IoU over which it may be negative; below it is ignored</source>
<translation>IoU がこれを超えれば負例になり得る。以下は無視</translation></message>
<message><source>IoU per GT</source>
<translation>正解ごとの IoU</translation></message>
<message><source>IoU scale</source>
<translation>IoU 目盛り</translation></message>
<message><source>IoU up to which an anchor is negative</source>
<translation>IoU がこれ以下のアンカーは負例</translation></message>
<message><source>IoU with ground truth {number}</source>
<translation>正解 {number} との IoU</translation></message>
<message><source>IoU with it {reaches} the threshold {high} for {count}; the best is {best:.4f}.</source>
<translation>これとの IoU がしきい値 {high} {reaches}のは {count}。最良は {best:.4f}。</translation></message>
<message><source>IoU with its ground truth</source>
<translation>その正解との IoU</translation></message>
<message><source>IoU with the most similar anchor, both about one centre</source>
<translation>最も似たアンカーとの IoU、中心は共通</translation></message>
<message><source>IoU {iou:.4f}</source>
<translation>IoU {iou:.4f}</translation></message>
<message><source>IoU {iou:.4f} is under the threshold {limit:.2f}, so it would be {would}. But no anchor overlaps {owner} more, so the low-quality rule makes it positive{shared}.</source>
<translation>IoU {iou:.4f} はしきい値 {limit:.2f} 未満で、本来は{would}。しかし {owner} とこれ以上重なるアンカーがなく、低品質規則が正例にする{shared}。</translation></message>
<message><source>IoU {iou:.4f} with {best} reaches the threshold {positive:.2f}.</source>
<translation>{best} との IoU {iou:.4f} はしきい値 {positive:.2f} に達する。</translation></message>
<message><source>IoU {iou:.4f} with {owner} reaches {least}: positive.</source>
<translation>{owner} との IoU {iou:.4f} は {least} に達する：正例。</translation></message>
<message><source>IoU {iou:.4f}, negative below {low:.2f}, positive from {high:.2f}</source>
<translation>IoU {iou:.4f}、{low:.2f} 未満は負例、{high:.2f} 以上は正例</translation></message>
<message numerus="yes"><source>IoU {iou}, p {score}: {n} anchors</source>
<translation><numerusform>IoU {iou}、p {score}：アンカー {n} 個</numerusform></translation></message>
<message><source>IoU {least} and up</source>
<translation>IoU {least} 以上</translation></message>
<message><source>IoU {low:.2f} to {high:.2f}: {value}</source>
<translation>IoU {low:.2f}〜{high:.2f}：{value}</translation></message>
<message><source>IoU {low}–{high}</source>
<translation>IoU {low}–{high}</translation></message>
<message><source>IoU {over} {high}</source>
<translation>IoU {over} {high}</translation></message>
<message><source>IoU {under} {low}</source>
<translation>IoU {under} {low}</translation></message>
<message><source>IoU, GT</source>
<translation>IoU, 正解</translation></message>
<message><source>IoU_c is the best IoU that this coordinate alone would allow.</source>
<translation>IoU_c はこの座標だけで得られる最良の IoU。</translation></message>
<message><source>IoUs whose sum says how many anchors a ground truth takes</source>
<translation>和が、正解の取るアンカー数となる IoU の個数</translation></message>
<message><source>IoUs whose sum says how many points a ground truth takes</source>
<translation>和が、正解の取る点の数となる IoU の個数</translation></message>
<message><source>It answers {name} at {score}, and no box of its class suppresses it.</source>
<translation>{name} に {score} と答え、同クラスのどのボックスにも抑制されない。</translation></message>
<message><source>It answers {name} at {score}, but {who} scores {theirs} and overlaps it at IoU {iou} {sign} {limit}.</source>
<translation>{name} に {score} と答えるが、{who} が {theirs} で IoU {iou} {sign} {limit} で重なる。</translation></message>
<message><source>It answers {name} at {score}, not above the threshold {least}.</source>
<translation>{name} に {score} と答え、しきい値 {least} を超えない。</translation></message>
<message><source>It answers {name} at {score}; {keep} detections of higher scores are kept.</source>
<translation>{name} に {score} と答える。より高いスコアの検出 {keep} 個が保持される。</translation></message>
<message><source>It belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>どの正解にも属さず、ターゲット t* もボックス損失もない。</translation></message>
<message><source>It goes on to {stage} by the box of {name}, in training its ground truth's class.</source>
<translation>{stage} へは {name} のボックスで進みます。学習中は正解のクラスです。</translation></message>
<message><source>It goes on to {stage} by the box of {name}, the likeliest class.</source>
<translation>{stage} へは最も確からしいクラス {name} のボックスで進みます。</translation></message>
<message><source>It has a single candidate, whose IoU has no deviation: nothing reaches the threshold.</source>
<translation>候補は一つだけで IoU に標準偏差がなく、しきい値に達するものがない。</translation></message>
<message><source>It has fewer candidates than the rule may take: less to learn it from than from others.</source>
<translation>候補が規則の取れる数より少ない：他より学べることが少ない。</translation></message>
<message><source>It has no candidate.</source>
<translation>候補がない。</translation></message>
<message><source>It has no candidate: no prediction can make an anchor positive for it.</source>
<translation>候補がない：どの予測でもアンカーは正例になれない。</translation></message>
<message><source>It has no width or no height, so the library's loader leaves it out.</source>
<translation>幅か高さがなく、ライブラリのローダーが除く。</translation></message>
<message numerus="yes"><source>It has {n} candidate anchors</source>
<translation><numerusform>候補アンカー {n} 個を持つ</numerusform></translation></message>
<message numerus="yes"><source>It has {n} candidate points</source>
<translation><numerusform>候補の点 {n} 個を持つ</numerusform></translation></message>
<message><source>It is a candidate of ground truth {names}</source>
<translation>正解 {names} の候補</translation></message>
<message><source>It is a ground truth that joins the proposals in training.</source>
<translation>訓練で提案に加わる正解。</translation></message>
<message><source>It is applied to each coordinate of d = t − t*: coded numbers, never pixels.</source>
<translation>d = t − t* の各座標に適用：符号化された数で、ピクセルではない。</translation></message>
<message><source>It is ignored, or the outputs have no column for its class: it costs nothing.</source>
<translation>無視されるか、出力にそのクラスの列がない：コストなし。</translation></message>
<message><source>It is marked {word}, and this recipe leaves such ground truths out.</source>
<translation>{word}の印があり、このレシピはそのような正解を除く。</translation></message>
<message><source>It is marked {word}: no anchor is trained towards it, and those inside it enter no loss.</source>
<translation>{word}の印がある：ここへ訓練されるアンカーはなく、中のものは損失に入らない。</translation></message>
<message><source>It is not among the {topk} anchors of its level whose centres are nearest to that of a ground truth, so it is no candidate.</source>
<translation>正解の中心に最も近い、このレベルの {topk} 個のアンカーに入らず、候補でない。</translation></message>
<message><source>It is one of the {topk} anchors of its level nearest to {name}, at IoU {iou:.4f}</source>
<translation>このレベルで {name} に最も近い {topk} 個のアンカーの一つ、IoU {iou:.4f}</translation></message>
<message><source>It is paired with {slots:,} anchors, in its own cell and beside, of sides within {limit:g}.</source>
<translation>アンカー {slots:,} 個と組になる。自分のセルと隣で、辺の比が {limit:g} 以内。</translation></message>
<message><source>It is the best anchor of {other}, so the low-quality rule makes it positive; but it overlaps {owner} {how_much} (IoU {iou:.4f}), and this library trains it towards that one.</source>
<translation>{other} の最良アンカーで、低品質規則が正例にする。しかし {owner} との重なりが{how_much}（IoU {iou:.4f}）、このライブラリはそちらへ訓練する。</translation></message>
<message><source>It is {owner} itself, which joins the proposals in training: positive without a comparison.</source>
<translation>{owner} 自身で、訓練で提案に加わる：比較なしで正例。</translation></message>
<message><source>It joins the proposals while training alone.</source>
<translation>訓練中だけ提案に加わる。</translation></message>
<message><source>It learns no ground truth, but what it predicts overlaps {gt} by IoU {iou:.4f}, over {ignore:.2f}: so it is not punished, and enters no loss.</source>
<translation>どの正解も学ばないが、予測が {gt} と IoU {iou:.4f} で重なり {ignore:.2f} を超える：罰せられず、損失に入らない。</translation></message>
<message><source>It learns no ground truth. It is negative, unless what it predicts overlaps one by more than {ignore:.2f}: then it enters no loss. Without outputs that is open.</source>
<translation>どの正解も学ばない。予測がどれかと {ignore:.2f} を超えて重ならない限り負例で、重なれば損失に入らない。出力がなければ未定。</translation></message>
<message><source>It lies in a part of its picture that was cut away where pictures were joined.</source>
<translation>画像を並べたとき切り落とされた部分にあります。</translation></message>
<message><source>It lies in an ignored region: in no loss.</source>
<translation>無視領域にある：損失に入らない。</translation></message>
<message><source>It overlaps an ignored region, so it is no negative, and enters no loss.</source>
<translation>無視領域と重なり、負例でなく、損失に入らない。</translation></message>
<message><source>It overlaps no anchor: {effect_of}.</source>
<translation>どのアンカーとも重ならない：{effect_of}。</translation></message>
<message><source>It overlaps no ground truth, and IoU 0 is below the threshold {negative:.2f}.</source>
<translation>どの正解とも重ならず、IoU 0 はしきい値 {negative:.2f} 未満。</translation></message>
<message><source>It overlaps no ground truth: background.</source>
<translation>どの正解とも重ならない：背景。</translation></message>
<message><source>It overlaps {by} at IoU {iou} {sign} {nms}, the NMS threshold, and scores lower: {score} against {other}.</source>
<translation>{by} と IoU {iou} {sign} {nms}（NMS のしきい値）で重なり、スコアは低い：{score} 対 {other}。</translation></message>
<message><source>It survived NMS, but {n:,} boxes with higher scores did too, and no more are kept.</source>
<translation>NMS では残ったが、よりスコアの高い {n:,} 個も残り、それ以上は保持されない。</translation></message>
<message><source>It takes the {k} cheapest: its {n} best IoUs add up to so many.</source>
<translation>最も安い {k} 個を取る：最良 IoU {n} 個の和による。</translation></message>
<message><source>It was the better fit: IoU with {gt} is {iou:.4f}, the survivor has {other:.4f}.</source>
<translation>こちらの方がよく合う：{gt} との IoU は {iou:.4f}、残った方は {other:.4f}。</translation></message>
<message><source>It {leaves}, so it is matched like the others but enters no loss.</source>
<translation>{leaves}ため、他と同様に対応付けるが損失に入らない。</translation></message>
<message><source>It {leaves}, so it is never compared with a ground truth and enters no loss.</source>
<translation>{leaves}ため、正解と比べず、損失に入らない。</translation></message>
<message><source>It {leaves}, so it is {enters}, and enters no loss.</source>
<translation>{leaves}ため、{enters}、損失に入らない。</translation></message>
<message><source>Its anchor is trained towards {n} ({name}), which it covers at IoU {iou:.4f}.</source>
<translation>そのアンカーは {n}（{name}）へ訓練され、IoU {iou:.4f} で覆う。</translation></message>
<message><source>Its best IoU is 0, which every anchor has: the low-quality rule can make all positive.</source>
<translation>最良 IoU が 0 で全アンカーと同じ：低品質規則が全部を正例にし得る。</translation></message>
<message><source>Its best anchor trains another ground truth; it may have others.</source>
<translation>最良アンカーは別の正解を訓練する。他のアンカーを持つことはある。</translation></message>
<message><source>Its best anchors overlap another ground truth as much or more, so they train that one.</source>
<translation>最良アンカーは別の正解と同等以上に重なるため、そちらを訓練する。</translation></message>
<message><source>Its best overlap is IoU {best:.4f}, but {passed_for}. Only the low-quality rule gives it {low_quality}.</source>
<translation>最良の重なりは IoU {best:.4f} だが、{passed_for}。低品質規則だけが{low_quality}を与える。</translation></message>
<message><source>Its best overlap is IoU {best:.4f}, under the {least:.2f} from which it would make an anchor positive; but it takes over {positives} that another ground truth made positive.</source>
<translation>最良の重なりは IoU {best:.4f} で、アンカーを正例にする {least:.2f} 未満。しかし別の正解が正例にした{positives}を引き継ぐ。</translation></message>
<message><source>Its best overlap with an anchor is IoU {best:.4f}</source>
<translation>アンカーとの最良の重なりは IoU {best:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f}</source>
<translation>最良の重なり IoU {iou:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}</source>
<translation>最良の重なり、{best} との IoU {iou:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, is over {negative:.2f}, too much for a negative; but its cell does not hold the centre of any ground truth, so it cannot be positive and enters no loss.</source>
<translation>最良の重なり、{best} との IoU {iou:.4f} は {negative:.2f} を超え、負例には大きすぎる。しかしセルに正解の中心がなく正例になれず、損失に入らない。</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, lies between {negative:.2f} and {positive:.2f}: neither positive nor negative, so it enters no loss.</source>
<translation>最良の重なり、{best} との IoU {iou:.4f} は {negative:.2f} と {positive:.2f} の間：正例でも負例でもなく、損失に入らない。</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, {under} the threshold {negative:.2f}.</source>
<translation>最良の重なり、{best} との IoU {iou:.4f} はしきい値 {negative:.2f} {under}。</translation></message>
<message><source>Its best overlap, IoU {iou:.4f}, is under {negative_from:.2f}: too little even for a negative.</source>
<translation>最良の重なり IoU {iou:.4f} は {negative_from:.2f} 未満：負例にも足りない。</translation></message>
<message><source>Its cell holds the centre of a ground truth, and IoU with {owner} is over {positive:.2f}.</source>
<translation>セルに正解の中心があり、{owner} との IoU が {positive:.2f} を超える。</translation></message>
<message><source>Its class has the soft target q = {q}, the others 0.</source>
<translation>そのクラスのソフトターゲットは q = {q}、他は 0。</translation></message>
<message><source>Its face has no annotated landmarks: they have no loss here.</source>
<translation>その顔にランドマークの注釈がなく、ここに損失はない。</translation></message>
<message><source>Its label and the reason in words, its boxes, its target t*, what it adds to the loss. Explain, further down, puts its numbers into the formulas; type another number there to see what would follow.</source>
<translation>ラベルとその理由、ボックス、ターゲット t*、損失への寄与。下の「説明」は数を式に入れる。別の数を入力すると、どうなるかが分かる。</translation></message>
<message><source>Its one objectness follows ground truth {n}, listed last.</source>
<translation>一つの objectness は最後に挙げた正解 {n} に従う。</translation></message>
<message><source>Its raw outputs are not all numbers ({which}), yet its box is, as in the library.</source>
<translation>生出力に数でないものがある（{which}）が、ライブラリと同じくボックスは数になる。</translation></message>
<message><source>Its raw outputs are not all numbers ({which}): such a box is left out.</source>
<translation>生出力に数でないものがある（{which}）。そのようなボックスは除かれる。</translation></message>
<message><source>Its score {score} is below the threshold {least:g}.</source>
<translation>スコア {score} はしきい値 {least:g} 未満。</translation></message>
<message><source>Its score {score} is not among the first {first:,} of its class, so NMS never sees it.</source>
<translation>スコア {score} は同クラスの上位 {first:,} に入らず、NMS に届かない。</translation></message>
<message><source>Its score {score} is not among the first {first:,} of the best points, so NMS never sees it.</source>
<translation>スコア {score} は最良の点の上位 {first:,} に入らず、NMS に届かない。</translation></message>
<message><source>Its score {score} is not among the first {first:,} on its level, so NMS never sees it.</source>
<translation>スコア {score} は同レベルの上位 {first:,} に入らず、NMS に届かない。</translation></message>
<message><source>Its score {score} is not among the first {first:,} over all levels, so NMS never sees it.</source>
<translation>スコア {score} は全レベルの上位 {first:,} に入らず、NMS に届かない。</translation></message>
<message><source>Its threshold is IoU {threshold:.4f}, mean plus deviation of its {many:,} candidates</source>
<translation>しきい値は IoU {threshold:.4f}、候補 {many:,} 個の平均＋標準偏差</translation></message>
<message><source>Its way</source>
<translation>その経路</translation></message>
<message><source>J is the intersection with a sign, so that boxes apart have a slope too.</source>
<translation>J は符号付きの交わりで、離れたボックスにも勾配がある。</translation></message>
<message><source>Kept</source>
<translation>保持</translation></message>
<message><source>Kept as proposal {n}</source>
<translation>提案 {n} として保持</translation></message>
<message><source>Kept, px</source>
<translation>保持, px</translation></message>
<message><source>Keys</source>
<translation>キー</translation></message>
<message><source>Keys of all commands</source>
<translation>全コマンドのキー</translation></message>
<message><source>Kind</source>
<translation>種類</translation></message>
<message><source>Label</source>
<translation>ラベル</translation></message>
<message><source>LabelMe, a folder (*)</source>
<translation>LabelMe、フォルダー (*)</translation></message>
<message><source>Labels in A and in B</source>
<translation>A と B のラベル</translation></message>
<message><source>Landmarks</source>
<translation>ランドマーク</translation></message>
<message><source>Language</source>
<translation>言語</translation></message>
<message><source>Language of the system</source>
<translation>システムの言語</translation></message>
<message><source>Last image</source>
<translation>最後の画像</translation></message>
<message><source>Layer</source>
<translation>レイヤー</translation></message>
<message><source>Layers</source>
<translation>レイヤー</translation></message>
<message><source>Layout of the raw outputs</source>
<translation>生出力のレイアウト</translation></message>
<message><source>Leave</source>
<translation>離れる</translation></message>
<message><source>Leave out the choice {words}</source>
<translation>選択 {words} を外す</translation></message>
<message><source>Leave the tour</source>
<translation>ツアーを終える</translation></message>
<message><source>Leave the tour (Esc)</source>
<translation>ツアーを終える (Esc)</translation></message>
<message><source>Leave the what-if and go back to the data</source>
<translation>仮定をやめてデータに戻る</translation></message>
<message><source>Left out, as it makes no number better: {names}.</source>
<translation>どの数も良くしないため除外：{names}。</translation></message>
<message><source>Left out: not a number</source>
<translation>除外：数でない</translation></message>
<message><source>Legend: {names}</source>
<translation>凡例：{names}</translation></message>
<message><source>Level</source>
<translation>レベル</translation></message>
<message><source>Light</source>
<translation>ライト</translation></message>
<message><source>Lines</source>
<translation>線</translation></message>
<message><source>Little to learn from; each weighs much.</source>
<translation>学べることは少なく、一つ一つが重い。</translation></message>
<message><source>Locate pictures…</source>
<translation>画像の場所を指定…</translation></message>
<message><source>Logit</source>
<translation>ロジット</translation></message>
<message><source>Look for better anchors</source>
<translation>より良いアンカーを探す</translation></message>
<message><source>Look through the annotations and the files</source>
<translation>注釈とファイルを点検</translation></message>
<message><source>Looking what it is…</source>
<translation>種類を調べています…</translation></message>
<message><source>Loss</source>
<translation>損失</translation></message>
<message><source>Loss by class</source>
<translation>クラス別の損失</translation></message>
<message><source>Loss by level</source>
<translation>レベル別の損失</translation></message>
<message><source>Loss by size</source>
<translation>サイズ別の損失</translation></message>
<message><source>Loss is not a finite number</source>
<translation>損失が有限の数でない</translation></message>
<message><source>Loss of this picture</source>
<translation>この画像の損失</translation></message>
<message><source>Losses need</source>
<translation>損失に必要</translation></message>
<message><source>Losses of all stages</source>
<translation>全段の損失</translation></message>
<message><source>Losses over the steps</source>
<translation>ステップ間の損失</translation></message>
<message><source>Lost</source>
<translation>消失</translation></message>
<message><source>Lost at</source>
<translation>消失した所</translation></message>
<message><source>Lost boxes</source>
<translation>失われたボックス</translation></message>
<message><source>Lost in augmentation: {why}</source>
<translation>拡張で失われた: {why}</translation></message>
<message><source>Lost objects</source>
<translation>失われた物体</translation></message>
<message><source>Lost to</source>
<translation>奪った相手</translation></message>
<message><source>Low A</source>
<translation>低 A</translation></message>
<message><source>Low B</source>
<translation>低 B</translation></message>
<message><source>Low-quality</source>
<translation>低品質</translation></message>
<message><source>Lower the score threshold</source>
<translation>スコアしきい値を下げる</translation></message>
<message><source>Marked against</source>
<translation>印の比較先</translation></message>
<message><source>Maths</source>
<translation>数学</translation></message>
<message><source>Mean IoU</source>
<translation>平均 IoU</translation></message>
<message><source>Mean losses of {count} images with both:</source>
<translation>両方を持つ画像 {count} 枚の平均損失：</translation></message>
<message><source>Measure with the ruler</source>
<translation>定規で測る</translation></message>
<message><source>Menu</source>
<translation>メニュー</translation></message>
<message><source>Metric</source>
<translation>指標</translation></message>
<message><source>Missed</source>
<translation>未検出</translation></message>
<message><source>More layers</source>
<translation>他のレイヤー</translation></message>
<message><source>Move the panels</source>
<translation>パネルを移動</translation></message>
<message><source>Moved, px</source>
<translation>移動, px</translation></message>
<message><source>N = {n} averaged</source>
<translation>N = {n} 平均</translation></message>
<message><source>N = {n} by recipe</source>
<translation>N = {n} レシピ</translation></message>
<message><source>N = {n} positives</source>
<translation>N = {n} 正例</translation></message>
<message><source>N = {n} sampled</source>
<translation>N = {n} 標本</translation></message>
<message><source>N = {n} targets</source>
<translation>N = {n} ターゲット</translation></message>
<message><source>N = {n}, pos. + 1</source>
<translation>N = {n}、正 + 1</translation></message>
<message><source>NMS IoU</source>
<translation>NMS の IoU</translation></message>
<message><source>NMS counts sides as x2 − x1 + 1.</source>
<translation>NMS の辺は x2 − x1 + 1。</translation></message>
<message><source>NMS counts widths as x2 - x1 + 1, whatever the coder does</source>
<translation>コーダーによらず NMS の幅は x2 - x1 + 1</translation></message>
<message><source>NMS shifts boxes apart by group, in float32, which rounds their edges.</source>
<translation>NMS はボックスをグループごとに float32 でずらすため、辺が丸められます。</translation></message>
<message><source>NaN</source>
<translation>NaN</translation></message>
<message><source>Name</source>
<translation>名前</translation></message>
<message><source>Name of several files</source>
<translation>複数ファイルの名前</translation></message>
<message><source>Negative</source>
<translation>負例</translation></message>
<message><source>Negative: background</source>
<translation>負例：背景</translation></message>
<message><source>Negative: candidate of ground truth {number}</source>
<translation>負例：正解 {number} の候補</translation></message>
<message><source>Negative: candidate of ground truth {value}</source>
<translation>負例：正解 {value} の候補</translation></message>
<message numerus="yes"><source>Negative: candidate of ground truth {value} and {n} others</source>
<translation><numerusform>負例：正解 {value} と他 {n} 個の候補</numerusform></translation></message>
<message><source>Negative: centre outside ground truth {number}</source>
<translation>負例：中心が正解 {number} の外</translation></message>
<message><source>Negative: may be taken</source>
<translation>負例：取られ得る</translation></message>
<message><source>New key</source>
<translation>新しいキー</translation></message>
<message><source>Newest</source>
<translation>最新</translation></message>
<message><source>Newest +{n}</source>
<translation>最新 +{n}</translation></message>
<message><source>Newest step of a training</source>
<translation>訓練の最新ステップ</translation></message>
<message><source>Next</source>
<translation>次へ</translation></message>
<message><source>Next anchor in the table</source>
<translation>表の次のアンカー</translation></message>
<message><source>Next anchor under the cursor</source>
<translation>カーソル下の次のアンカー</translation></message>
<message><source>Next anchor under the cursor (Down)</source>
<translation>カーソル下の次のアンカー (↓)</translation></message>
<message><source>Next checkpoint</source>
<translation>次のチェックポイント</translation></message>
<message><source>Next ground truth</source>
<translation>次の正解</translation></message>
<message><source>Next image</source>
<translation>次の画像</translation></message>
<message><source>Next place of the finding</source>
<translation>所見の次の箇所</translation></message>
<message><source>Next stage: RPN, RoI head</source>
<translation>次の段：RPN、RoI ヘッド</translation></message>
<message><source>Next step of the tour</source>
<translation>ツアーの次へ</translation></message>
<message><source>No anchor becomes positive for it, so nothing learns to find it.</source>
<translation>正例になるアンカーがなく、見つけることを何も学ばない。</translation></message>
<message><source>No anchor in a cell with a ground truth's centre overlaps {owner} more, so it is positive.</source>
<translation>正解の中心のあるセルに、{owner} とこれ以上重なるアンカーがなく、正例。</translation></message>
<message><source>No anchor in this picture.</source>
<translation>この画像にアンカーなし。</translation></message>
<message><source>No anchor is positive here.</source>
<translation>ここに正のアンカーなし。</translation></message>
<message><source>No anchor of its own reaches IoU {positive:.2f}. Without the rule it has no positive anchor.</source>
<translation>自分のアンカーは IoU {positive:.2f} に達しない。規則がなければ正のアンカーなし。</translation></message>
<message><source>No anchor of its own {reaches} the threshold {high}; its best overlap is IoU {best:.4f}. Only the low-quality rule gives it {low_quality}.</source>
<translation>自分のアンカーでしきい値 {high} {reaches}ものはない。最良の重なりは IoU {best:.4f}。低品質規則だけが{low_quality}を与える。</translation></message>
<message><source>No anchor reaches IoU {at}.</source>
<translation>IoU {at} に達するアンカーなし。</translation></message>
<message><source>No anchor selected</source>
<translation>アンカー未選択</translation></message>
<message><source>No anchor selected: click a box or a row</source>
<translation>アンカー未選択：ボックスか行をクリック</translation></message>
<message><source>No anchor stands in both grids: the ground truths are compared.</source>
<translation>両方のグリッドにあるアンカーなし：正解を比較。</translation></message>
<message><source>No anchor takes part in the assignment, so it has no candidate.</source>
<translation>割り当てに加わるアンカーがなく、候補がない。</translation></message>
<message><source>No anchor's sides are within a factor of {limit:g} of its own: the most similar differs {ratio:.2f} times in one. So no level trains it.</source>
<translation>辺の比が {limit:g} 以内のアンカーがない：最も似たものも一辺が {ratio:.2f} 倍違う。どのレベルも訓練しない。</translation></message>
<message><source>No box above it overlaps it at IoU {sign} {nms:.2f}; it is proposal {place:,} by score.</source>
<translation>上位のどのボックスも IoU {sign} {nms:.2f} で重ならず、スコア順で提案 {place:,}。</translation></message>
<message><source>No box comes near this ground truth.</source>
<translation>この正解に近いボックスなし。</translation></message>
<message><source>No box overlaps {owner} more, so that it is positive at IoU {iou:.4f}.</source>
<translation>{owner} とこれ以上重なるボックスがなく、IoU {iou:.4f} で正例。</translation></message>
<message><source>No box takes part in the assignment</source>
<translation>割り当てに加わるボックスなし</translation></message>
<message><source>No box takes part in the assignment, and this recipe's library stops at such a picture.</source>
<translation>割り当てに加わるボックスがなく、このレシピのライブラリはこの画像で止まる。</translation></message>
<message><source>No dataset</source>
<translation>データセットなし</translation></message>
<message><source>No decoded box</source>
<translation>復号ボックスなし</translation></message>
<message><source>No decoded box belongs to this anchor, so it has no prediction.</source>
<translation>このアンカーに対応する復号ボックスはないため、予測がありません。</translation></message>
<message><source>No decoded box belongs to this point, so it has no prediction.</source>
<translation>この点に対応する復号ボックスはないため、予測がありません。</translation></message>
<message><source>No decoded box in this picture.</source>
<translation>この画像に復号ボックスなし。</translation></message>
<message><source>No decoded box, of its class where boxes have classes, reaches IoU 0.50, whatever its score.</source>
<translation>IoU 0.50 に達する復号ボックスなし（クラスがあれば同クラス）、スコアによらず。</translation></message>
<message><source>No ground truth</source>
<translation>正解なし</translation></message>
<message><source>No ground truth can be judged by these outputs.</source>
<translation>この出力では正解を判定できない。</translation></message>
<message><source>No ground truth can be judged.</source>
<translation>正解を判定できない。</translation></message>
<message><source>No ground truth changes between A and B.</source>
<translation>A と B の間で変わる正解はない。</translation></message>
<message><source>No ground truth in this picture.</source>
<translation>この画像に正解なし。</translation></message>
<message><source>No ground truth is judged by both.</source>
<translation>両方で判定される正解なし。</translation></message>
<message><source>No ground truth is lost.</source>
<translation>失われた正解なし。</translation></message>
<message><source>No ground truth takes part in the assignment</source>
<translation>割り当てに加わる正解なし</translation></message>
<message><source>No ground truth to judge: no step has outputs with the boxes of these images.</source>
<translation>判定する正解なし：これらの画像のボックスの出力を持つステップがない。</translation></message>
<message><source>No ground truth to train on</source>
<translation>訓練する正解なし</translation></message>
<message><source>No ground truth whose sides are within a factor of {limit:g} of its own has the centre in its cell, or near enough beside it.</source>
<translation>辺の比が {limit:g} 以内の正解で、中心がこのセルか十分近くにあるものがない。</translation></message>
<message><source>No ground truth with its centre in this cell is most like this anchor in shape</source>
<translation>このセルに中心のある正解で、このアンカーの形状に最も似たものがない</translation></message>
<message><source>No image is like this.</source>
<translation>そのような画像はない。</translation></message>
<message><source>No mAP: no ground truth is there to be found.</source>
<translation>mAP なし：検出すべき正解がない。</translation></message>
<message><source>No mAP: {why}</source>
<translation>mAP なし：{why}</translation></message>
<message><source>No mAP: {why}.</source>
<translation>mAP なし：{why}。</translation></message>
<message><source>No other anchors of this kind to suggest.</source>
<translation>この種の他のアンカーの提案なし。</translation></message>
<message><source>No outputs came with {name}: the demo's model runs on it under its own recipe {recipe}.</source>
<translation>{name} に出力は付いていない：デモのモデルが自身のレシピ {recipe} で動く。</translation></message>
<message><source>No outputs of both stages are open. Open some with Ctrl+P.</source>
<translation>両段の出力が開かれていない。Ctrl+P で開く。</translation></message>
<message><source>No picture to show</source>
<translation>表示する画像なし</translation></message>
<message><source>No picture was found</source>
<translation>画像が見つからない</translation></message>
<message><source>No point is positive here.</source>
<translation>ここに正の点なし。</translation></message>
<message><source>No point or anchor may be taken by it, whatever the network says: it is never learned.</source>
<translation>ネットワークが何と言っても点やアンカーを取れず、学習されない。</translation></message>
<message><source>No point selected</source>
<translation>点未選択</translation></message>
<message><source>No point selected: click one or a row</source>
<translation>点未選択：点か行をクリック</translation></message>
<message><source>No positive has a finite box loss.</source>
<translation>有限のボックス損失を持つ正例なし。</translation></message>
<message><source>No prediction is known to rank them by.</source>
<translation>順位を付ける予測がない。</translation></message>
<message><source>No predictions are open. Ctrl+P opens some, which tell where boxes are lost.</source>
<translation>予測が開かれていない。Ctrl+P で開くと、ボックスがどこで失われるか分かる。</translation></message>
<message><source>No proposal at IoU {v}</source>
<translation>IoU {v} の提案なし</translation></message>
<message><source>No proposal is foreground here.</source>
<translation>ここには前景の提案がありません。</translation></message>
<message><source>No proposal selected</source>
<translation>提案未選択</translation></message>
<message><source>No raw outputs are open, so there are no boxes to follow. Open some with Ctrl+P.</source>
<translation>生出力が開かれておらず、追うボックスがない。Ctrl+P で開く。</translation></message>
<message><source>No raw outputs are open, so there is no loss to show. Open some with Ctrl+P.</source>
<translation>生出力が開かれておらず、表示する損失がない。Ctrl+P で開く。</translation></message>
<message><source>No raw outputs are open: choose some under Predictions, above.</source>
<translation>生出力が開かれていない：上の「予測」で選ぶ。</translation></message>
<message><source>No raw outputs of these anchors: choose others above the picture.</source>
<translation>このアンカーの生出力がない：画像の上で別のものを選ぶ。</translation></message>
<message><source>No size is annotated and no header tells one, so nothing of it is counted.</source>
<translation>サイズの注釈もヘッダーもなく、集計されない。</translation></message>
<message><source>No step is kept to compare with.</source>
<translation>比較用に残したステップがない。</translation></message>
<message><source>No such ground truth.</source>
<translation>そのような正解はない。</translation></message>
<message><source>None in this picture.</source>
<translation>この画像にはなし。</translation></message>
<message><source>None of the kept proposals reaches IoU {v} with it.</source>
<translation>IoU {v} に達する保持提案なし。</translation></message>
<message><source>Not counted as yet.</source>
<translation>未集計。</translation></message>
<message><source>Not every proposal has outputs of the head, so there are no detections.</source>
<translation>ヘッドの出力がない提案があり、検出はない。</translation></message>
<message><source>Not in the loss: not among the costliest negatives.</source>
<translation>損失に入らない：コスト最大の負例でない。</translation></message>
<message><source>Not in the sample, so in neither sum.</source>
<translation>標本外、どの和にも入らない。</translation></message>
<message><source>Not in the trainer's loss, so in neither sum.</source>
<translation>学習側の損失に入らないので、どちらの合計にも入りません。</translation></message>
<message><source>Not in use yet. {error}</source>
<translation>まだ使われていない。{error}</translation></message>
<message><source>Nothing changes between A and B of the {count} anchors in both grids.</source>
<translation>両グリッドのアンカー {count} 個は、A と B の間で変わらない。</translation></message>
<message><source>Nothing changes between A and B.</source>
<translation>A と B の間に変化はない。</translation></message>
<message><source>Nothing learns them, whatever the network.</source>
<translation>どのネットワークでも学習されない。</translation></message>
<message><source>Nothing matches. Try fewer letters, or another word: layer, filter, anchor, recipe.</source>
<translation>一致なし。文字を減らすか別の語で：レイヤー、フィルター、アンカー、レシピ。</translation></message>
<message><source>Nothing passes the filter.</source>
<translation>フィルターを通るものなし。</translation></message>
<message><source>Nothing stands out so far.</source>
<translation>今のところ目立つものなし。</translation></message>
<message><source>Nothing stands out.</source>
<translation>目立つものなし。</translation></message>
<message><source>Nothing was found: every box has enough anchors of its own.</source>
<translation>所見なし：どのボックスにも十分なアンカーがある。</translation></message>
<message><source>NumPy (*.npz)</source>
<translation>NumPy (*.npz)</translation></message>
<message><source>OTA, as many as the IoUs add up to</source>
<translation>OTA、IoU の和だけ</translation></message>
<message><source>Object</source>
<translation>物体</translation></message>
<message><source>Objectness or class loss and box loss with their normalisers.</source>
<translation>Objectness またはクラスの損失とボックス損失、その正規化。</translation></message>
<message><source>Odd record</source>
<translation>おかしな記録</translation></message>
<message><source>Of a batch of {n} pictures, too large to reckon here at once.</source>
<translation>{n} 枚のバッチの一部で、大きすぎて一度に計算できない。</translation></message>
<message><source>Of a batch of {n} pictures. {error}</source>
<translation>{n} 枚のバッチの一部。{error}</translation></message>
<message><source>Of classes with {enough} ground truths or more {name} fits worst: {share} of {boxes} reach IoU {at}, against {all} of all.</source>
<translation>正解 {enough} 個以上のクラスで {name} が最も合わない：{boxes} 中 {share} が IoU {at} に達し、全体は {all}。</translation></message>
<message><source>Of classes with {enough} ground truths or more {name} is lost most: {lost} of {boxes}.</source>
<translation>正解 {enough} 個以上のクラスで最も失われたのは {name}：{boxes} 個中 {lost} 個。</translation></message>
<message><source>Of the candidates of {name} it is number {rank} of {many:,}, with a {ranked_by} of {value}; {cut_words}.{rivals}</source>
<translation>{name} の候補 {many:,} 個中 {rank} 番、{ranked_by} {value}。{cut_words}。{rivals}</translation></message>
<message><source>Of {looked} images looked at, the outputs of {n} seem to be laid out otherwise than the recipe says, as {name}: {why}; see rpn-inspector layout.</source>
<translation>調べた {looked} 枚のうち {n} 枚の出力はレシピと異なる並びらしい。例 {name}：{why}。rpn-inspector layout を参照。</translation></message>
<message><source>Of {part} of {all} images, evenly taken.</source>
<translation>{all} 枚中、等間隔の {part} 枚。</translation></message>
<message><source>Of {part} of {all} images, evenly taken; --all compares all.</source>
<translation>{all} 枚から均等に取った {part} 枚。--all で全部を比較。</translation></message>
<message><source>One or two positive anchors</source>
<translation>正のアンカーが 1〜2 個</translation></message>
<message><source>One softmax over all classes and the background.</source>
<translation>全クラスと背景の softmax。</translation></message>
<message><source>One softmax over all classes, the background first.</source>
<translation>背景を先頭とする全クラスの softmax。</translation></message>
<message><source>Only a network's own outputs decide which anchors are positive.</source>
<translation>どのアンカーが正例かはネットワーク自身の出力だけが決める。</translation></message>
<message><source>Only a network's own outputs decide which points are positive.</source>
<translation>どの点が正例かはネットワーク自身の出力だけが決める。</translation></message>
<message><source>Only the picture, without the ground around it</source>
<translation>画像だけ、周りの地なし</translation></message>
<message><source>Only this field, or stage, of A takes the value of B: how many change label or ground truth, a dash where the grid changes too, and how many are positive then. These overlap, so they do not add up to those of all together.</source>
<translation>A のこの項目（または段）だけを B の値にする：ラベルか正解が変わる数（グリッドも変わるところは線）と、そのときの正例の数。重なるため、合計は全部一緒の数にならない。</translation></message>
<message><source>Open a dataset</source>
<translation>データセットを開く</translation></message>
<message><source>Open a dataset folder…</source>
<translation>データセットのフォルダーを開く…</translation></message>
<message><source>Open a file of raw outputs</source>
<translation>生出力のファイルを開く</translation></message>
<message><source>Open a file of raw outputs…</source>
<translation>生出力のファイルを開く…</translation></message>
<message><source>Open a file…</source>
<translation>ファイルを開く…</translation></message>
<message><source>Open a folder</source>
<translation>フォルダーを開く</translation></message>
<message><source>Open a folder of dumps, one for each checkpoint, to see the assignment change over the steps.</source>
<translation>チェックポイントごとのダンプのフォルダーを開くと、割り当ての変化が見える。</translation></message>
<message><source>Open a folder of raw outputs</source>
<translation>生出力のフォルダーを開く</translation></message>
<message><source>Open a folder of raw outputs…</source>
<translation>生出力のフォルダーを開く…</translation></message>
<message><source>Open a folder…</source>
<translation>フォルダーを開く…</translation></message>
<message><source>Open a recipe</source>
<translation>レシピを開く</translation></message>
<message><source>Open a recipe file…</source>
<translation>レシピファイルを開く…</translation></message>
<message><source>Open an annotation file</source>
<translation>アノテーションファイルを開く</translation></message>
<message><source>Open files</source>
<translation>ファイルを開く</translation></message>
<message><source>Open files…</source>
<translation>ファイルを開く…</translation></message>
<message><source>Open recent</source>
<translation>最近使ったもの</translation></message>
<message><source>Open the demo</source>
<translation>デモを開く</translation></message>
<message><source>Open the report</source>
<translation>レポートを開く</translation></message>
<message><source>Opening</source>
<translation>開いています</translation></message>
<message><source>Opening {path}…</source>
<translation>{path} を開いています…</translation></message>
<message><source>Opening {value}</source>
<translation>{value} を開く</translation></message>
<message><source>Opening…</source>
<translation>開いています…</translation></message>
<message><source>Other dataset</source>
<translation>別のデータセット</translation></message>
<message><source>Other outputs</source>
<translation>別の出力</translation></message>
<message><source>Other recipe</source>
<translation>別のレシピ</translation></message>
<message><source>Others took it too, and of all ground truths {contest} {name}, which had not taken it itself, at a {ranked_by} of {value}.</source>
<translation>他も取ったが、全正解のうち{contest}{name}で、自身は取っていなかった、{ranked_by} {value}。</translation></message>
<message><source>Outputs</source>
<translation>出力</translation></message>
<message><source>Outputs decide about positives under {names}, so no states are compared.</source>
<translation>{names} では出力が正例を決めるため、状態は比較しない。</translation></message>
<message><source>Outputs unreadable or unfit</source>
<translation>出力が読めないか合わない</translation></message>
<message><source>Over</source>
<translation>重ねる</translation></message>
<message><source>Over the steps</source>
<translation>ステップ間</translation></message>
<message><source>Owner</source>
<translation>所有者</translation></message>
<message><source>PNG (*.png);;SVG (*.svg)</source>
<translation>PNG (*.png);;SVG (*.svg)</translation></message>
<message><source>Page</source>
<translation>ページ</translation></message>
<message><source>Pages of the audit</source>
<translation>監査のページ</translation></message>
<message><source>Pairs</source>
<translation>組</translation></message>
<message><source>Pairs of this anchor</source>
<translation>このアンカーの組</translation></message>
<message><source>Panels</source>
<translation>パネル</translation></message>
<message><source>Parquet (*.parquet)</source>
<translation>Parquet (*.parquet)</translation></message>
<message><source>Pascal VOC, a folder (*)</source>
<translation>Pascal VOC、フォルダー (*)</translation></message>
<message><source>Pause</source>
<translation>一時停止</translation></message>
<message><source>Pause a training, or follow on</source>
<translation>訓練の追跡を一時停止・再開</translation></message>
<message><source>Paused in {name}</source>
<translation>{name} で一時停止</translation></message>
<message><source>Picture missing or unreadable</source>
<translation>画像がないか読めない</translation></message>
<message><source>Picture of unknown size</source>
<translation>サイズ不明の画像</translation></message>
<message><source>Picture without a box</source>
<translation>ボックスのない画像</translation></message>
<message><source>Pictures</source>
<translation>画像</translation></message>
<message><source>Pictures looked through</source>
<translation>点検した画像</translation></message>
<message><source>Pictures of the first ground truths of the list</source>
<translation>一覧の最初の正解の画像</translation></message>
<message><source>Pictures scanned</source>
<translation>走査した画像</translation></message>
<message><source>Pictures with every word in their name or in a class of their boxes (Ctrl+F)</source>
<translation>名前かボックスのクラスに全語を含む画像 (Ctrl+F)</translation></message>
<message><source>Plots</source>
<translation>グラフ</translation></message>
<message><source>Plots panel</source>
<translation>グラフパネル</translation></message>
<message><source>Point</source>
<translation>点</translation></message>
<message><source>Point at a field to read what it means.</source>
<translation>項目を指すと意味が読める。</translation></message>
<message><source>Point {anchor:,} · {place}</source>
<translation>点 {anchor:,} · {place}</translation></message>
<message><source>Point {anchor} of A stands in no place of B's grid</source>
<translation>A の点 {anchor} は B のグリッドに場所がない</translation></message>
<message><source>Point {index:,} · {place}</source>
<translation>点 {index:,} · {place}</translation></message>
<message><source>Points</source>
<translation>点</translation></message>
<message><source>Points have no sizes or ratios to fit: only another input or a finer level gives more candidates.</source>
<translation>点には合わせるサイズや比率がない：別の入力か細かいレベルだけが候補を増やす。</translation></message>
<message><source>Pos. A</source>
<translation>正 A</translation></message>
<message><source>Pos. B</source>
<translation>正 B</translation></message>
<message><source>Positive</source>
<translation>正例</translation></message>
<message><source>Positive for no reason</source>
<translation>理由なき正例</translation></message>
<message><source>Positive: beside ground truth {owner}</source>
<translation>正例：正解 {owner} の隣</translation></message>
<message><source>Positive: best for another ground truth</source>
<translation>正例：別の正解に最良</translation></message>
<message><source>Positive: best for ground truth {gt}</source>
<translation>正例：正解 {gt} に最良</translation></message>
<message><source>Positive: best for {truths}</source>
<translation>正例：{truths} に最良</translation></message>
<message><source>Positive: candidate of ground truth {number}</source>
<translation>正例：正解 {number} の候補</translation></message>
<message><source>Positive: cell of ground truth {owner}</source>
<translation>正例：正解 {owner} のセル</translation></message>
<message><source>Positive: given to ground truth {owner}</source>
<translation>正例：正解 {owner} に渡された</translation></message>
<message><source>Positive: ground truth {gt} overlaps no anchor</source>
<translation>正例：正解 {gt} はどれとも重ならない</translation></message>
<message><source>Positive: like ground truth {owner}</source>
<translation>正例：正解 {owner} に似る</translation></message>
<message><source>Positive: overlaps ground truth {value}</source>
<translation>正例：正解 {value} と重なる</translation></message>
<message><source>Positive: shape of ground truth {owner}</source>
<translation>正例：正解 {owner} の形状</translation></message>
<message><source>Positive: taken by ground truth {owner}</source>
<translation>正例：正解 {owner} が取った</translation></message>
<message><source>Positive: taken over by ground truth {value}</source>
<translation>正例：正解 {value} が引き継いだ</translation></message>
<message><source>Positives</source>
<translation>正例</translation></message>
<message><source>Positives by level</source>
<translation>レベル別の正例</translation></message>
<message><source>Positives over the steps</source>
<translation>ステップ間の正例</translation></message>
<message><source>Positives: the predicted boxes of the positive anchors</source>
<translation>正例：正のアンカーの予測ボックス</translation></message>
<message><source>Prediction</source>
<translation>予測</translation></message>
<message><source>Predictions</source>
<translation>予測</translation></message>
<message><source>Predictions are there for {some} of {scanned} images; what needs them is found in those alone.</source>
<translation>{scanned} 枚中 {some} 枚に予測がある。予測が要るものはその中だけで探す。</translation></message>
<message><source>Previous anchor in the table</source>
<translation>表の前のアンカー</translation></message>
<message><source>Previous anchor under the cursor</source>
<translation>カーソル下の前のアンカー</translation></message>
<message><source>Previous anchor under the cursor (Up)</source>
<translation>カーソル下の前のアンカー (↑)</translation></message>
<message><source>Previous checkpoint</source>
<translation>前のチェックポイント</translation></message>
<message><source>Previous image</source>
<translation>前の画像</translation></message>
<message><source>Previous place of the finding</source>
<translation>所見の前の箇所</translation></message>
<message><source>Previous step of the tour</source>
<translation>ツアーの前へ</translation></message>
<message><source>Problem</source>
<translation>問題</translation></message>
<message><source>Proposal</source>
<translation>提案</translation></message>
<message><source>Proposals</source>
<translation>提案</translation></message>
<message><source>Proposals by IoU</source>
<translation>IoU 別の提案</translation></message>
<message><source>Proposals: the boxes kept after NMS</source>
<translation>提案：NMS 後に保持されたボックス</translation></message>
<message><source>Quit</source>
<translation>終了</translation></message>
<message><source>R(d)</source>
<translation>R(d)</translation></message>
<message><source>R(d) of  {marks}</source>
<translation>R(d)：  {marks}</translation></message>
<message><source>R@0.5</source>
<translation>R@0.5</translation></message>
<message><source>R@0.7</source>
<translation>R@0.7</translation></message>
<message><source>RPN</source>
<translation>RPN</translation></message>
<message><source>RPN box</source>
<translation>RPN ボックス</translation></message>
<message><source>RPN fate</source>
<translation>RPN での行方</translation></message>
<message><source>Raise the score threshold</source>
<translation>スコアしきい値を上げる</translation></message>
<message><source>Rank</source>
<translation>順位</translation></message>
<message><source>Ranking</source>
<translation>順位表</translation></message>
<message><source>Raw outputs and models</source>
<translation>生出力とモデル</translation></message>
<message><source>Raw outputs cannot be read, or have other shapes or meanings than under this recipe: they are left out.</source>
<translation>生の出力が読めないか、このレシピとは形や意味が異なるため、使われない。</translation></message>
<message><source>Raw outputs, file…</source>
<translation>生出力、ファイル…</translation></message>
<message><source>Raw outputs, folder…</source>
<translation>生出力、フォルダー…</translation></message>
<message><source>Reached, by class and size</source>
<translation>到達、クラスと大きさ別</translation></message>
<message><source>Reached: best IoU ≥ {v}. What the network makes of it, only training tells.</source>
<translation>到達：最良 IoU ≥ {v}。ネットワークがどう使うかは訓練しないと分からない。</translation></message>
<message><source>Read so far</source>
<translation>現在の読み方</translation></message>
<message><source>Read them so</source>
<translation>こう読む</translation></message>
<message><source>Read {name} again.</source>
<translation>{name} を読み直す。</translation></message>
<message><source>Reading</source>
<translation>読み方</translation></message>
<message><source>Reading the annotations: {value:.0f} %</source>
<translation>注釈を読み込み中：{value:.0f} %</translation></message>
<message><source>Readings of the raw outputs</source>
<translation>生出力の読み方</translation></message>
<message><source>Reads</source>
<translation>読み方</translation></message>
<message><source>Recall</source>
<translation>再現率</translation></message>
<message><source>Recipe</source>
<translation>レシピ</translation></message>
<message><source>Recipe editor</source>
<translation>レシピエディター</translation></message>
<message><source>Recipe file…</source>
<translation>レシピファイル…</translation></message>
<message><source>Recipes</source>
<translation>レシピ</translation></message>
<message><source>Recipes (*.toml)</source>
<translation>レシピ (*.toml)</translation></message>
<message><source>Recipes (*.toml);;All files (*)</source>
<translation>レシピ (*.toml);;すべてのファイル (*)</translation></message>
<message><source>Recipes differ in</source>
<translation>レシピの違い</translation></message>
<message><source>Record left out</source>
<translation>除外された記録</translation></message>
<message><source>Redo</source>
<translation>やり直し</translation></message>
<message><source>Redo the last change</source>
<translation>最後の変更をやり直す</translation></message>
<message><source>Reload</source>
<translation>再読み込み</translation></message>
<message><source>Report written into {folder}</source>
<translation>レポートを {folder} に書いた</translation></message>
<message><source>Report…</source>
<translation>レポート…</translation></message>
<message><source>Reset</source>
<translation>リセット</translation></message>
<message><source>Reset all</source>
<translation>すべてリセット</translation></message>
<message><source>Reset the layout</source>
<translation>配置をリセット</translation></message>
<message><source>Reset to shipped</source>
<translation>出荷値に戻す</translation></message>
<message><source>Reset {place} to {value}</source>
<translation>{place} を {value} に戻す</translation></message>
<message><source>Residuals on smooth L1</source>
<translation>smooth L1 上の残差</translation></message>
<message><source>Residuals t − t* need</source>
<translation>残差 t − t* に必要</translation></message>
<message><source>RoI head</source>
<translation>RoI ヘッド</translation></message>
<message><source>RoI head by IoU</source>
<translation>IoU 別の RoI ヘッド</translation></message>
<message><source>RoI sample</source>
<translation>RoI 標本</translation></message>
<message><source>Rule only</source>
<translation>規則のみ</translation></message>
<message><source>Same box twice</source>
<translation>同じボックスが二度</translation></message>
<message><source>Sample</source>
<translation>標本</translation></message>
<message><source>Sampled</source>
<translation>標本</translation></message>
<message><source>Save as TOML…</source>
<translation>TOML で保存…</translation></message>
<message><source>Save the recipe</source>
<translation>レシピを保存</translation></message>
<message><source>Save the view</source>
<translation>表示を保存</translation></message>
<message><source>Save the view…</source>
<translation>表示を保存…</translation></message>
<message><source>Saved as {path}</source>
<translation>{path} として保存</translation></message>
<message><source>Saved {name}</source>
<translation>{name} を保存</translation></message>
<message><source>Saved {path}</source>
<translation>{path} を保存</translation></message>
<message><source>Save…</source>
<translation>保存…</translation></message>
<message><source>Scan the other images too</source>
<translation>他の画像も走査</translation></message>
<message><source>Score</source>
<translation>スコア</translation></message>
<message><source>Score A</source>
<translation>スコア A</translation></message>
<message><source>Score B</source>
<translation>スコア B</translation></message>
<message><source>Score against IoU</source>
<translation>スコア対 IoU</translation></message>
<message><source>Score against fit</source>
<translation>スコア対適合</translation></message>
<message><source>Score at least</source>
<translation>スコア下限</translation></message>
<message><source>Score p {score}. {words}</source>
<translation>スコア p {score}。{words}</translation></message>
<message><source>Scores need</source>
<translation>スコアに必要</translation></message>
<message><source>See the anchors, targets and losses your detector trains on, one box at a time.</source>
<translation>検出器の訓練に使われるアンカー・ターゲット・損失を、ボックスごとに見る。</translation></message>
<message><source>See the anchors, targets and losses your detector trains on.&lt;br&gt;MIT licence.</source>
<translation>検出器の訓練に使われるアンカー・ターゲット・損失を見る。&lt;br&gt;MIT ライセンス。</translation></message>
<message><source>Separation</source>
<translation>分離</translation></message>
<message><source>Set</source>
<translation>設定</translation></message>
<message><source>Set this key for the command, instead of its present ones</source>
<translation>このキーを現在のキーに代えて設定</translation></message>
<message><source>Shape IoU</source>
<translation>Shape IoU</translation></message>
<message><source>Share of boxes that reach the threshold, over their side</source>
<translation>しきい値に達するボックスの割合、辺に対して</translation></message>
<message><source>Shipped recipe to compare with</source>
<translation>比較する出荷レシピ</translation></message>
<message><source>Show all images</source>
<translation>全画像を表示</translation></message>
<message><source>Show another plot here</source>
<translation>ここに別のグラフを表示</translation></message>
<message><source>Show changed fields only</source>
<translation>変更した項目だけ表示</translation></message>
<message><source>Show ground truth {numbers}</source>
<translation>正解 {numbers} を表示</translation></message>
<message><source>Show only pictures with something to look at</source>
<translation>見るべきもののある画像だけ表示</translation></message>
<message><source>Show only some images</source>
<translation>一部の画像だけ表示</translation></message>
<message><source>Show only these pictures</source>
<translation>これらの画像だけ表示</translation></message>
<message><source>Sides count pixels here: w = x2 − x1 + 1.</source>
<translation>ここの辺はピクセルを数える：w = x2 − x1 + 1。</translation></message>
<message><source>Silent: {name}</source>
<translation>応答なし：{name}</translation></message>
<message><source>SimOTA, as many as the IoUs add up to</source>
<translation>SimOTA、IoU の和だけ</translation></message>
<message><source>Simulated predictions are for looking only; where boxes are lost is told of a network's.</source>
<translation>模擬予測は見るだけ。ボックスがどこで失われるかはネットワークの予測で分かる。</translation></message>
<message><source>Since step {step}, on this same picture: the same positives.</source>
<translation>ステップ {step} から、同じ画像で：正例は同じ。</translation></message>
<message><source>Since step {step}, on this same picture: {new} and {lost}.</source>
<translation>ステップ {step} から、同じ画像で：{new}、{lost}。</translation></message>
<message><source>Single letters are left to a text field or list that has the keyboard. ● marks keys of your own.</source>
<translation>一文字キーはキーボードのある入力欄や一覧が使う。● は独自のキー。</translation></message>
<message><source>Size</source>
<translation>サイズ</translation></message>
<message><source>Size differs from the file's</source>
<translation>サイズがファイルと違う</translation></message>
<message><source>Smaller than a stride</source>
<translation>ストライドより小さい</translation></message>
<message><source>Smooth L1</source>
<translation>Smooth L1</translation></message>
<message><source>Smooth L1 curve</source>
<translation>Smooth L1 曲線</translation></message>
<message><source>Sort the images…</source>
<translation>画像を並べ替え…</translation></message>
<message><source>Sorted by {key}, {direction}</source>
<translation>{key} で並べ替え、{direction}</translation></message>
<message><source>Source, px</source>
<translation>元, px</translation></message>
<message><source>Stage</source>
<translation>段</translation></message>
<message><source>Start</source>
<translation>開始</translation></message>
<message><source>Step</source>
<translation>ステップ</translation></message>
<message><source>Step {step} is the one shown: drag the triangle over the line of steps to another.</source>
<translation>表示中はステップ {step}：ステップ線の三角を別のステップへドラッグ。</translation></message>
<message><source>Steps of the training</source>
<translation>訓練のステップ</translation></message>
<message><source>Stop looking</source>
<translation>探索を停止</translation></message>
<message><source>Stop scanning; what is known stays</source>
<translation>走査を停止。分かった分は残る</translation></message>
<message><source>Stopped opening {name}.</source>
<translation>{name} を開くのを停止。</translation></message>
<message><source>Suggested anchors</source>
<translation>提案アンカー</translation></message>
<message><source>Suggested, found by</source>
<translation>提案、方法</translation></message>
<message><source>Summed over classes, by the error to the power γ = {g}.</source>
<translation>クラスで和を取り、誤差の γ = {g} 乗を掛ける。</translation></message>
<message><source>Summed over classes; p_t is p for the right class and 1 − p for the others: α = {a}, γ = {g}.</source>
<translation>クラスで和を取る。p_t は正しいクラスで p、他で 1 − p：α = {a}、γ = {g}。</translation></message>
<message><source>Suppressed by anchor {n:,}</source>
<translation>アンカー {n:,} により抑制</translation></message>
<message><source>Suppressed by detection {by}</source>
<translation>検出 {by} により抑制</translation></message>
<message><source>Suppressed by proposal {n}</source>
<translation>提案 {n} により抑制</translation></message>
<message><source>Suppressed by proposal {p}</source>
<translation>提案 {p} により抑制</translation></message>
<message><source>Suppressed by {suppressor}</source>
<translation>{suppressor} により抑制</translation></message>
<message><source>Suppressed with it</source>
<translation>ともに抑制</translation></message>
<message><source>Suppressed · p {score:.3f}</source>
<translation>抑制 · p {score:.3f}</translation></message>
<message><source>T</source>
<translation>T</translation></message>
<message><source>TIDE at IoU 0.50; a row lists the ground truths behind an error</source>
<translation>IoU 0.50 の TIDE。行はエラーの背後の正解を示す</translation></message>
<message><source>Tables</source>
<translation>表</translation></message>
<message><source>Tables panel</source>
<translation>表パネル</translation></message>
<message><source>Take it with you</source>
<translation>持ち帰り</translation></message>
<message><source>Taken by</source>
<translation>取得者</translation></message>
<message><source>Target</source>
<translation>ターゲット</translation></message>
<message><source>Targets</source>
<translation>ターゲット</translation></message>
<message><source>Targets of the RoI head</source>
<translation>RoI ヘッドのターゲット</translation></message>
<message><source>Targets t*</source>
<translation>ターゲット t*</translation></message>
<message><source>Targets t* and t</source>
<translation>ターゲット t* と t</translation></message>
<message numerus="yes"><source>Targets t* of {n} positives</source>
<translation><numerusform>正例 {n} 個のターゲット t*</numerusform></translation></message>
<message><source>Text</source>
<translation>テキスト</translation></message>
<message><source>The anchor grid, level by level.</source>
<translation>レベルごとのアンカーグリッド。</translation></message>
<message><source>The anchor is ignored, or the outputs have no column for its class: it costs nothing.</source>
<translation>アンカーは無視されるか、出力にそのクラスの列がない：コストなし。</translation></message>
<message><source>The anchor is ignored: p* is neither 1 nor 0, so it costs nothing and learns nothing.</source>
<translation>アンカーは無視：p* は 1 でも 0 でもなく、コストも学習もない。</translation></message>
<message><source>The assignment of this recipe ranks no candidates.</source>
<translation>このレシピの割り当ては候補に順位を付けない。</translation></message>
<message><source>The assignment over the steps</source>
<translation>ステップ間の割り当て</translation></message>
<message><source>The box covers no ground truth.</source>
<translation>ボックスはどの正解も覆わない。</translation></message>
<message><source>The box covers {best} best, at IoU {iou:.4f}.</source>
<translation>ボックスが最もよく覆うのは {best}、IoU {iou:.4f}。</translation></message>
<message><source>The box has no width or no height, as Annotations and files say too. Under this recipe its target is −∞; training may refuse the picture.</source>
<translation>ボックスに幅か高さがない（「注釈とファイル」にもある）。このレシピではターゲットが −∞ で、訓練が画像を拒むことがある。</translation></message>
<message><source>The box loss is 0: coordinates whose t* is exactly 0 are left out, and no other misses it.</source>
<translation>ボックス損失は 0：t* がちょうど 0 の座標は除かれ、ほかの座標はどれも t* を外さない。</translation></message>
<message><source>The box loss is 0: every sampled positive predicts its ground truth exactly.</source>
<translation>ボックス損失は 0：標本の正例はすべて正解を正確に予測。</translation></message>
<message><source>The box loss is 0: every sampled positive that misses its ground truth has the weight 0.</source>
<translation>ボックス損失は 0：正解を外す標本の正例はどれも重み 0。</translation></message>
<message><source>The box loss is 0: no anchor is positive, though ground truths take part: {n}.</source>
<translation>ボックス損失は 0：正解は加わるが（{n}）正のアンカーなし。</translation></message>
<message><source>The box loss is 0: no positive of the recorded mini-batch is a positive here.</source>
<translation>ボックス損失は 0：記録されたミニバッチの正例はここではどれも正でない。</translation></message>
<message><source>The box loss is 0: no sampled positive has finite outputs.</source>
<translation>ボックス損失は 0：有限の出力を持つ標本の正例がない。</translation></message>
<message><source>The box loss is 0: none of the {n} ground truths takes part (crowd, difficult, ...).</source>
<translation>ボックス損失は 0：{n} 個の正解はどれも加わらない（群衆、困難など）。</translation></message>
<message><source>The box loss is 0: the mini-batch has none of the positive anchors, of which there are {n}.</source>
<translation>ボックス損失は 0：正のアンカー（{n}）はどれもミニバッチにない。</translation></message>
<message><source>The box loss is 0: the picture has no ground truth, so no anchor is positive.</source>
<translation>ボックス損失は 0：画像に正解がなく、正のアンカーなし。</translation></message>
<message><source>The box loss is 0: the recipe gives it no weight.</source>
<translation>ボックス損失は 0：レシピが重みを与えない。</translation></message>
<message><source>The box loss is a mean over pairs here: the column Box share has each anchor's.</source>
<translation>ボックス損失は組の平均：列「ボックス損失中」に各アンカーの分がある。</translation></message>
<message><source>The box loss needs</source>
<translation>ボックス損失に必要</translation></message>
<message><source>The boxes with another fate are listed here once A and B both have outputs.</source>
<translation>A と B の両方に出力があれば、行方の変わるボックスがここに並びます。</translation></message>
<message><source>The centre of {name} lies in its cell, and of the shapes of all layers this one is most like that ground truth's: shape IoU {value:.4f}.{more}</source>
<translation>{name} の中心がセル内にあり、全層の形状のうちこれがその正解に最も似る：形状 IoU {value:.4f}。{more}</translation></message>
<message><source>The centre of {name} lies in its cell, and the IoU of their shapes is over {further:.3f}, though another anchor is more like it.{more}</source>
<translation>{name} の中心がセル内にあり、形状の IoU が {further:.3f} を超えるが、別のアンカーの方が似る。{more}</translation></message>
<message><source>The centre of {name} lies {where}. The box is {wide} times as wide as the anchor and {high} times as high: a factor of {factor} in {side}, under the limit of {limit:g}.{mine}</source>
<translation>{name} の中心が{where}にある。ボックスの幅はアンカーの {wide} 倍、高さは {high} 倍：{side}の比 {factor} で、上限 {limit:g} 未満。{mine}</translation></message>
<message><source>The feature map a box is pooled from.</source>
<translation>ボックスをプールする特徴マップ。</translation></message>
<message><source>The file is missing or holds no picture; its annotation is counted where it says the size.</source>
<translation>ファイルがないか画像でない。注釈にサイズがあれば数える。</translation></message>
<message><source>The folder of a recorded training</source>
<translation>記録した訓練のフォルダー</translation></message>
<message><source>The folder of the pictures</source>
<translation>画像のフォルダー</translation></message>
<message><source>The library decodes fractions of the sides less one px: far edges stand one px earlier here.</source>
<translation>このライブラリは辺 − 1 px の比率を復号する：遠い辺は 1 px 手前。</translation></message>
<message><source>The maths</source>
<translation>数学</translation></message>
<message><source>The model runs on each picture with the export; its boxes are counted then.</source>
<translation>書き出し時に各画像でモデルが動き、そのときボックスを数える。</translation></message>
<message><source>The network has a number for each whole distance from 0; t is the mean of their softmax.</source>
<translation>ネットワークは 0 からの各整数距離に数を持ち、t はその softmax の平均。</translation></message>
<message><source>The numbers are what it would add.</source>
<translation>数は加わったはずの値。</translation></message>
<message><source>The outputs have no column for a ground truth's class, so there is no class loss for this picture.</source>
<translation>出力に正解のクラスの列がなく、この画像のクラス損失はない。</translation></message>
<message><source>The outputs have no column for the class of a ground truth, so there is no loss.</source>
<translation>出力に正解のクラスの列がなく、損失はない。</translation></message>
<message numerus="yes"><source>The outputs of {n} images, as of {name}: {why}.</source>
<translation><numerusform>{n} 枚の画像の出力、例 {name}：{why}。</numerusform></translation></message>
<message><source>The outputs were made under the recipe {recipe}; they are shown under {own}.</source>
<translation>出力はレシピ {recipe} で作られ、{own} で表示中。</translation></message>
<message><source>The overlap</source>
<translation>重なり</translation></message>
<message><source>The picture changed on disk since A was computed: reload (F5) to compare.</source>
<translation>A を計算した後にディスク上の画像が変わった。比較するには再読み込み（F5）。</translation></message>
<message><source>The picture does not fit into the memory</source>
<translation>画像がメモリに入らない</translation></message>
<message><source>The picture has no ground truth in the assignment, so every anchor is negative.</source>
<translation>画像の割り当てに正解がなく、全アンカーが負例。</translation></message>
<message><source>The picture has no ground truth in the assignment, so every {place} is negative.</source>
<translation>画像の割り当てに正解がなく、どの{place}も負例。</translation></message>
<message><source>The picture with its anchors; click to select, drag to move, wheel to zoom</source>
<translation>画像とアンカー。クリックで選択、ドラッグで移動、ホイールで拡大縮小</translation></message>
<message><source>The picture {name} is the same at every step.</source>
<translation>画像 {name} はどのステップでも同じ。</translation></message>
<message><source>The predictions belong to other anchors, so they are left out.</source>
<translation>予測は別のアンカーのもののため除外。</translation></message>
<message><source>The ranking needs</source>
<translation>順位に必要</translation></message>
<message><source>The raw outputs cannot be used: {why}</source>
<translation>生の出力は使えない：{why}</translation></message>
<message><source>The raw outputs do not fit this recipe: {why}</source>
<translation>生出力がこのレシピに合わない：{why}</translation></message>
<message><source>The recipe is {own} again.</source>
<translation>レシピは {own} に戻った。</translation></message>
<message><source>The recipe is {recipe}, which the outputs name; yours, {own}, returns with the next dataset.</source>
<translation>レシピは出力が示す {recipe}。{own} は次のデータセットで戻る。</translation></message>
<message><source>The rule gives it no positive anchor: nothing learns it.</source>
<translation>規則は正のアンカーを与えず、学習されない。</translation></message>
<message><source>The rule of this recipe has no low-quality matches.</source>
<translation>このレシピの規則に低品質マッチはない。</translation></message>
<message><source>The second stage keeps its proposals and outputs.</source>
<translation>第2段の提案と出力はそのままです。</translation></message>
<message><source>The selected anchor in A and in B</source>
<translation>A と B の選択アンカー</translation></message>
<message><source>The shape most like its own is in no layer, so no anchor learns it.</source>
<translation>最も似た形はどの層にもないため、学習するアンカーはありません。</translation></message>
<message><source>The shape most like its own is in no layer; these have a shape IoU over {further:.3f}.</source>
<translation>最も似た形はどの層にもありません。これらの形状 IoU は {further:.3f} を超えます。</translation></message>
<message><source>The shape most like its own of all is in layer {layer}, with a shape IoU of {shape:.4f}; others learn it over {further:.3f}.</source>
<translation>全体で最も似た形は層 {layer} にあり、形状 IoU は {shape:.4f} です。ほかは {further:.3f} を超えると学習します。</translation></message>
<message><source>The squares count {v} times besides.</source>
<translation>二乗項はさらに {v} 回数える。</translation></message>
<message><source>The targets t* deviate by {spread}.</source>
<translation>ターゲット t* の標準偏差は {spread}。</translation></message>
<message><source>The term with q counts {w} times.</source>
<translation>q の項は {w} 回数える。</translation></message>
<message><source>The total loss is NaN or infinite: one step on this picture spoils the training.</source>
<translation>合計損失が NaN か無限大：この画像での一歩で訓練が壊れる。</translation></message>
<message><source>The trainer has reported no loss yet.</source>
<translation>訓練器はまだ損失を報告していない。</translation></message>
<message><source>The trainer saw another picture, not this file: only its boxes are known</source>
<translation>訓練器が見たのはこのファイルでなく別の画像：ボックスだけが分かる</translation></message>
<message><source>The trainer took it as {label}, so it is in the sums as that.</source>
<translation>訓練器は{label}として扱い、そのように和に入る。</translation></message>
<message><source>The trainer's are of a batch of {n} pictures.</source>
<translation>訓練器の数は {n} 枚のバッチのもの。</translation></message>
<message><source>The trainer's numbers</source>
<translation>訓練器の数</translation></message>
<message><source>The two grids have no anchor in common, so the ground truths alone are compared.</source>
<translation>二つのグリッドに共通のアンカーがなく、正解だけを比較。</translation></message>
<message><source>The view is on the clipboard</source>
<translation>表示をクリップボードにコピーした</translation></message>
<message><source>The whole box costs {v} besides.</source>
<translation>ボックス全体でさらに {v}。</translation></message>
<message numerus="yes"><source>The {n} in the list</source>
<translation><numerusform>一覧の {n} 件</numerusform></translation></message>
<message><source>There are no raw outputs for this picture, so no t, no predicted box, no losses. A dump brings them.</source>
<translation>この画像に生出力がなく、t・予測ボックス・損失がない。ダンプで得られる。</translation></message>
<message><source>There is no smooth L1 here. YOLOv3 puts t_x and t_y behind a sigmoid, which says where in its cell the centre lies, and compares that with t* by binary cross entropy; w and h by the square of t − t*, no sigmoid.</source>
<translation>ここに smooth L1 はない。YOLOv3 は t_x と t_y をシグモイドに通してセル内の中心位置とし、二値交差エントロピーで t* と比べる。w と h は t − t* の二乗で、シグモイドなし。</translation></message>
<message><source>There is no smooth L1 here: Explain has the box loss of this recipe in formulas.</source>
<translation>ここに smooth L1 はない：「説明」にこのレシピのボックス損失の式がある。</translation></message>
<message><source>There is no smooth L1 here: the box learns by {loss}, its sides by the distribution over bins (DFL).</source>
<translation>ここに smooth L1 はない：ボックスは {loss} で、辺はビン上の分布 (DFL) で学ぶ。</translation></message>
<message><source>There is no {place} {near_it}, so {hopeless}</source>
<translation>{near_it}に{place}がない：{hopeless}</translation></message>
<message><source>These collide: its one objectness follows ground truth {n}, listed last.</source>
<translation>これらは衝突する：一つの objectness は最後に挙げた正解 {n} に従う。</translation></message>
<message><source>These outputs do not fit the recipe: {answer}</source>
<translation>この出力はレシピに合わない：{answer}</translation></message>
<message><source>They are in no other count.</source>
<translation>他のどの数にも入らない。</translation></message>
<message><source>This anchor belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>このアンカーはどの正解にも属さず、ターゲット t* もボックス損失もない。</translation></message>
<message><source>This language is used from the next start on.</source>
<translation>この言語は次の起動から使われる。</translation></message>
<message><source>This one, {name}</source>
<translation>これ、{name}</translation></message>
<message><source>This page could not be made: {error}</source>
<translation>このページを作れませんでした: {error}</translation></message>
<message><source>This page is missing: {path} ({reason})</source>
<translation>ページがない：{path} ({reason})</translation></message>
<message><source>This picture has no ground truth in the assignment, so no anchor has an IoU.</source>
<translation>この画像は割り当てに正解がなく、どのアンカーにも IoU がない。</translation></message>
<message><source>This picture has no outputs of a second stage.</source>
<translation>この画像に第 2 段の出力がない。</translation></message>
<message><source>This picture's loss</source>
<translation>この画像の損失</translation></message>
<message><source>This point belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>この点はどの正解にも属さず、ターゲット t* もボックス損失もない。</translation></message>
<message><source>This recipe has no loss of coordinates: its box loss compares decoded boxes.</source>
<translation>このレシピに座標の損失はない：ボックス損失は復号ボックスを比べる。</translation></message>
<message><source>This recipe has no smooth L1. Where in its cell the centre lies costs a binary cross entropy; the sides cost the square of t − t*.</source>
<translation>このレシピに smooth L1 はない。セル内の中心位置は二値交差エントロピー、辺は t − t* の二乗。</translation></message>
<message><source>This recipe has no smooth L1: YOLOv3 takes cross entropies of t_x and t_y behind a sigmoid, and squares of t_w and t_h.</source>
<translation>このレシピに smooth L1 はない：YOLOv3 はシグモイド後の t_x と t_y に交差エントロピー、t_w と t_h に二乗を使う。</translation></message>
<message><source>This recipe labels by geometry alone: no checkpoint changes an assignment.</source>
<translation>このレシピは幾何だけでラベルを付ける：チェックポイントで割り当ては変わらない。</translation></message>
<message><source>This recipe's rule compares no anchor by IoU.</source>
<translation>このレシピの規則はアンカーを IoU で比べない。</translation></message>
<message><source>This recorder watches no picture.</source>
<translation>この記録器は画像を見張っていない。</translation></message>
<message><source>This stage lost no box.</source>
<translation>この段階で失われたボックスはありません。</translation></message>
<message><source>This {place} is not {near}, so no prediction can make it positive.</source>
<translation>この{place}は{near}になく、どの予測でも正例にならない。</translation></message>
<message><source>Threshold</source>
<translation>しきい値</translation></message>
<message><source>Tiny box</source>
<translation>微小ボックス</translation></message>
<message><source>Too small</source>
<translation>小さすぎる</translation></message>
<message><source>Too small, or not a number</source>
<translation>小さすぎるか、数でない</translation></message>
<message><source>Took</source>
<translation>取得</translation></message>
<message><source>Top {most}</source>
<translation>上位 {most}</translation></message>
<message><source>Total</source>
<translation>合計</translation></message>
<message><source>Tour of the demo</source>
<translation>デモのツアー</translation></message>
<message><source>Training</source>
<translation>訓練</translation></message>
<message><source>Trying the plausible layouts…</source>
<translation>あり得るレイアウトを試行中…</translation></message>
<message><source>Turn the pictures as EXIF says</source>
<translation>EXIF に従い画像を回転</translation></message>
<message><source>Twice a sigmoid: the centre within half a cell around cell c, of stride s; sides up to four times.</source>
<translation>シグモイドの 2 倍：中心はストライド s のセル c の周り半セル以内、辺は 4 倍まで。</translation></message>
<message><source>Two datasets</source>
<translation>二つのデータセット</translation></message>
<message><source>Two datasets under one recipe, side by side.</source>
<translation>一つのレシピでの二つのデータセット。</translation></message>
<message><source>U is the union, C the smallest box around both.</source>
<translation>U は和集合、C は両者を囲む最小のボックス。</translation></message>
<message><source>Undecided</source>
<translation>未定</translation></message>
<message><source>Undecided without outputs: in neither sum.</source>
<translation>出力がなく未定：どの和にも入らない。</translation></message>
<message><source>Undecided: candidate of ground truth {value}</source>
<translation>未定：正解 {value} の候補</translation></message>
<message numerus="yes"><source>Undecided: candidate of ground truth {value} and {n} others</source>
<translation><numerusform>未定：正解 {value} と他 {n} 個の候補</numerusform></translation></message>
<message><source>Undecided: may be taken</source>
<translation>未定：取られ得る</translation></message>
<message><source>Undecided: outputs are missing</source>
<translation>未定：出力なし</translation></message>
<message><source>Undo</source>
<translation>元に戻す</translation></message>
<message><source>Undo the last change</source>
<translation>最後の変更を元に戻す</translation></message>
<message><source>Unmatched, its shape is in no layer</source>
<translation>未対応、形状がどの層にもない</translation></message>
<message><source>Unmatched, no anchor of such sides</source>
<translation>未対応、そのような辺のアンカーなし</translation></message>
<message><source>Unmatched, no candidate is its own</source>
<translation>未対応、自分の候補なし</translation></message>
<message><source>Unmatched, no candidate over its threshold</source>
<translation>未対応、しきい値を超える候補なし</translation></message>
<message><source>Unmatched, none at IoU {positive:.2f}</source>
<translation>未対応、IoU {positive:.2f} のものなし</translation></message>
<message><source>Unmatched, none in its cell</source>
<translation>未対応、そのセルになし</translation></message>
<message><source>Use as recipe</source>
<translation>レシピとして使う</translation></message>
<message><source>Waiting for {name}</source>
<translation>{name} を待機中</translation></message>
<message><source>Warnings</source>
<translation>警告</translation></message>
<message><source>Way</source>
<translation>道筋</translation></message>
<message><source>Way by stage</source>
<translation>段別の道筋</translation></message>
<message><source>Ways to open the folder</source>
<translation>フォルダーの開き方</translation></message>
<message><source>What B is</source>
<translation>B とは</translation></message>
<message><source>What became of boxes</source>
<translation>ボックスの行方</translation></message>
<message><source>What becomes of anchors that leave the picture.</source>
<translation>画像からはみ出すアンカーの扱い。</translation></message>
<message><source>What do the class scores cost?</source>
<translation>クラススコアのコストは？</translation></message>
<message><source>What does IoU cost?</source>
<translation>IoU のコストは？</translation></message>
<message><source>What does SIoU cost?</source>
<translation>SIoU のコストは？</translation></message>
<message><source>What does balanced L1 cost?</source>
<translation>Balanced L1 のコストは？</translation></message>
<message><source>What does bounded IoU cost?</source>
<translation>Bounded IoU のコストは？</translation></message>
<message><source>What does complete IoU cost?</source>
<translation>Complete IoU のコストは？</translation></message>
<message><source>What does distance IoU cost?</source>
<translation>Distance IoU のコストは？</translation></message>
<message><source>What does generalised IoU cost?</source>
<translation>Generalised IoU のコストは？</translation></message>
<message><source>What does it add to the loss?</source>
<translation>損失にいくら加わるか？</translation></message>
<message><source>What does objectness cost?</source>
<translation>Objectness のコストは？</translation></message>
<message><source>What does smooth EIoU cost?</source>
<translation>Smooth EIoU のコストは？</translation></message>
<message><source>What exactly is smooth L1?</source>
<translation>smooth L1 とは正確に何か？</translation></message>
<message><source>What exactly is the Huber loss?</source>
<translation>Huber 損失とは正確に何か？</translation></message>
<message><source>What gets worse: {what}.</source>
<translation>悪くなるもの：{what}。</translation></message>
<message><source>What is left of it stays in the picture without a ground truth, so its points are trained as background.</source>
<translation>残った部分は正解なしで画像に残るため、その点は背景として学習されます。</translation></message>
<message><source>What is there instead of smooth L1?</source>
<translation>smooth L1 の代わりは？</translation></message>
<message><source>What is wrong with the filter</source>
<translation>フィルターの誤り</translation></message>
<message><source>What moved</source>
<translation>変化</translation></message>
<message><source>What should the head say?</source>
<translation>ヘッドは何と言うべきか？</translation></message>
<message><source>What should the network say?</source>
<translation>ネットワークは何と言うべきか？</translation></message>
<message><source>What the list is sorted by</source>
<translation>一覧の並べ替えの基準</translation></message>
<message><source>What would fit?</source>
<translation>何なら合うか？</translation></message>
<message><source>What-if · {finding}</source>
<translation>仮定 · {finding}</translation></message>
<message><source>What-if, not the data</source>
<translation>仮定、データではない</translation></message>
<message><source>What-if: labels, t* and losses follow a moved ground truth; proposals and outputs stay, as no network is run.</source>
<translation>仮定：ラベル、t*、損失は動かした正解に従います。ネットワークは実行しないため、提案と出力はそのままです。</translation></message>
<message><source>Where ground truths end</source>
<translation>正解の終わる所</translation></message>
<message><source>Where ground truths end, by class, size, side, best anchor and level</source>
<translation>正解の終わる所、クラス・サイズ・辺・最良アンカー・レベル別</translation></message>
<message><source>Where is the predicted box?</source>
<translation>予測ボックスはどこか？</translation></message>
<message><source>Which anchors are positive, negative or ignored.</source>
<translation>どのアンカーが正例・負例・無視か。</translation></message>
<message><source>Which anchors enter the loss.</source>
<translation>どのアンカーが損失に入るか。</translation></message>
<message><source>Which anchors the canvas, the tables and the plots show, for example
  {one}
  {other}
Ctrl+Space lists what may be written, Esc goes back to the canvas.</source>
<translation>キャンバス・表・グラフに出すアンカー、例
  {one}
  {other}
Ctrl+Space で書けるものの一覧、Esc でキャンバスに戻る。</translation></message>
<message><source>Which annotations?</source>
<translation>どの注釈か？</translation></message>
<message><source>Which ground truths take part.</source>
<translation>どの正解が加わるか。</translation></message>
<message><source>Which map is it pooled from?</source>
<translation>どのマップからプールするか？</translation></message>
<message><source>White is what the annotator drew, green a positive anchor, dotted an ignored one, dashed blue a prediction. Click a box; click again for the others under the same point. 1 to 7 switch the layers.</source>
<translation>白は注釈者の描いたもの、緑は正のアンカー、点線は無視、青の破線は予測。ボックスをクリック、再クリックで同じ点の他のもの。1〜7 でレイヤーを切り替え。</translation></message>
<message><source>Who takes this point?</source>
<translation>この点を取るのは誰か？</translation></message>
<message><source>Who wants it</source>
<translation>欲しがるもの</translation></message>
<message><source>Whole picture</source>
<translation>画像全体</translation></message>
<message><source>Why</source>
<translation>理由</translation></message>
<message><source>Why is this anchor positive?</source>
<translation>このアンカーはなぜ正例か？</translation></message>
<message><source>Why labels changed</source>
<translation>ラベルが変わった理由</translation></message>
<message><source>Why they changed</source>
<translation>変わった理由</translation></message>
<message><source>Why this anchor</source>
<translation>このアンカーの理由</translation></message>
<message><source>Why: what they are under the recipe that is worse for them.</source>
<translation>理由：不利な方のレシピでの状態。</translation></message>
<message><source>Width and height as corners?</source>
<translation>幅と高さが角として？</translation></message>
<message><source>Width and height exchanged</source>
<translation>幅と高さが逆</translation></message>
<message><source>Width, px</source>
<translation>幅, px</translation></message>
<message><source>Without a positive anchor, for its best one trains another ground truth.</source>
<translation>正のアンカーなし。最良アンカーは別の正解を訓練する。</translation></message>
<message><source>Without width or height its target is −∞. It is in no other number here.</source>
<translation>幅か高さがなくターゲットは −∞。ここの他の数には入らない。</translation></message>
<message><source>Worse: {name}, {now} to {then} of the ground truths reached.</source>
<translation>悪化：{name}、到達した正解 {now} から {then}。</translation></message>
<message><source>Would be in the loss, which needs raw outputs.</source>
<translation>損失に入るはずだが、それには生出力が要る。</translation></message>
<message><source>Would other anchors help?</source>
<translation>他のアンカーは役立つか？</translation></message>
<message><source>Write the boxes with findings into a new file</source>
<translation>所見のあるボックスを新しいファイルに書く</translation></message>
<message><source>Write the report into a new folder</source>
<translation>レポートを新しいフォルダーに書く</translation></message>
<message><source>YOLO, a folder (*)</source>
<translation>YOLO、フォルダー (*)</translation></message>
<message><source>YOLOv5's possible recall</source>
<translation>YOLOv5 の可能再現率</translation></message>
<message><source>Your files</source>
<translation>あなたのファイル</translation></message>
<message><source>Zoom to the selection</source>
<translation>選択に拡大</translation></message>
<message><source>[A-Za-z][\w+.-]+:/</source>
<translation>[A-Za-z][\w+.-]+:/</translation></message>
<message><source>[yolo] layer {layer} trains it, in the cell of its centre: of the shapes of all layers the one most like its own is there, with a shape IoU of {shape:.4f}.</source>
<translation>[yolo] 層 {layer} が中心のセルで訓練する：全層の形状で最も似たものがそこにあり、形状 IoU {shape:.4f}。</translation></message>
<message numerus="yes"><source>[yolo] layers {layers} train it, in the cells of its centre, by {anchors} anchors.</source>
<translation><numerusform>[yolo] 層 {layers} が中心のセルで {anchors} 個のアンカーにより学習します。</numerusform></translation></message>
<message><source>a batch axis of 1 in front</source>
<translation>先頭に 1 のバッチ軸</translation></message>
<message><source>a box of no object</source>
<translation>物体のないボックス</translation></message>
<message><source>a box of this side, px, ...</source>
<translation>この辺のボックス、px、...</translation></message>
<message><source>a box per anchor, or one per anchor and class</source>
<translation>アンカーごとにボックス 1 個、またはアンカーとクラスごとに 1 個</translation></message>
<message><source>a centre crossed the part of a cell for neighbours</source>
<translation>中心が隣接セルの部分をまたいだ</translation></message>
<message><source>a class</source>
<translation>クラスごと</translation></message>
<message><source>a class's score must be above this, compared in float32</source>
<translation>クラスのスコアはこれを超える必要、float32 で比較</translation></message>
<message><source>a click lists the ground truths of a side; with the keyboard the arrows and Enter</source>
<translation>クリックでその辺の正解を一覧。キーボードは矢印と Enter</translation></message>
<message><source>a dataset, a folder of pictures, a dump of raw outputs, or a folder of checkpoints</source>
<translation>データセット、画像フォルダー、生出力のダンプ、チェックポイントのフォルダー</translation></message>
<message><source>a decoded box is left out: it has no width or height, is not a number, no anchor is free for it, or too many score higher</source>
<translation>デコード済みボックスを除外：幅か高さがない、数でない、空きアンカーがない、または高スコアが多すぎる</translation></message>
<message><source>a detection at IoU {reach:.2f} that is no other's</source>
<translation>IoU {reach:.2f} で他のものでない検出</translation></message>
<message><source>a detection of its class at IoU {reach:.2f} that is no other's</source>
<translation>IoU {reach:.2f} で他のものでない同クラスの検出</translation></message>
<message><source>a folder or an annotation file</source>
<translation>フォルダーか注釈ファイル</translation></message>
<message><source>a further loss of t: bins: of the two whole distances beside t* (distribution focal loss); input: mean L1 of distances over the input's sides; raw: L1 of t; the first two by soft target and divided as the box loss</source>
<translation>t のさらなる損失：bins：t* の両隣の整数距離の (distribution focal loss)、input：入力の辺に対する距離の平均 L1、raw：t の L1。前の二つはソフトターゲットで重み付けし、ボックス損失と同様に割る</translation></message>
<message><source>a kept proposal at IoU {reach:.2f}, whatever the class</source>
<translation>IoU {reach:.2f} の保持された提案、クラスは問わない</translation></message>
<message><source>a level</source>
<translation>レベルごと</translation></message>
<message><source>a level {name}, stride {stride}</source>
<translation>レベル {name}、ストライド {stride}</translation></message>
<message><source>a list</source>
<translation>リストです</translation></message>
<message><source>a mini-batch drawn by chance</source>
<translation>無作為に取ったミニバッチ</translation></message>
<message><source>a mini-batch's nominal number of anchors, by which the normaliser `batch` divides</source>
<translation>ミニバッチの名目アンカー数。正規化 `batch` の除数</translation></message>
<message numerus="yes"><source>a mosaic of {n} pictures</source>
<translation><numerusform>{n} 枚の画像のモザイク</numerusform></translation></message>
<message><source>a name for each level</source>
<translation>各レベルの名前</translation></message>
<message><source>a picture without ground truth</source>
<translation>正解のない画像</translation></message>
<message><source>a press, or Enter, lists the ground truths of a row alone</source>
<translation>押すか Enter で、その行の正解だけを一覧</translation></message>
<message><source>a proposal with a score or box that is not finite is left out first, whole</source>
<translation>スコアかボックスが有限でない提案は、まず丸ごと除く</translation></message>
<message><source>a ratio of sides crossed the limit, or a centre its cell</source>
<translation>辺の比が限度を、または中心がセルをまたいだ</translation></message>
<message><source>a seeded sample</source>
<translation>シード付き標本</translation></message>
<message><source>a shorter side below is enlarged to it, px</source>
<translation>短辺がこれ未満なら、これに拡大、px</translation></message>
<message><source>a smaller picture is enlarged to size</source>
<translation>小さい画像は size に拡大</translation></message>
<message><source>added before rounding down</source>
<translation>丸めの前に加える</translation></message>
<message><source>added to sides before the logarithm</source>
<translation>対数の前に辺に加える</translation></message>
<message><source>added to sides in strides before the logarithm</source>
<translation>対数の前に、ストライド単位の辺に加える</translation></message>
<message><source>added to the logarithm, or to the ratio of sides</source>
<translation>対数、または辺の比に加える</translation></message>
<message><source>after mosaic and scaling, not cut by the network's input</source>
<translation>モザイクと拡大縮小の後、ネットワークの入力では切られていない</translation></message>
<message><source>agree</source>
<translation>一致</translation></message>
<message><source>all</source>
<translation>全部</translation></message>
<message><source>all anchors</source>
<translation>全アンカー</translation></message>
<message><source>all boxes are within 0 to {most:.4g}: fractions of the picture where pixels are wanted?</source>
<translation>全ボックスが 0 から {most:.4g} の範囲：ピクセルのはずが画像の割合？</translation></message>
<message><source>all of them</source>
<translation>全部</translation></message>
<message><source>all positives and the costliest negatives</source>
<translation>全正例とコスト最大の負例</translation></message>
<message><source>all positives and the costliest negatives, by a sum over one maximum of all logits (ssd.pytorch)</source>
<translation>全正例とコスト最大の負例、全ロジットの一つの最大値での和による (ssd.pytorch)</translation></message>
<message><source>all reached</source>
<translation>全到達</translation></message>
<message><source>all scores lie from 0 to 1: probabilities, where the recipe wants logits</source>
<translation>すべてのスコアが 0 から 1：レシピはロジットを求めるが、確率になっている</translation></message>
<message><source>all shared</source>
<translation>全共通</translation></message>
<message><source>all together: {effect} pos.</source>
<translation>全部一緒：正 {effect}</translation></message>
<message><source>all together: {n} changed</source>
<translation>全部一緒：{n} 個が変化</translation></message>
<message><source>all with a metric above 0</source>
<translation>指標が 0 を超える全部</translation></message>
<message><source>alpha, of the score</source>
<translation>alpha、スコアの</translation></message>
<message><source>among the best</source>
<translation>最良の中</translation></message>
<message><source>among the cheapest</source>
<translation>最安の中</translation></message>
<message><source>an IoU below `negative` wins over the low-quality rule</source>
<translation>`negative` 未満の IoU は低品質規則に優先</translation></message>
<message><source>an image, in the median</source>
<translation>画像あたり、中央値</translation></message>
<message><source>an object with {keys}</source>
<translation>キーは {keys}</translation></message>
<message><source>an object without keys: no images key, so it is not COCO</source>
<translation>キーのないオブジェクト：images がなく、COCO ではありません</translation></message>
<message><source>anchor</source>
<translation>アンカー</translation></message>
<message><source>anchor IoU ≥ {least}</source>
<translation>アンカー IoU ≥ {least}</translation></message>
<message><source>anchor taken</source>
<translation>アンカーを取られた</translation></message>
<message><source>anchor {anchor}: its raw outputs are not all numbers ({which}); losses leave them out, where a trainer's loss would be NaN, and NMS does where box or score is no number</source>
<translation>アンカー {anchor}：生出力に数でないものがある（{which}）。損失では除くが、訓練では損失が NaN になる。NMS はボックスかスコアが数でないときに除く</translation></message>
<message><source>anchor {number}: wanted 0 to {last}</source>
<translation>アンカー {number}：0〜{last} が必要</translation></message>
<message><source>anchor {n}</source>
<translation>アンカー {n}</translation></message>
<message><source>anchor {said}</source>
<translation>アンカー {said}</translation></message>
<message><source>anchor's {side}, network px</source>
<translation>アンカーの {side}、ネットワーク px</translation></message>
<message><source>anchors</source>
<translation>アンカー</translation></message>
<message><source>anchors an image, mean</source>
<translation>画像あたりアンカー、平均</translation></message>
<message><source>anchors in the loss</source>
<translation>損失内のアンカー</translation></message>
<message><source>anchors it owns</source>
<translation>所有アンカー</translation></message>
<message><source>anchors of a cell in reverse order</source>
<translation>セル内のアンカーが逆順</translation></message>
<message><source>anchors of a cell in the other order of sizes and ratios</source>
<translation>セル内のアンカーがサイズと比のもう一方の順</translation></message>
<message><source>anchors per picture</source>
<translation>画像あたりアンカー</translation></message>
<message><source>anchors that leave the picture are ignored beforehand, and compared with no ground truth</source>
<translation>画像からはみ出すアンカーは先に無視し、どの正解とも比べない</translation></message>
<message><source>anchors that leave the picture are matched like the others</source>
<translation>画像からはみ出すアンカーも他と同様に対応付ける</translation></message>
<message><source>anchors that leave the picture are matched, and then ignored</source>
<translation>画像からはみ出すアンカーは対応付けてから無視</translation></message>
<message><source>anchors whose centre lies right of the picture or below it are matched, and then ignored (keras-retinanet)</source>
<translation>中心が画像の右か下の外にあるアンカーは対応付けてから無視 (keras-retinanet)</translation></message>
<message><source>anchors with a box</source>
<translation>ボックスのあるアンカー</translation></message>
<message><source>and below this; -inf: never</source>
<translation>これ未満も。-inf：なし</translation></message>
<message><source>and stds wanted</source>
<translation>と望ましい stds</translation></message>
<message><source>annotated as {width} x {height} px, the file is {w} x {h} px</source>
<translation>注釈では {width} x {height} px、ファイルは {w} x {h} px</translation></message>
<message><source>annotations, pictures, raw outputs, ONNX models or recipes, found out from their content</source>
<translation>注釈・画像・生出力・ONNX モデル・レシピを内容で判別</translation></message>
<message><source>another anchor is best for its ground truth</source>
<translation>その正解には別のアンカーが最良</translation></message>
<message><source>another box of its own</source>
<translation>自分の別のボックス</translation></message>
<message><source>another dataset: {new}, was {old}</source>
<translation>別のデータセット：{new}、以前は {old}</translation></message>
<message><source>another ground truth</source>
<translation>別の正解</translation></message>
<message><source>another ground truth owns it</source>
<translation>別の正解が所有</translation></message>
<message><source>another ground truth takes it over</source>
<translation>別の正解が引き継ぐ</translation></message>
<message><source>another ground truth wins the contest</source>
<translation>別の正解が競合に勝つ</translation></message>
<message><source>another layout fits the ground truth better ({words}): the best scored boxes overlap it by {mean} on the mean, not {own}</source>
<translation>別のレイアウトの方が正解に合う（{words}）：最高スコアのボックスの平均の重なりは {own} ではなく {mean}</translation></message>
<message><source>another layout fits the ground truth better ({words}): {reasons}</source>
<translation>別のレイアウトの方が正解に合う（{words}）：{reasons}</translation></message>
<message><source>another recipe: {new}, was {old}</source>
<translation>別のレシピ：{new}、以前は {old}</translation></message>
<message><source>another shape is most like its ground truth's</source>
<translation>別の形状が正解に最も似る</translation></message>
<message><source>answer</source>
<translation>回答</translation></message>
<message><source>answer, near</source>
<translation>回答、近い</translation></message>
<message><source>are only read, never changed or sent anywhere</source>
<translation>読むだけで、変更や送信はしない</translation></message>
<message><source>area</source>
<translation>面積</translation></message>
<message><source>area in original px²</source>
<translation>面積、元画像 px²</translation></message>
<message><source>area left</source>
<translation>残った面積</translation></message>
<message><source>area of the box in original px², COCO's limits</source>
<translation>ボックスの面積、元画像 px²、COCO の区切り</translation></message>
<message><source>as first, the last to claim owning; one under `least` makes no anchor positive, but owns one that is</source>
<translation>first と同様で最後に主張した正解が所有。`least` 未満はアンカーを正例にしないが、正例のものを所有し得る</translation></message>
<message><source>as its {topk} best IoUs add up to {value}</source>
<translation>最良 IoU {topk} 個の和 {value} だけ</translation></message>
<message><source>as listed</source>
<translation>記載順</translation></message>
<message><source>as many as it may</source>
<translation>取れるだけ</translation></message>
<message><source>as no box of its class reaches IoU {reach:.2f}</source>
<translation>同クラスのボックスが IoU {reach:.2f} に達しないため</translation></message>
<message><source>as no box reaches IoU {reach:.2f}</source>
<translation>ボックスが IoU {reach:.2f} に達しないため</translation></message>
<message><source>as the library takes them</source>
<translation>ライブラリの取り方のまま</translation></message>
<message><source>as the recipe says</source>
<translation>レシピの通り</translation></message>
<message><source>as the trainer reports them</source>
<translation>訓練器の報告のまま</translation></message>
<message><source>as the trainer took them</source>
<translation>学習側が取ったまま</translation></message>
<message><source>ascending</source>
<translation>昇順</translation></message>
<message><source>at least one holds</source>
<translation>少なくとも一つが成り立つ</translation></message>
<message><source>at most so many negatives for each positive, or for one where none is; 0: no limit</source>
<translation>正例 1 個につき負例は最大これだけ、正例がなければ 1 個分。0：制限なし</translation></message>
<message><source>at most this share is positive; negatives fill the rest</source>
<translation>正例は最大この割合。残りは負例</translation></message>
<message><source>at step {step} · {ago}</source>
<translation>ステップ {step} · {ago}</translation></message>
<message><source>at x {x:g}, y {y:g}</source>
<translation>x {x:g}、y {y:g} の位置</translation></message>
<message><source>b</source>
<translation>b</translation></message>
<message><source>b = {b} on this level.</source>
<translation>このレベルでは b = {b}。</translation></message>
<message><source>background</source>
<translation>背景</translation></message>
<message><source>background anchors layer</source>
<translation>background anchors layer 背景 レイヤー</translation></message>
<message><source>background proposals</source>
<translation>背景の提案</translation></message>
<message><source>badly placed</source>
<translation>位置ずれ</translation></message>
<message><source>balanced L1: slope of hard coordinates</source>
<translation>balanced L1：難しい座標の傾き</translation></message>
<message><source>balanced L1: weight of easy coordinates</source>
<translation>balanced L1：易しい座標の重み</translation></message>
<message><source>bar faint</source>
<translation>棒 淡色</translation></message>
<message><source>base sides rounded to whole px, then scaled</source>
<translation>基本の辺を整数 px に丸めてから拡縮</translation></message>
<message><source>batch here</source>
<translation>ここのバッチ</translation></message>
<message><source>batch: sides are padded to multiples of this, px</source>
<translation>batch：辺をこの倍数に埋める、px</translation></message>
<message><source>batch: strides added to a side before it is rounded up</source>
<translation>batch：切り上げ前に辺に加えるストライド数</translation></message>
<message><source>bce: sigmoid of one logit; softmax: background and object; focal: sigmoid per class; cross_entropy: softmax over classes, background first; yolo: sigmoid of confidence and per class; bce_per_class: sigmoid per class against soft targets; quality_focal: the same, by the error to the power of focal_gamma</source>
<translation>bce：1 ロジットのシグモイド、softmax：背景と物体、focal：クラスごとのシグモイド、cross_entropy：クラスの softmax、背景が先頭、yolo：信頼度とクラスごとのシグモイド、bce_per_class：クラスごとのシグモイド対ソフトターゲット、quality_focal：同じで誤差の focal_gamma 乗</translation></message>
<message><source>before clipping</source>
<translation>切り詰め前</translation></message>
<message><source>behind the cut</source>
<translation>切り捨ての後</translation></message>
<message><source>best</source>
<translation>最良</translation></message>
<message><source>best IoU</source>
<translation>最良の IoU</translation></message>
<message><source>best IoU of the proposal</source>
<translation>提案の最良 IoU</translation></message>
<message><source>best IoU with a GT</source>
<translation>正解との最良 IoU</translation></message>
<message><source>best IoU with a ground truth</source>
<translation>正解との最良 IoU</translation></message>
<message><source>best IoU with a kept box</source>
<translation>保持ボックスとの最良 IoU</translation></message>
<message><source>best IoU with any anchor</source>
<translation>どれかのアンカーとの最良 IoU</translation></message>
<message><source>best IoU with any anchor compared</source>
<translation>比較したアンカーとの最良 IoU</translation></message>
<message><source>best IoU with any anchor of A</source>
<translation>A のアンカーとの最良 IoU</translation></message>
<message><source>best IoU with any anchor of B</source>
<translation>B のアンカーとの最良 IoU</translation></message>
<message><source>best IoU with any decoded box, of any class and score</source>
<translation>クラスとスコアによらず復号ボックスとの最良 IoU</translation></message>
<message><source>best IoU with any ground truth</source>
<translation>どれかの正解との最良 IoU</translation></message>
<message><source>best anchors taken</source>
<translation>最良アンカーを取られた</translation></message>
<message><source>best for GT {gt}</source>
<translation>GT {gt} に最良</translation></message>
<message><source>best for another GT</source>
<translation>別の正解に最良</translation></message>
<message><source>best for its GT</source>
<translation>その正解に最良</translation></message>
<message><source>best of boxes</source>
<translation>ボックス中最良</translation></message>
<message><source>best overlap in A</source>
<translation>A での最良の重なり</translation></message>
<message><source>best overlap in B</source>
<translation>B での最良の重なり</translation></message>
<message><source>best overlap with any ground truth</source>
<translation>どれかの正解との最良の重なり</translation></message>
<message><source>best shape</source>
<translation>最良の形状</translation></message>
<message><source>beta, of the overlap</source>
<translation>beta、重なりの</translation></message>
<message><source>beta, the knee of smooth L1</source>
<translation>beta、smooth L1 の折れ点</translation></message>
<message><source>better anchors suggest k-means kmeans recall coverage unmatched low-quality low quality statistics report findings calibration t* lost</source>
<translation>better anchors suggest k-means kmeans recall coverage より良いアンカー 提案 統計 レポート 所見 較正 未対応 低品質</translation></message>
<message><source>between thresholds crowd anchors layer</source>
<translation>between thresholds crowd anchors layer しきい値の間 レイヤー</translation></message>
<message><source>bin by bin, the sides within each</source>
<translation>ビンごとに、その中に各辺</translation></message>
<message><source>both</source>
<translation>両方</translation></message>
<message><source>both hold</source>
<translation>両方成り立つ</translation></message>
<message><source>box</source>
<translation>ボックス</translation></message>
<message><source>box h</source>
<translation>ボックス h</translation></message>
<message><source>box loss</source>
<translation>ボックス損失</translation></message>
<message><source>box loss, before weight and normaliser; positives only</source>
<translation>ボックス損失、重みと正規化の前。正例のみ</translation></message>
<message><source>box w</source>
<translation>ボックス w</translation></message>
<message><source>box x</source>
<translation>ボックス x</translation></message>
<message><source>box y</source>
<translation>ボックス y</translation></message>
<message><source>box {said}</source>
<translation>ボックス {said}</translation></message>
<message><source>boxes</source>
<translation>ボックス</translation></message>
<message><source>boxes an image</source>
<translation>画像あたりのボックス</translation></message>
<message><source>boxes are clipped to the picture</source>
<translation>ボックスは画像に切り詰める</translation></message>
<message><source>boxes are compared in network px, or as fractions of the input: rounding decides ties</source>
<translation>ボックスはネットワーク px か入力の比率で比べる：丸めが同着を決める</translation></message>
<message><source>boxes are decoded, clipped and compared by NMS in px; or as fractions of the padded input's sides less one px, far edges one px earlier, and clipped to all of it (Matterport)</source>
<translation>ボックスを px で復号・切り詰め・NMS 比較、または埋めた入力の辺 − 1 px に対する比率で、遠い辺は 1 px 手前、入力全体に切り詰める (Matterport)</translation></message>
<message><source>boxes are written without a class</source>
<translation>ボックスはクラスなしで書かれる</translation></message>
<message><source>boxes at IoU 0.10 to 0.50 with another class alone</source>
<translation>別クラスとだけ IoU 0.10〜0.50 のボックス</translation></message>
<message><source>boxes at IoU 0.50 with a ground truth of another class</source>
<translation>別クラスの正解と IoU 0.50 のボックス</translation></message>
<message><source>boxes decoded here are not that network's</source>
<translation>ここでデコードしたボックスはそのネットワークのものではない</translation></message>
<message><source>boxes found</source>
<translation>発見ボックス</translation></message>
<message><source>boxes go back by the two sizes alone, or by scale and half rest</source>
<translation>ボックスは二つのサイズだけで、または倍率と余りの半分で戻る</translation></message>
<message><source>boxes going back are clipped to the original picture</source>
<translation>戻るボックスは元画像に切り詰める</translation></message>
<message numerus="yes"><source>boxes in {n} images</source>
<translation><numerusform>ボックス、{n} 枚の画像</numerusform></translation></message>
<message><source>boxes kept in the end</source>
<translation>最後に保持するボックス数</translation></message>
<message><source>boxes leave the picture of {w} x {h} px, but would fit {h} x {w} px: is it turned?</source>
<translation>ボックスが {w} x {h} px の画像からはみ出すが、{h} x {w} px なら収まる：回転している？</translation></message>
<message><source>boxes marked as crowds or to be ignored</source>
<translation>群衆または無視の印のあるボックス</translation></message>
<message><source>boxes of the right class at IoU 0.10 to 0.50</source>
<translation>正しいクラスで IoU 0.10〜0.50 のボックス</translation></message>
<message><source>boxes of this ground truth left at each stage; near: IoU 0.50, and no other is nearer; the bar is the share of the stage before. A click on a stage lists the boxes lost there, another one all again</source>
<translation>各段階に残るこの正解のボックス。近い：IoU 0.50 で、より近い正解がない。バーは前の段階に対する割合。段階をクリックするとそこで失われたボックスだけを、もう一度クリックするとすべてを表示します</translation></message>
<message><source>boxes of which group suppress each other</source>
<translation>どの集まりのボックス同士が抑制し合うか</translation></message>
<message><source>boxes of whole px: scaled like others, or cut to whole network px (detectron2's loader of COCO JSON)</source>
<translation>整数 px のボックス：他と同様に拡縮、または整数ネットワーク px に切り捨て（detectron2 の COCO JSON ローダー）</translation></message>
<message><source>boxes on another of the same class, IoU {most:g} or more</source>
<translation>同クラスの別のボックスと IoU {most:g} 以上のボックス</translation></message>
<message><source>boxes per picture</source>
<translation>画像あたりボックス</translation></message>
<message><source>boxes that fit their picture only if read as corners instead of sizes, or the other way round</source>
<translation>サイズでなく角として読む（またはその逆）と画像に収まるボックス</translation></message>
<message><source>boxes that leave their picture by more than {most:g} px</source>
<translation>画像から {most:g} px を超えてはみ出すボックス</translation></message>
<message><source>boxes that overlap nothing by 0.10</source>
<translation>何とも 0.10 重ならないボックス</translation></message>
<message><source>boxes that tell of corners counted from 0 instead of 1, or the other way round</source>
<translation>角を 1 でなく 0 から（またはその逆）数えたらしいボックス</translation></message>
<message><source>boxes under {most:g} px at the shorter side</source>
<translation>短辺 {most:g} px 未満のボックス</translation></message>
<message><source>boxes, x, y, w, h in network px</source>
<translation>ボックス、x, y, w, h、ネットワーク px</translation></message>
<message><source>boxes, x, y, w, h over the input's sides</source>
<translation>ボックス、x, y, w, h、入力の辺に対する割合</translation></message>
<message><source>boxes, x, y, w, h over the padded input's sides, instead of deltas</source>
<translation>デルタでなくボックス、x, y, w, h、埋め込み後の入力の辺に対する割合</translation></message>
<message><source>boxes, x, y, w, h over the picture's sides, instead of deltas</source>
<translation>デルタでなくボックス、x, y, w, h、画像の辺に対する割合</translation></message>
<message><source>boxes, x1, y1, x2, y2 in network px</source>
<translation>ボックス、x1, y1, x2, y2、ネットワーク px</translation></message>
<message><source>boxes, x1, y1, x2, y2 in network px, instead of deltas</source>
<translation>デルタでなくボックス、x1, y1, x2, y2、ネットワーク px</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the input's sides</source>
<translation>ボックス、x1, y1, x2, y2、入力の辺に対する割合</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the padded input's sides, instead of deltas</source>
<translation>デルタでなくボックス、x1, y1, x2, y2、埋め込み後の入力の辺に対する割合</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the picture's sides, instead of deltas</source>
<translation>デルタでなくボックス、x1, y1, x2, y2、画像の辺に対する割合</translation></message>
<message><source>boxes.unit = "fraction", but the {n} decoded boxes reach to {most:.4g} as a rule: they seem to be in px, unit = "px"</source>
<translation>boxes.unit = "fraction" だが、{n} 個のデコード済みボックスは概ね {most:.4g} に及ぶ：px らしい、unit = "px"</translation></message>
<message><source>boxes.unit = "px", but no number of the {n} decoded boxes is beyond {most:.3g}: they seem to be fractions, unit = "fraction"</source>
<translation>boxes.unit = "px" だが、{n} 個のデコード済みボックスに {most:.3g} を超える数がない：割合らしい、unit = "fraction"</translation></message>
<message><source>but none did</source>
<translation>が、どれも取らなかった</translation></message>
<message><source>by IoU alone</source>
<translation>IoU だけで</translation></message>
<message><source>by a low score</source>
<translation>低スコアのため</translation></message>
<message><source>by a top-k</source>
<translation>top-k のため</translation></message>
<message><source>by each ground truth's own threshold of IoU, among the anchors nearest to its centre (ATSS)</source>
<translation>中心に最も近いアンカーの中から、各正解自身の IoU しきい値で (ATSS)</translation></message>
<message><source>by geometry alone</source>
<translation>幾何だけで</translation></message>
<message><source>by geometry alone: no prediction is known that would rank them</source>
<translation>幾何だけで：順位を付ける予測が分からない</translation></message>
<message><source>by score; or class by class, where boxes of the lowest score kept all stay</source>
<translation>スコア順、またはクラスごとで、最低スコアのボックスはすべて残る</translation></message>
<message><source>by suppression</source>
<translation>抑制のため</translation></message>
<message><source>by the ratios of sides, in the cell of the centre and up to two beside it (YOLOv5)</source>
<translation>辺の比により、中心のセルと隣の 2 セルまで (YOLOv5)</translation></message>
<message><source>by this one · p {score:.3f} · IoU {overlap:.4f}</source>
<translation>これによる · p {score:.3f} · IoU {overlap:.4f}</translation></message>
<message><source>by which the sides of the most similar anchor differ from its own, the worse of both</source>
<translation>最も似たアンカーの辺との違い、悪い方</translation></message>
<message><source>by {library}</source>
<translation>{library} による</translation></message>
<message><source>by {n}</source>
<translation>{n} による</translation></message>
<message><source>by {n}, {iou}</source>
<translation>{n} による、{iou}</translation></message>
<message><source>by {what}</source>
<translation>{what} による</translation></message>
<message><source>c_p is the cost of the place: {what}.</source>
<translation>c_p は場所のコスト：{what}。</translation></message>
<message><source>came with {keys}</source>
<translation>既定は {keys}</translation></message>
<message><source>candidate {n} of stage {stage}: its raw outputs are not all numbers, and a trainer's loss would be NaN</source>
<translation>ステージ {stage} の候補 {n}：生の出力に数でないものがあり、学習側の損失は NaN になります</translation></message>
<message><source>candidate_of &gt;= 1 and label == negative</source>
<translation>candidate_of &gt;= 1 and label == negative</translation></message>
<message><source>candidates</source>
<translation>候補</translation></message>
<message><source>candidates it took, before contests</source>
<translation>取った候補、競合前</translation></message>
<message><source>candidates of another ground truth too</source>
<translation>別の正解の候補でもあるもの</translation></message>
<message><source>candidates of each level: the anchors nearest to the ground truth's centre</source>
<translation>各レベルの候補：正解の中心に最も近いアンカー</translation></message>
<message><source>candidates that are another ground truth's too</source>
<translation>別の正解のものでもある候補</translation></message>
<message><source>candidates that enter NMS: per level, per class, or overall</source>
<translation>NMS に入る候補：レベルごと、クラスごと、または全体</translation></message>
<message><source>candidates that only a prediction could decide about</source>
<translation>予測だけが決められる候補</translation></message>
<message><source>cannot be decoded: {why}</source>
<translation>デコードできない：{why}</translation></message>
<message><source>cannot be opened: {why}</source>
<translation>開けない：{why}</translation></message>
<message><source>cannot be read: {why}</source>
<translation>読めない：{why}</translation></message>
<message><source>cannot be written: {why}</source>
<translation>書けない：{why}</translation></message>
<message><source>cause</source>
<translation>原因</translation></message>
<message><source>cell x, y</source>
<translation>セル x, y</translation></message>
<message><source>cells beyond the picture's own padded size, in a batch</source>
<translation>バッチ内で、画像自身の埋めたサイズを超えるセル</translation></message>
<message><source>cells by which a prediction's centre may lie beyond its own cell</source>
<translation>予測の中心が自分のセルを超えてよいセル数</translation></message>
<message><source>cells column by column</source>
<translation>セルは列ごと</translation></message>
<message><source>centre in strides from the cell's corner, exp of the sides in strides (YOLOX)</source>
<translation>中心はセルの角からストライド単位、辺はストライドの exp (YOLOX)</translation></message>
<message><source>centre outside</source>
<translation>中心が外</translation></message>
<message><source>centre shift in anchor sides</source>
<translation>アンカーの辺単位の中心移動</translation></message>
<message><source>centre, px</source>
<translation>中心, px</translation></message>
<message><source>centre, width and height are cut to the input, each by itself</source>
<translation>中心・幅・高さをそれぞれ入力に切り詰める</translation></message>
<message><source>centreness</source>
<translation>中心度</translation></message>
<message><source>change</source>
<translation>変化</translation></message>
<message><source>changed</source>
<translation>変更</translation></message>
<message><source>changed, of {anchors:,}</source>
<translation>変化、{anchors:,} 中</translation></message>
<message><source>changed, of {compared:,}</source>
<translation>変化、{compared:,} 中</translation></message>
<message><source>charts graphs histogram iou loss residual t* level</source>
<translation>charts graphs histogram グラフ 分布 iou loss residual t* level</translation></message>
<message><source>cheapest</source>
<translation>最安</translation></message>
<message><source>chosen by {words}; a click leaves the choice out</source>
<translation>{words}で選択。クリックで外す</translation></message>
<message><source>class</source>
<translation>クラス</translation></message>
<message><source>class cost</source>
<translation>クラスのコスト</translation></message>
<message><source>class names in the outputs' file: {names}, columns of its outputs: {columns}; the names are left out</source>
<translation>出力ファイルのクラス名は {names} 個、出力の列は {columns} 個：名前は使いません</translation></message>
<message><source>class {number}</source>
<translation>クラス {number}</translation></message>
<message><source>class {number} (from 0)</source>
<translation>クラス {number}（0 から）</translation></message>
<message><source>class {number}, {name}, has no box</source>
<translation>クラス {number}、{name} にはボックスがない</translation></message>
<message><source>class, score</source>
<translation>クラス、スコア</translation></message>
<message><source>classes are paired by name: the outputs number theirs otherwise than the dataset</source>
<translation>クラスは名前で対応付けています：出力の番号はデータセットと異なります</translation></message>
<message><source>classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here has no name</source>
<translation>クラスはデータセットの番号ではなく、学習側の番号（出力の列）です。ここに正解のない列には名前がありません</translation></message>
<message><source>classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here is called as the outputs' file calls it</source>
<translation>クラスはデータセットの番号ではなく、学習側の番号（出力の列）です。ここに正解のない列は出力ファイルの名前で呼びます</translation></message>
<message><source>classes that no box has</source>
<translation>ボックスのないクラス</translation></message>
<message><source>clear: {words}, recall {recall}, mean IoU {mean}, separation {apart}</source>
<translation>明確：{words}、再現率 {recall}、平均 IoU {mean}、分離 {apart}</translation></message>
<message><source>clear: {words}: the best scored boxes overlap {mean}</source>
<translation>明確：{words}：最高スコアのボックスの重なりは {mean}</translation></message>
<message><source>clear: {words}: the best scored boxes overlap {mean}, not {own}</source>
<translation>明確：{words}：最高スコアのボックスの重なりは {own} ではなく {mean}</translation></message>
<message><source>clip and size filter come before the top-k, not after</source>
<translation>切り詰めとサイズ選別は top-k の後でなく前</translation></message>
<message><source>column k is taken for class k</source>
<translation>列 k をクラス k とみなす</translation></message>
<message><source>column {surest} is the surest on the background: wanted in column 0</source>
<translation>背景で最も確信が高いのは列 {surest}：列 0 のはず</translation></message>
<message><source>compared from step {step}: drag it to another</source>
<translation>ステップ {step} から比較：別の所へドラッグ</translation></message>
<message><source>comparing</source>
<translation>比較中</translation></message>
<message><source>comparing, {done} of {total}</source>
<translation>比較中、{done} / {total}</translation></message>
<message><source>computing…</source>
<translation>計算中…</translation></message>
<message><source>confidence objectness less</source>
<translation>confidence objectness less 信頼度 下げる</translation></message>
<message><source>confidence objectness more</source>
<translation>confidence objectness more 信頼度 上げる</translation></message>
<message><source>coordinate</source>
<translation>座標</translation></message>
<message><source>coordinates in the order dh, dw, dy, dx</source>
<translation>座標の順は dh, dw, dy, dx</translation></message>
<message><source>coordinates in the order dw, dh, dx, dy</source>
<translation>座標の順は dw, dh, dx, dy</translation></message>
<message><source>coordinates in the order dx, dy, dw, dh</source>
<translation>座標の順は dx, dy, dw, dh</translation></message>
<message><source>coordinates in the order dy, dx, dh, dw</source>
<translation>座標の順は dy, dx, dh, dw</translation></message>
<message><source>coordinates whose t* is exactly 0 are left out</source>
<translation>t* がちょうど 0 の座標は除く</translation></message>
<message><source>copies from what has the keyboard</source>
<translation>キーボードのある所からコピー</translation></message>
<message><source>corners coded one by one, (x1 - x1 of the anchor) / its width and so on</source>
<translation>角を一つずつ符号化、(x1 - アンカーの x1) / アンカーの幅、など</translation></message>
<message><source>corners rounded to whole px</source>
<translation>角を整数 px に丸める</translation></message>
<message><source>cost</source>
<translation>コスト</translation></message>
<message><source>count what is missing, from where it was stopped</source>
<translation>停止した所から残りを集計</translation></message>
<message><source>counted by version {old} of the program, now {new}</source>
<translation>集計したプログラムの版は {old}、今は {new}</translation></message>
<message><source>counting</source>
<translation>集計中</translation></message>
<message><source>counts</source>
<translation>数</translation></message>
<message><source>crossed own threshold</source>
<translation>しきい値をまたいだ</translation></message>
<message><source>crossed the cut</source>
<translation>切り捨てをまたいだ</translation></message>
<message><source>crossed the ratio</source>
<translation>比をまたいだ</translation></message>
<message><source>crossed {negative:.2f}</source>
<translation>{negative:.2f} をまたいだ</translation></message>
<message><source>crossed {positive:.2f}</source>
<translation>{positive:.2f} をまたいだ</translation></message>
<message><source>crowd</source>
<translation>群衆</translation></message>
<message><source>crowd, difficult or ignored</source>
<translation>群衆・困難・無視</translation></message>
<message><source>cursor</source>
<translation>カーソル</translation></message>
<message><source>cut</source>
<translation>切り捨て</translation></message>
<message><source>cut by top-k</source>
<translation>top-k で切り捨て</translation></message>
<message><source>cut {value}</source>
<translation>切り捨て {value}</translation></message>
<message><source>cut: {taken} of {every}, {why}, {how} a {what} of {value}</source>
<translation>切り捨て：{every} 中 {taken}、{why}、{how} {what} {value}</translation></message>
<message><source>d</source>
<translation>d</translation></message>
<message><source>d = t − t*</source>
<translation>d = t − t*</translation></message>
<message numerus="yes"><source>d {d}: R {r}, {n} residuals near it</source>
<translation><numerusform>d {d}：R {r}、近くの残差 {n} 個</numerusform></translation></message>
<message><source>dataset A</source>
<translation>データセット A</translation></message>
<message><source>dataset B</source>
<translation>データセット B</translation></message>
<message><source>datasets with boxes of whole px, which detectron2's loader cuts to whole network px</source>
<translation>整数 px のボックスのデータセット、detectron2 のローダーが整数ネットワーク px に切り捨てる</translation></message>
<message><source>decoded boxes delta regression layer</source>
<translation>decoded boxes delta regression layer 復号ボックス レイヤー</translation></message>
<message><source>degenerate</source>
<translation>退化</translation></message>
<message><source>deltas bear weights {weights} (deviations {deviations})</source>
<translation>デルタに重み {weights}（偏差 {deviations}）がかかる</translation></message>
<message><source>deltas explain {found} of t*, not {own}</source>
<translation>デルタが説明するのは t* の {own} ではなく {found}</translation></message>
<message><source>deltas lie as {order}</source>
<translation>デルタの並びは {order}</translation></message>
<message><source>demo's model</source>
<translation>デモのモデル</translation></message>
<message><source>descending</source>
<translation>降順</translation></message>
<message><source>deselect unselect escape</source>
<translation>deselect unselect escape 選択解除</translation></message>
<message><source>detection {n}</source>
<translation>検出 {n}</translation></message>
<message><source>detections</source>
<translation>検出</translation></message>
<message><source>detections a picture</source>
<translation>画像あたり検出</translation></message>
<message><source>detections; of the missed, ground truths</source>
<translation>検出。未検出は正解</translation></message>
<message><source>diff difference two models</source>
<translation>diff difference two models 違い 二つのモデル</translation></message>
<message><source>differences of corners in anchor sides</source>
<translation>アンカーの辺単位の角の差</translation></message>
<message><source>difficult</source>
<translation>困難</translation></message>
<message><source>distance</source>
<translation>距離</translation></message>
<message><source>distance length size</source>
<translation>distance length size 距離 長さ</translation></message>
<message><source>distances from a point to the four sides of its box (FCOS, RTMDet, YOLOv8 to YOLO26)</source>
<translation>点からボックスの 4 辺までの距離（FCOS、RTMDet、YOLOv8〜YOLO26）</translation></message>
<message><source>distances l, t, r, b in px</source>
<translation>距離 l, t, r, b、px</translation></message>
<message><source>distances l, t, r, b in strides</source>
<translation>距離 l, t, r, b、ストライド単位</translation></message>
<message><source>distribution</source>
<translation>分布</translation></message>
<message><source>distribution focal loss of the side</source>
<translation>辺の distribution focal loss</translation></message>
<message><source>divided by the normaliser of its sum</source>
<translation>その和の正規化で割る</translation></message>
<message><source>doctor misfit channels order wrong predictions fit</source>
<translation>doctor misfit channels order wrong predictions fit チャンネル 順序 合わない</translation></message>
<message><source>does not exist, wanted {wanted}</source>
<translation>存在しない、必要なのは{wanted}</translation></message>
<message><source>does not fit into the memory</source>
<translation>メモリーに収まらない</translation></message>
<message><source>double click or Enter: look at it</source>
<translation>ダブルクリックか Enter：見る</translation></message>
<message><source>doubtful: the best scored boxes overlap the {count} ground truths by {mean} on the mean; an untrained network fits no reading</source>
<translation>不確か：最高スコアのボックスと {count} 個の正解の平均の重なりは {mean}。未学習のネットワークにはどの読み方も合わない</translation></message>
<message><source>doubtful: {doubt}</source>
<translation>不確か：{doubt}</translation></message>
<message><source>doubtful: {words}, or {others}; more pictures tell more</source>
<translation>不確か：{words}、または{others}。画像が多いほど分かる</translation></message>
<message><source>down to</source>
<translation>下限</translation></message>
<message><source>drag over the picture; without this, drag with Shift</source>
<translation>画像上をドラッグ。これなしでは Shift を押してドラッグ</translation></message>
<message><source>drag, or ← and →, to show more of A or of B</source>
<translation>ドラッグか ← → で A か B を多く見せる</translation></message>
<message><source>drawn of {n} foreground</source>
<translation>前景 {n} 個から抽出</translation></message>
<message><source>duplicate</source>
<translation>重複</translation></message>
<message><source>d{}</source>
<translation>d{}</translation></message>
<message><source>each class of an anchor, or the best one alone</source>
<translation>アンカーの各クラス、または最良のみ</translation></message>
<message><source>each ground truth's best anchor in such cells is positive, the first of those that tie for it</source>
<translation>そのセルでの各正解の最良アンカーは正例、同着は最初のもの</translation></message>
<message><source>each ground truth's best anchor is positive too, the first of those that tie for it</source>
<translation>各正解の最良アンカーも正例、同着は最初のもの</translation></message>
<message><source>each ground truth's best anchors are positive too, every one that ties for it</source>
<translation>各正解の最良アンカーも正例、同着は全部</translation></message>
<message><source>each ground truth's best anchors in such cells are positive, every one that ties for it</source>
<translation>そのセルでの各正解の最良アンカーは正例、同着は全部</translation></message>
<message><source>each level's number of anchors, boxes and classes by its number of pairs</source>
<translation>各レベルのアンカー・ボックス・クラス数をその組数で</translation></message>
<message><source>edge, network px, clipped</source>
<translation>辺、ネットワーク px、切り詰め済み</translation></message>
<message><source>edges, network px</source>
<translation>辺、ネットワーク px</translation></message>
<message><source>empty</source>
<translation>空</translation></message>
<message><source>end_</source>
<translation>end_</translation></message>
<message><source>ends 1 px before the edge of {picture}, and no box ends at it: is the last pixel meant to be in?</source>
<translation>は{picture}の端の 1 px 手前で終わり、端で終わるボックスはない：最後のピクセルも含めるはず？</translation></message>
<message><source>ends before it starts; as x, y, width, height {x:g}, {y:g}, {w:g}, {h:g} it would fit {picture}; or are its corners exchanged?</source>
<translation>は始点より前で終わる。x、y、幅、高さ {x:g}、{y:g}、{w:g}、{h:g} なら{picture}に収まる。角が入れ替わっている？</translation></message>
<message><source>enlarged or kept and padded all around, with boxes that follow as masks (Matterport's Mask R-CNN)</source>
<translation>拡大またはそのままで四方を埋め、ボックスはマスクとして従う（Matterport の Mask R-CNN）</translation></message>
<message><source>enough candidates</source>
<translation>候補は十分</translation></message>
<message><source>error</source>
<translation>エラー</translation></message>
<message><source>evaluating</source>
<translation>評価中</translation></message>
<message><source>every anchor of the picture by its label, whatever the layers draw and the filter lets through</source>
<translation>レイヤーの描画やフィルターによらず、画像の全アンカーのラベル</translation></message>
<message><source>every anchor that is not ignored</source>
<translation>無視でない全アンカー</translation></message>
<message><source>every anchor ties at IoU 0 and becomes positive</source>
<translation>全アンカーが IoU 0 で同着、正例になる</translation></message>
<message><source>every anchor ties at IoU 0, and is negative again for being below the threshold</source>
<translation>全アンカーが IoU 0 で同着だが、しきい値未満で再び負例</translation></message>
<message><source>every anchor ties at IoU 0, and the very first becomes positive</source>
<translation>全アンカーが IoU 0 で同着、最初の一つが正例になる</translation></message>
<message><source>every box is of a class that the dataset does not have</source>
<translation>すべてのボックスがデータセットにないクラス</translation></message>
<message><source>every box layer dense</source>
<translation>every box layer dense 全ボックス レイヤー</translation></message>
<message><source>every field of this stage that differs, at once</source>
<translation>この段で違う項目すべて、一度に</translation></message>
<message><source>every proposal of this stage by its label, and any ground truths among them</source>
<translation>この段の全提案のラベルと、その中の正解</translation></message>
<message numerus="yes"><source>every {n} steps</source>
<translation><numerusform>{n} ステップごと</numerusform></translation></message>
<message><source>example sample start</source>
<translation>example sample start 例 開始</translation></message>
<message><source>exit close leave</source>
<translation>exit close leave 終了 閉じる</translation></message>
<message><source>exp(−cost)</source>
<translation>exp(−cost)</translation></message>
<message><source>expected over samples</source>
<translation>標本での期待値</translation></message>
<message><source>expected {value}</source>
<translation>期待値 {value}</translation></message>
<message><source>exponent of the overlap</source>
<translation>重なりの指数</translation></message>
<message><source>exponent of the score</source>
<translation>スコアの指数</translation></message>
<message><source>factor of each class, of cross_entropy the background's first; none: 1 each</source>
<translation>各クラスの係数、cross_entropy では背景が先頭。空なら各 1</translation></message>
<message><source>factor of that loss</source>
<translation>その損失の係数</translation></message>
<message><source>factor of the IoU cost</source>
<translation>IoU コストの係数</translation></message>
<message><source>factor of the box loss (lambda)</source>
<translation>ボックス損失の係数 (lambda)</translation></message>
<message><source>factor of the class cost</source>
<translation>クラスのコストの係数</translation></message>
<message><source>factor of the cross entropy of an output `centreness`; 0: the network has no such output</source>
<translation>出力 `centreness` の交差エントロピーの係数。0：その出力がない</translation></message>
<message><source>factor of the objectness or class loss</source>
<translation>objectness またはクラス損失の係数</translation></message>
<message><source>factor of the positives in the objectness loss</source>
<translation>objectness 損失での正例の係数</translation></message>
<message><source>factor of the smooth L1 of an output `landmarks`, coded as centres are and divided by the positives whose face has some; 0: the network has no such output</source>
<translation>出力 `landmarks` の smooth L1 の係数。中心と同様に符号化し、顔にそれがある正例数で割る。0：その出力がない</translation></message>
<message><source>factors of t, in that order</source>
<translation>t の係数、その順で</translation></message>
<message><source>fate</source>
<translation>行方</translation></message>
<message><source>fate in A</source>
<translation>A での行方</translation></message>
<message><source>fate in B</source>
<translation>B での行方</translation></message>
<message><source>fate suppressed kept nms top-k too small low score cut steps</source>
<translation>fate suppressed kept nms top-k too small low score cut steps 行方 抑制 保持</translation></message>
<message><source>feature level</source>
<translation>feature level レベル</translation></message>
<message><source>feature maps of {found} cells do not fit an input of {w} x {h} px</source>
<translation>{found} セルの特徴マップは {w} x {h} px の入力に合わない</translation></message>
<message><source>feature side = side / nominal stride, rounded so</source>
<translation>特徴の辺 = 辺 / 名目ストライド、この丸めで</translation></message>
<message><source>few</source>
<translation>少</translation></message>
<message><source>few candidates</source>
<translation>候補が少ない</translation></message>
<message><source>field</source>
<translation>項目</translation></message>
<message><source>file</source>
<translation>ファイル</translation></message>
<message><source>files beside the dataset that look like annotations and were not read</source>
<translation>注釈らしいが読まれていない、データセットの隣のファイル</translation></message>
<message><source>fill plain</source>
<translation>塗り</translation></message>
<message><source>fill prediction</source>
<translation>塗り 予測</translation></message>
<message><source>final cut</source>
<translation>最終切り捨て</translation></message>
<message><source>final detections</source>
<translation>最終検出</translation></message>
<message><source>find and run any command (Ctrl+K)</source>
<translation>コマンドを検索して実行 (Ctrl+K)</translation></message>
<message><source>first</source>
<translation>第 1</translation></message>
<message><source>first centre (x, y) px of each level, instead of offset; empty: offset</source>
<translation>offset の代わりの、各レベルの最初の中心 (x, y) px。空：offset</translation></message>
<message><source>first centre, in base boxes</source>
<translation>最初の中心、基本ボックス単位</translation></message>
<message><source>first centre, in strides</source>
<translation>最初の中心、ストライド単位</translation></message>
<message><source>fit</source>
<translation>適合</translation></message>
<message><source>fits none: {name}</source>
<translation>どれにも合わない：{name}</translation></message>
<message><source>flat index</source>
<translation>通し番号</translation></message>
<message><source>flat index in A</source>
<translation>A の通し番号</translation></message>
<message><source>flat index in the recipe's order</source>
<translation>レシピの順の通し番号</translation></message>
<message><source>float dock undock detach rearrange</source>
<translation>float dock undock detach rearrange パネル 切り離し</translation></message>
<message><source>float | None</source>
<translation>float | None</translation></message>
<message><source>floor(padded side / feature side) per axis, the exact quotient, or the nominal stride</source>
<translation>軸ごとに floor(埋めた辺 / 特徴の辺)、正確な商、または名目ストライド</translation></message>
<message><source>focal: how much easy answers are damped</source>
<translation>focal：易しい回答の減衰の度合い</translation></message>
<message><source>focal: targets are drawn so far towards one half</source>
<translation>focal：ターゲットを 1/2 に寄せる度合い</translation></message>
<message><source>focal: weight of the right class; the others have 1 - alpha</source>
<translation>focal：正しいクラスの重み。他は 1 - alpha</translation></message>
<message><source>for want of a positive anchor</source>
<translation>正例アンカーがないため</translation></message>
<message><source>for {n}</source>
<translation>{n} に対し</translation></message>
<message><source>foreground</source>
<translation>前景</translation></message>
<message><source>foreground matched low-quality low quality anchors layer</source>
<translation>foreground matched low-quality anchors layer 前景 レイヤー</translation></message>
<message><source>foreground proposals</source>
<translation>前景の提案</translation></message>
<message><source>foreground, background or ignored</source>
<translation>前景・背景・無視</translation></message>
<message><source>formula equation t* target delta encode decode smooth l1 beta lambda loss iou nms help documentation</source>
<translation>formula equation 数式 t* target delta encode decode smooth l1 beta lambda loss iou nms ヘルプ 文書</translation></message>
<message><source>found</source>
<translation>検出</translation></message>
<message><source>found, of {judged} judged by the predictions</source>
<translation>検出、予測で判定した {judged} 個中</translation></message>
<message><source>four numbers for each class, the background's unused among them; for each class; or for all</source>
<translation>クラスごとに 4 つ（背景の未使用分を含む）、クラスごとに 4 つ、または共通の 4 つ</translation></message>
<message><source>fourth</source>
<translation>第 4</translation></message>
<message><source>fractions of the input</source>
<translation>入力に対する比</translation></message>
<message><source>from class scores and boxes to detections</source>
<translation>クラススコアとボックスから検出へ</translation></message>
<message><source>from decoded boxes to proposals or detections</source>
<translation>復号ボックスから提案または検出へ</translation></message>
<message><source>from x {x1:.0f} to {x2:.0f} and y {y1:.0f} to {y2:.0f} px</source>
<translation>x {x1:.0f}〜{x2:.0f}、y {y1:.0f}〜{y2:.0f} px</translation></message>
<message><source>given by contest</source>
<translation>競合で渡された</translation></message>
<message><source>gives each panel a title, to drag it elsewhere, out of the window, or close it</source>
<translation>各パネルに題を付け、別の所や窓の外へ移動、または閉じられるようにする</translation></message>
<message><source>glossary</source>
<translation>用語集</translation></message>
<message><source>go to the newest step and follow on (Shift+End)</source>
<translation>最新のステップへ行き追跡 (Shift+End)</translation></message>
<message><source>ground truth</source>
<translation>正解</translation></message>
<message><source>ground truth in B</source>
<translation>B の正解</translation></message>
<message><source>ground truth that joins</source>
<translation>加わる正解</translation></message>
<message><source>ground truth {number}</source>
<translation>正解 {number}</translation></message>
<message><source>ground truth {number} ({name})</source>
<translation>正解 {number}（{name}）</translation></message>
<message><source>ground truth {number} ({name}) at {corners}</source>
<translation>正解 {number}（{name}）{corners}</translation></message>
<message><source>ground truth {n}</source>
<translation>正解 {n}</translation></message>
<message><source>ground truth {n} is of {kind}, but the outputs have {columns}: no loss</source>
<translation>正解 {n} は{kind}だが、出力は {columns} クラス：損失なし</translation></message>
<message><source>ground truth, counted from 1</source>
<translation>正解、1 から数える</translation></message>
<message><source>ground truths</source>
<translation>正解</translation></message>
<message><source>ground truths are called as the outputs call them</source>
<translation>正解は出力の名前で呼びます</translation></message>
<message><source>ground truths are clipped to the resized picture</source>
<translation>正解は拡縮後の画像に切り詰める</translation></message>
<message><source>ground truths found</source>
<translation>検出された正解</translation></message>
<message><source>ground truths marked crowd: dropped by the loader, used, or ignoring the anchors in them</source>
<translation>群衆の正解：ローダーが捨てる、使う、または中のアンカーを無視</translation></message>
<message><source>ground truths marked difficult, likewise</source>
<translation>困難な正解、同様</translation></message>
<message><source>ground truths reached</source>
<translation>到達した正解</translation></message>
<message><source>ground truths without a box, and behind no class or localisation error</source>
<translation>ボックスがなく、クラスや位置のエラーの背後にもない正解</translation></message>
<message><source>ground truths without any side left are dropped</source>
<translation>辺の残らない正解は捨てる</translation></message>
<message numerus="yes"><source>ground truths {list}</source>
<translation><numerusform>正解 {list}</numerusform></translation></message>
<message><source>gt</source>
<translation>gt</translation></message>
<message><source>gt truth object boxes annotations class layer</source>
<translation>gt truth object boxes annotations class layer 正解 注釈 レイヤー</translation></message>
<message><source>h</source>
<translation>h</translation></message>
<message><source>h, px</source>
<translation>h, px</translation></message>
<message><source>half of the rest before the picture, or none</source>
<translation>余りの半分を画像の前に、またはなし</translation></message>
<message><source>has annotations without the images they are of: it is not all of COCO</source>
<translation>アノテーションに対応する images がなく、完全な COCO ではありません</translation></message>
<message><source>has its centre beyond the picture</source>
<translation>中心が画像の外にある</translation></message>
<message><source>has no box</source>
<translation>ボックスがない</translation></message>
<message><source>has no width or no height</source>
<translation>は幅か高さがない</translation></message>
<message><source>has the area of other corners: as corners {x}, {y}, {right}, {bottom} it would fit {picture}</source>
<translation>は別の角の面積を持つ：角 {x}、{y}、{right}、{bottom} なら{picture}に収まる</translation></message>
<message><source>has {size} bytes, over the limit of {most}</source>
<translation>{size} バイトで、上限 {most} を超える</translation></message>
<message><source>heatmap overlay map</source>
<translation>heatmap overlay map ヒートマップ</translation></message>
<message><source>heatmap overlay map objectness confidence</source>
<translation>heatmap overlay map objectness confidence ヒートマップ</translation></message>
<message><source>height</source>
<translation>高さ</translation></message>
<message><source>height over width</source>
<translation>高さ÷幅</translation></message>
<message><source>height over width, a list per level or one for all</source>
<translation>高さ÷幅、レベルごとの一覧か全体で一つ</translation></message>
<message><source>height, network px</source>
<translation>高さ、ネットワーク px</translation></message>
<message><source>here</source>
<translation>ここ</translation></message>
<message><source>highest overlap with any anchor</source>
<translation>どれかのアンカーとの最大の重なり</translation></message>
<message><source>highest score of a box that reaches IoU 0.50</source>
<translation>IoU 0.50 のボックスの最高スコア</translation></message>
<message><source>holds a model's weights alone; open its ONNX export, or a dump of its raw outputs</source>
<translation>モデルの重みだけ。その ONNX エクスポートか生出力のダンプを開く</translation></message>
<message><source>holds annotations without scores: a dataset, not the results of a detector</source>
<translation>スコアのないアノテーションです：検出器の結果ではなくデータセット</translation></message>
<message><source>holds no image that can be used: {why}</source>
<translation>使える画像がありません：{why}</translation></message>
<message><source>holds no meta.json, .npz or .txt of boxes, {wanted}</source>
<translation>meta.json も .npz もボックスの .txt もありません。{wanted}</translation></message>
<message><source>holds no meta.json, wanted the folder of a raw-output dump</source>
<translation>meta.json がありません。必要なのは生出力ダンプのフォルダ</translation></message>
<message><source>holds no pictures</source>
<translation>画像がない</translation></message>
<message><source>holds only {kinds}, {wanted}</source>
<translation>{kinds} だけがある、{wanted}</translation></message>
<message><source>holds {n} meta.json, wanted one, at its top or in its only folder</source>
<translation>meta.json が {n} 個あります。必要なのは最上位か唯一のフォルダに 1 個</translation></message>
<message><source>how boxes go back to the original picture</source>
<translation>ボックスが元画像に戻るまで</translation></message>
<message><source>how far t* stays from 0 and 1, 0: as it is</source>
<translation>t* が 0 と 1 から離れる幅、0：そのまま</translation></message>
<message><source>how ground truths follow the picture into the network</source>
<translation>正解が画像とともにネットワークに入るまで</translation></message>
<message><source>how many change label or ground truth when only this field of A takes the value of B</source>
<translation>A のこの項目だけを B の値にしたとき、ラベルか正解が変わる数</translation></message>
<message><source>how many decoded boxes are left after each step; the bar is the share that passed it. R@0.5, R@0.7: recall, the share of ground truths that some box left at that step covers at that IoU</source>
<translation>各段階の後に残る復号ボックスの数。棒は通った割合。R@0.5、R@0.7：再現率、残ったボックスがその IoU で覆う正解の割合</translation></message>
<message><source>how many ground truths it is a candidate of</source>
<translation>いくつの正解の候補か</translation></message>
<message><source>how many it may take: the sum of its best IoUs</source>
<translation>取れる数：最良 IoU の和</translation></message>
<message><source>how much of the targets t* the outputs t explain: 1 all of it, 0 no more than zeros would, below 0 even less; 1 less the mean distance of t and t* over the mean size of t*, over the positive anchors</source>
<translation>出力 t がターゲット t* をどれだけ説明するか：1 は全部、0 は零と同じ、0 未満はそれ以下。1 −（t と t* の平均距離）÷（t* の平均の大きさ）、正のアンカーで</translation></message>
<message><source>how much the score rises</source>
<translation>スコアの上がり幅</translation></message>
<message><source>how the arrays would have to be read; 'as the recipe says' is the reading shown now</source>
<translation>配列の読み方。「レシピの通り」は現在の読み方</translation></message>
<message><source>how they were found; the best of the same cost first: {by}</source>
<translation>見つけ方。同コストでは最良が先：{by}</translation></message>
<message><source>if one is the background's, a layout can say so</source>
<translation>背景の列があれば、レイアウトで示せる</translation></message>
<message><source>ignore &gt;</source>
<translation>無視 &gt;</translation></message>
<message><source>ignore threshold</source>
<translation>無視しきい値</translation></message>
<message><source>ignored</source>
<translation>無視</translation></message>
<message><source>ignored anchors</source>
<translation>無視アンカー</translation></message>
<message><source>ignored only where a class's probability is over this; 0: always</source>
<translation>クラスの確率がこれを超える所だけ無視。0：常に</translation></message>
<message><source>ignored proposals</source>
<translation>無視の提案</translation></message>
<message><source>ignored region</source>
<translation>無視領域</translation></message>
<message><source>image</source>
<translation>画像</translation></message>
<message><source>image {place} of {count}</source>
<translation>画像 {place} / {count}</translation></message>
<message><source>images</source>
<translation>画像</translation></message>
<message><source>images with outputs</source>
<translation>出力のある画像</translation></message>
<message><source>images without a positive</source>
<translation>正例のない画像</translation></message>
<message><source>images: {now}, was {before}</source>
<translation>画像：{now}、以前は {before}</translation></message>
<message><source>in all</source>
<translation>全体で</translation></message>
<message><source>in an ignored region in one of them</source>
<translation>一方では無視領域内</translation></message>
<message><source>in both grids: of one level, size and ratio, and at one place of the picture: its cell where both scale it alike, else all edges within 2 network px</source>
<translation>両方のグリッドに: レベル、サイズ、比が同じで、画像の同じ場所にある (画像の倍率が同じなら同じセル、そうでなければすべての辺がネットワークの 2 px 以内)</translation></message>
<message><source>in double around the origin, not rounded (detectron2)</source>
<translation>double、原点の周り、丸めなし (detectron2)</translation></message>
<message><source>in double around the origin, ratios of width to height (Matterport's Mask R-CNN)</source>
<translation>double、原点の周り、比率は幅÷高さ（Matterport の Mask R-CNN）</translation></message>
<message><source>in double, octaves of a base size that follows the input's own stride (EfficientDet)</source>
<translation>double、入力自身のストライドに従う基本サイズのオクターブ (EfficientDet)</translation></message>
<message><source>in double, sides rounded for each ratio, then scaled; inclusive pixels (the article's code)</source>
<translation>double、比率ごとに辺を丸めて拡縮、端を含むピクセル（論文のコード）</translation></message>
<message><source>in double, then float32 fractions of the input: centre, width and height (ssd.pytorch)</source>
<translation>double、次に入力に対する float32 の比率：中心・幅・高さ (ssd.pytorch)</translation></message>
<message><source>in double, then float32 fractions of the input: squares in px of it (RetinaFace)</source>
<translation>double、次に入力に対する float32 の比率：その px の正方形 (RetinaFace)</translation></message>
<message><source>in float32 around the first centre (MMDetection)</source>
<translation>float32、最初の中心の周り (MMDetection)</translation></message>
<message><source>in float32 around the origin, corners rounded half to even (torchvision)</source>
<translation>float32、原点の周り、角は偶数丸め (torchvision)</translation></message>
<message><source>in float32, corners rounded, inclusive pixels (MMDetection's version 1)</source>
<translation>float32、角を丸め、端を含むピクセル（MMDetection バージョン 1）</translation></message>
<message><source>in float32, fractions of the input (SSD)</source>
<translation>float32、入力の比率 (SSD)</translation></message>
<message><source>in its cell</source>
<translation>このセル内</translation></message>
<message><source>in its picture</source>
<translation>元の画像で</translation></message>
<message><source>in its stored picture</source>
<translation>保存された画像内で</translation></message>
<message><source>in the assignment</source>
<translation>割り当て内</translation></message>
<message><source>in the cell beside, nearer to this one than to the other</source>
<translation>隣のセルで、他よりこちらに近い所</translation></message>
<message><source>in the cost x of ground truths counts by the input's height (as YOLOv7), or by its width</source>
<translation>コストの x 方向を入力の高さで数える（YOLOv7 と同じ）、または幅で</translation></message>
<message><source>in the library's order</source>
<translation>ライブラリの順で</translation></message>
<message><source>in the mini-batch</source>
<translation>ミニバッチ内</translation></message>
<message><source>in the mosaic</source>
<translation>モザイクで</translation></message>
<message><source>in the network's input</source>
<translation>ネットワークの入力で</translation></message>
<message><source>in the order of the RPN's list; a ground truth joins in training</source>
<translation>RPN の一覧順。訓練では正解が加わる</translation></message>
<message><source>in the order of the way: the furthest first; a ground truth joins the proposals in training</source>
<translation>道筋の順：最も遠くまで行ったものが先。訓練では正解が提案に加わる</translation></message>
<message><source>in the sums</source>
<translation>和に入る</translation></message>
<message><source>in {n} pairs with ground truths</source>
<translation>正解との {n} 組</translation></message>
<message><source>index</source>
<translation>番号</translation></message>
<message><source>information</source>
<translation>情報</translation></message>
<message><source>input {w} × {h}</source>
<translation>入力 {w} × {h}</translation></message>
<message><source>inside a ground truth</source>
<translation>正解の内側</translation></message>
<message><source>inside a ground truth or near its centre</source>
<translation>正解の内側か中心の近く</translation></message>
<message><source>inside it</source>
<translation>内側</translation></message>
<message><source>inside it or near its centre</source>
<translation>内側か中心の近く</translation></message>
<message><source>into ``size`` with the picture's own aspect in whole numbers, and padded to it (darknet)</source>
<translation>画像自身の縦横比のまま整数で ``size`` に入れ、埋める (darknet)</translation></message>
<message><source>into ``size`` with the picture's own aspect, and padded to it</source>
<translation>画像自身の縦横比のまま ``size`` に入れ、埋める</translation></message>
<message><source>into ``size`` with the picture's own aspect, boxes moved by the whole px painted (Ultralytics' letterbox)</source>
<translation>画像自身の縦横比のまま ``size`` に入れ、ボックスは塗った整数 px だけ移動（Ultralytics のレターボックス）</translation></message>
<message><source>into ``size`` with the picture's own aspect, half of the rest painted on each side (YOLOv5's letterbox)</source>
<translation>画像自身の縦横比のまま ``size`` に入れ、余りを両側に半分ずつ塗る（YOLOv5 のレターボックス）</translation></message>
<message><source>iou</source>
<translation>iou</translation></message>
<message><source>iou &gt; 0.4 and label == {label}</source>
<translation>iou &gt; 0.4 and label == {label}</translation></message>
<message><source>iou: -ln IoU, 1 - IoU or 1 - IoU^2</source>
<translation>iou：-ln IoU、1 - IoU、または 1 - IoU^2</translation></message>
<message><source>is JSON, but {what}, wanted COCO results: a list of image_id, category_id, bbox and score</source>
<translation>JSON ですが、{what}。必要なのは COCO の結果：image_id, category_id, bbox, score のリスト</translation></message>
<message><source>is JSON, but {what}, {wanted}</source>
<translation>JSON ですが、{what}。{wanted}</translation></message>
<message><source>is a .zip that holds no meta.json, so no raw-output dump; unpack a dataset first</source>
<translation>meta.json のない .zip で、生出力ダンプではありません。データセットは先に展開してください</translation></message>
<message><source>is a JSON list without scores, wanted COCO results: image_id, category_id, bbox, score</source>
<translation>スコアのない JSON リストです。必要なのは COCO の結果：image_id, category_id, bbox, score</translation></message>
<message><source>is a folder, wanted a file name</source>
<translation>フォルダーである、必要なのはファイル名</translation></message>
<message><source>is a link, and nothing is written through one; choose another name</source>
<translation>リンクであり、リンク越しには書かない。別の名前を選ぶ</translation></message>
<message><source>is a list of detections; open it as predictions of its dataset</source>
<translation>検出の一覧である。そのデータセットの予測として開く</translation></message>
<message><source>is below</source>
<translation>未満</translation></message>
<message><source>is empty (0 bytes)</source>
<translation>空である（0 バイト）</translation></message>
<message><source>is empty (0 bytes), wanted JSON</source>
<translation>空です（0 バイト）。必要なのは JSON</translation></message>
<message><source>is empty (0 bytes), wanted a picture</source>
<translation>空である（0 バイト）、必要なのは画像</translation></message>
<message><source>is empty (0 bytes), wanted rows of a table</source>
<translation>空です（0 バイト）。必要なのは表の行</translation></message>
<message><source>is empty, {wanted}</source>
<translation>空である、{wanted}</translation></message>
<message><source>is given the anchors ground truth {n} makes positive at IoU 0</source>
<translation>正解 {n} が IoU 0 で正例にするアンカーを与えられる</translation></message>
<message><source>is left without width or height by rounding</source>
<translation>は丸めで幅か高さがなくなる</translation></message>
<message><source>is marked {kind}, {area:.6g} px²</source>
<translation>は {kind} の印、{area:.6g} px²</translation></message>
<message><source>is neither a file nor a folder, wanted {wanted}</source>
<translation>ファイルでもフォルダーでもない、必要なのは{wanted}</translation></message>
<message><source>is nested too deep after byte {at}</source>
<translation>バイト {at} の後で入れ子が深すぎます</translation></message>
<message><source>is nested too deep at byte {at}</source>
<translation>バイト {at} で入れ子が深すぎます</translation></message>
<message><source>is no ONNX model, or cut off: {why}</source>
<translation>ONNX モデルでないか、途中で切れています：{why}</translation></message>
<message><source>is no TOML: {why}</source>
<translation>TOML ではない：{why}</translation></message>
<message><source>is no file, wanted a picture</source>
<translation>ファイルではない、必要なのは画像</translation></message>
<message><source>is no picture by its name</source>
<translation>名前からして画像ではない</translation></message>
<message><source>is not JSON that can be read: nested too deep</source>
<translation>読める JSON ではない：入れ子が深すぎる</translation></message>
<message><source>is not JSON: line {line}, column {column}: {why}</source>
<translation>JSON ではない：{line} 行 {column} 列：{why}</translation></message>
<message><source>is not JSON: {why}</source>
<translation>JSON ではない：{why}</translation></message>
<message><source>is not VOC: its root is &lt;annotations&gt;; and not CVAT: it holds no &lt;image&gt; or &lt;track&gt;</source>
<translation>VOC ではありません（ルートが &lt;annotations&gt;）。CVAT でもありません（&lt;image&gt; も &lt;track&gt; もなし）</translation></message>
<message><source>is not a folder of pictures</source>
<translation>画像のフォルダーではない</translation></message>
<message><source>is not a pickle, or cut off: {why}</source>
<translation>pickle でないか、途中で切れています：{why}</translation></message>
<message><source>is not a picture that can be read: it is {kind}, wanted JPEG, PNG or the like</source>
<translation>読める画像ではない：{kind} である、必要なのは JPEG、PNG など</translation></message>
<message><source>is not a picture: it starts with {found}</source>
<translation>画像ではない：先頭は {found}</translation></message>
<message><source>is not over</source>
<translation>を超えない</translation></message>
<message><source>is not text: it holds a zero byte at {at}</source>
<translation>テキストではない：{at} に 0 のバイトがある</translation></message>
<message><source>is not {encoding}: byte 0x{byte} at {at}</source>
<translation>{encoding} ではない：{at} にバイト 0x{byte}</translation></message>
<message><source>is of no known kind ({suffix}), {wanted}</source>
<translation>未知の種類（{suffix}）、{wanted}</translation></message>
<message><source>is of no known kind, {wanted}</source>
<translation>未知の種類、{wanted}</translation></message>
<message><source>is of rules that rank</source>
<translation>順位を付ける規則のもの</translation></message>
<message><source>is one of several names of a file (hard links); choose another name</source>
<translation>一つのファイルの複数の名前の一つ（ハードリンク）。別の名前を選ぶ</translation></message>
<message><source>is over</source>
<translation>を超える</translation></message>
<message><source>is packed with gzip; unpack it first</source>
<translation>gzip で圧縮されている。先に展開する</translation></message>
<message><source>is {encoding}, wanted UTF-8</source>
<translation>{encoding} です。必要なのは UTF-8</translation></message>
<message><source>is {value:.3g} px at its shorter side</source>
<translation>の短辺は {value:.3g} px</translation></message>
<message><source>is {value:.4g} {unit} at its smaller side</source>
<translation>の小さい辺は {value:.4g} {unit}</translation></message>
<message><source>it can only take anchors of others, as far as those cost little.</source>
<translation>他のアンカーをコストの低い限り取れるだけ。</translation></message>
<message><source>it can only take points of others, as far as those cost little.</source>
<translation>他の点をコストの低い限り取れるだけ。</translation></message>
<message><source>it can only take those of others, at a cost of 100,000 more.</source>
<translation>他のものを 100,000 高いコストで取れるだけ。</translation></message>
<message><source>it costs least for</source>
<translation>コスト最小は</translation></message>
<message><source>it does not hold</source>
<translation>成り立たない</translation></message>
<message><source>it fell behind the cut</source>
<translation>切り捨ての後に落ちた</translation></message>
<message><source>it gets no anchor</source>
<translation>アンカーを得ない</translation></message>
<message><source>it has none</source>
<translation>なし</translation></message>
<message><source>it stays after contests in one of them</source>
<translation>一方だけ競合後に残る</translation></message>
<message><source>it took none</source>
<translation>どれも取らなかった</translation></message>
<message><source>it took the {chosen:,} {superlative}, {towards} {cut}</source>
<translation>{superlative}の {chosen:,} 個を取った、{towards} {cut}</translation></message>
<message><source>it took the {superlative} one, at {cut}</source>
<translation>{superlative}の 1 個を取った、{cut}</translation></message>
<message><source>its centre is not inside the ground truth</source>
<translation>中心が正解の内側にない</translation></message>
<message><source>its class</source>
<translation>そのクラス</translation></message>
<message><source>its cost crossed the cut</source>
<translation>コストが切り捨てをまたいだ</translation></message>
<message><source>its cost for the ground truth it costs least</source>
<translation>コスト最小の正解でのコスト</translation></message>
<message><source>its label in the stage, and whether it is in the mini-batch</source>
<translation>段でのラベルと、ミニバッチに入るか</translation></message>
<message><source>its likeliest class</source>
<translation>最もありそうなクラス</translation></message>
<message><source>its metric crossed the cut</source>
<translation>指標が切り捨てをまたいだ</translation></message>
<message><source>its name</source>
<translation>その名前</translation></message>
<message><source>its own</source>
<translation>自分の</translation></message>
<message><source>its prediction crossed the ignore threshold</source>
<translation>予測が無視しきい値をまたいだ</translation></message>
<message><source>its root is &lt;{found}&gt;, wanted &lt;{root}&gt;</source>
<translation>ルートは &lt;{found}&gt;、必要なのは &lt;{root}&gt;</translation></message>
<message><source>its shape crossed the threshold for further anchors</source>
<translation>形状が追加のしきい値をまたいだ</translation></message>
<message><source>judged</source>
<translation>判定</translation></message>
<message><source>just as much and which comes first</source>
<translation>同等で先に来る</translation></message>
<message><source>just as much, and comes first,</source>
<translation>同等で、先に来て、</translation></message>
<message><source>just as much, which comes first</source>
<translation>同等で、そちらが先</translation></message>
<message><source>k</source>
<translation>k</translation></message>
<message><source>k of the first of them</source>
<translation>その最初の k</translation></message>
<message><source>keep sides &gt;= or &gt; min_size</source>
<translation>辺 &gt;= または &gt; min_size を残す</translation></message>
<message><source>kept</source>
<translation>保持</translation></message>
<message><source>kept above {least}</source>
<translation>{least} 超で保持</translation></message>
<message><source>kept boxes</source>
<translation>保持ボックス</translation></message>
<message><source>kept for {whose}</source>
<translation>{whose} のために保持</translation></message>
<message><source>kept proposals, best scores first</source>
<translation>保持された提案、スコア順</translation></message>
<message><source>kept suppressed fate nms detections roi top-k layer</source>
<translation>kept suppressed fate nms detections roi top-k layer 保持 抑制 行方</translation></message>
<message><source>knee of smooth L1, also of EIoU's, bounded IoU's and balanced L1's; 0 is L1; sigma of the article's code is 1 / sqrt(beta)</source>
<translation>smooth L1、EIoU、bounded IoU、balanced L1 の折れ点。0 は L1。論文コードの sigma は 1 / sqrt(beta)</translation></message>
<message><source>knee β = {beta}</source>
<translation>折れ点 β = {beta}</translation></message>
<message><source>l</source>
<translation>l</translation></message>
<message><source>l1</source>
<translation>L1</translation></message>
<message><source>label</source>
<translation>ラベル</translation></message>
<message><source>label in A</source>
<translation>A でのラベル</translation></message>
<message><source>label in B</source>
<translation>B でのラベル</translation></message>
<message><source>label in {title}</source>
<translation>{title} でのラベル</translation></message>
<message><source>labels by geometry alone</source>
<translation>幾何だけでラベル付け</translation></message>
<message><source>landmarks</source>
<translation>ランドマーク</translation></message>
<message><source>language translation locale</source>
<translation>language translation locale 言語 翻訳</translation></message>
<message><source>large</source>
<translation>大</translation></message>
<message><source>largest ratio of a side to the anchor's, either way, not reached</source>
<translation>辺とアンカーの辺の最大比、どちら向きも、含まない</translation></message>
<message><source>last step {step} · {ago}</source>
<translation>最後のステップ {step} · {ago}</translation></message>
<message><source>latest last live catch up</source>
<translation>latest last live catch up 最新</translation></message>
<message><source>lay both over the picture of the row chosen below</source>
<translation>下で選んだ行の画像に両方を重ねる</translation></message>
<message><source>leave out what is the same in A and in B, on both pictures</source>
<translation>A と B で同じものを両画像で省く</translation></message>
<message><source>leaves the picture</source>
<translation>画像からはみ出す</translation></message>
<message><source>leaves {picture}; as corners {x}, {y}, {right}, {bottom} it would fit</source>
<translation>は{picture}からはみ出す。角 {x}、{y}、{right}、{bottom} なら収まる</translation></message>
<message><source>leaves {picture}; with {x:g}, {y:g} for its corner instead of its centre it would fit</source>
<translation>は{picture}からはみ出す。{x:g}、{y:g} を中心でなく角とすれば収まる</translation></message>
<message><source>left</source>
<translation>残り</translation></message>
<message><source>left out</source>
<translation>除外</translation></message>
<message><source>level</source>
<translation>レベル</translation></message>
<message><source>level == 3 and 0.3 &lt;= iou &lt; 0.7 or not sampled</source>
<translation>level == 3 and 0.3 &lt;= iou &lt; 0.7 or not sampled</translation></message>
<message><source>level == 3 and score &gt; 0.5 or not sampled</source>
<translation>level == 3 and score &gt; 0.5 or not sampled</translation></message>
<message><source>level of the best anchor</source>
<translation>最良アンカーのレベル</translation></message>
<message><source>level_mean: class targets are drawn so far towards one half</source>
<translation>level_mean：クラスターゲットを 1/2 に寄せる度合い</translation></message>
<message><source>level_mean: factor of the right class in its entropy</source>
<translation>level_mean：エントロピーでの正しいクラスの係数</translation></message>
<message><source>level_mean: factors of objectness by level; further levels have the last</source>
<translation>level_mean：レベル別 objectness の係数。以降のレベルは最後の値</translation></message>
<message><source>level_mean: how much easy answers are damped; 0: not at all</source>
<translation>level_mean：易しい回答の減衰の度合い。0：なし</translation></message>
<message><source>levels from the largest stride to the smallest</source>
<translation>レベルは大きいストライドから小さい方へ</translation></message>
<message><source>levels of objectness in the other order than those of deltas</source>
<translation>objectness のレベルがデルタと逆の順</translation></message>
<message><source>lies on ground truth {n} of the same class, IoU {iou:.3f}</source>
<translation>は同クラスの正解 {n} に重なる、IoU {iou:.3f}</translation></message>
<message><source>lies outside, clipped to no width or height</source>
<translation>は外にあり、切ると幅か高さがない</translation></message>
<message><source>lies wholly outside {picture}</source>
<translation>は完全に{picture}の外</translation></message>
<message><source>list thumbnails findings unmatched low-quality low quality zero-size</source>
<translation>list thumbnails findings unmatched low-quality zero-size 一覧 所見</translation></message>
<message><source>live watch run recorder step rolling</source>
<translation>live watch run recorder step rolling 訓練 追跡</translation></message>
<message><source>load import coco json picture image annotations recipe</source>
<translation>load import coco json picture image annotations recipe 開く 画像 レシピ</translation></message>
<message><source>load import coco voc yolo images annotations</source>
<translation>load import coco voc yolo images annotations 開く 画像</translation></message>
<message><source>load predictions results checkpoint onnx dump model coco</source>
<translation>load predictions results checkpoint onnx dump model coco 開く 予測 モデル</translation></message>
<message><source>load predictions results checkpoints dump timeline</source>
<translation>load predictions results checkpoints dump timeline 開く 予測</translation></message>
<message><source>load toml config settings</source>
<translation>load toml config settings 開く 設定</translation></message>
<message><source>log of the side's ratio is cut above this before exp; inf: never</source>
<translation>辺の比の対数を exp の前にここで切る。inf：なし</translation></message>
<message><source>logit</source>
<translation>ロジット</translation></message>
<message><source>looking for better anchors</source>
<translation>より良いアンカーを探索中</translation></message>
<message><source>looks like GeoJSON: it is not COCO</source>
<translation>GeoJSON のようで、COCO ではありません</translation></message>
<message><source>looks like a pickle, which is read only where its name says so: .pkl or .pickle</source>
<translation>pickle のようですが、名前が .pkl か .pickle のときだけ読みます</translation></message>
<message><source>loss</source>
<translation>損失</translation></message>
<message><source>loss of the image</source>
<translation>画像の損失</translation></message>
<message><source>loss: box and {scores}</source>
<translation>損失：ボックスと{scores}</translation></message>
<message><source>lost</source>
<translation>消失</translation></message>
<message><source>lost ground truths behind it</source>
<translation>背後の失われた正解</translation></message>
<message><source>lost: {now}, was {before}</source>
<translation>消失：{now}、以前は {before}</translation></message>
<message><source>low score</source>
<translation>低スコア</translation></message>
<message><source>low-quality</source>
<translation>低品質</translation></message>
<message><source>low-quality only</source>
<translation>低品質のみ</translation></message>
<message><source>mAP 0.50</source>
<translation>mAP 0.50</translation></message>
<message><source>mAP 0.50 to 0.95</source>
<translation>mAP 0.50〜0.95</translation></message>
<message><source>mAP 0.75</source>
<translation>mAP 0.75</translation></message>
<message><source>mAP and its errors</source>
<translation>mAP とそのエラー</translation></message>
<message><source>mAP and the errors of the boxes, part {n} of {of}</source>
<translation>mAP とボックスのエラー、{of} 中 {n}</translation></message>
<message><source>mAP is not compared: there is none now, was {before}</source>
<translation>mAP は比較しない：今はない、以前は {before}</translation></message>
<message><source>mAP: {now}, was {before}</source>
<translation>mAP：{now}、以前は {before}</translation></message>
<message><source>magnify centre center</source>
<translation>magnify centre center 拡大 中心</translation></message>
<message><source>main view workspace</source>
<translation>main view workspace 作業画面</translation></message>
<message><source>matched</source>
<translation>対応</translation></message>
<message><source>matched like the others</source>
<translation>他と同様に対応付け</translation></message>
<message><source>maths</source>
<translation>数学</translation></message>
<message><source>maximise presentation</source>
<translation>maximise presentation 最大化 発表</translation></message>
<message><source>mean IoU of ground truths with the best of those boxes</source>
<translation>正解とその最良ボックスの平均 IoU</translation></message>
<message><source>mean best IoU</source>
<translation>平均の最良 IoU</translation></message>
<message><source>mean logit of positives less that of negatives</source>
<translation>正例の平均ロジット − 負例の平均ロジット</translation></message>
<message><source>mean of a box with an anchor in the mini-batch</source>
<translation>ミニバッチにアンカーを持つボックスの平均</translation></message>
<message><source>mean of the four</source>
<translation>4 つの平均</translation></message>
<message><source>mean score</source>
<translation>平均スコア</translation></message>
<message><source>mean {loss} loss</source>
<translation>平均 {loss} 損失</translation></message>
<message><source>mean ± std of t*</source>
<translation>t* の平均 ± 標準偏差</translation></message>
<message><source>means</source>
<translation>means</translation></message>
<message><source>means by level</source>
<translation>レベル別の平均</translation></message>
<message><source>median px</source>
<translation>中央値 px</translation></message>
<message><source>median √area, found</source>
<translation>√面積の中央値、検出</translation></message>
<message><source>median √area, lost</source>
<translation>√面積の中央値、消失</translation></message>
<message><source>medium</source>
<translation>中</translation></message>
<message><source>metric</source>
<translation>指標</translation></message>
<message><source>mini-batch minibatch batch anchors layer</source>
<translation>mini-batch minibatch batch anchors layer ミニバッチ レイヤー</translation></message>
<message><source>mirrored left to right</source>
<translation>左右反転</translation></message>
<message><source>mirrored left to right and top to bottom</source>
<translation>左右と上下に反転</translation></message>
<message><source>mirrored top to bottom</source>
<translation>上下反転</translation></message>
<message><source>missed</source>
<translation>未検出</translation></message>
<message><source>more</source>
<translation>大きい</translation></message>
<message><source>more, IoU {iou},</source>
<translation>大きく（IoU {iou}）、</translation></message>
<message><source>mosaic of {n}</source>
<translation>{n} 枚のモザイク</translation></message>
<message><source>most</source>
<translation>最大</translation></message>
<message><source>most the longer side may have, px</source>
<translation>長辺の上限、px</translation></message>
<message><source>moved</source>
<translation>移動</translation></message>
<message><source>moves the picture, and presses what has the keyboard</source>
<translation>画像を動かし、キーボードのある所を押す</translation></message>
<message><source>moving_average: its value before this picture</source>
<translation>moving_average：この画像の前の値</translation></message>
<message><source>name</source>
<translation>名前</translation></message>
<message><source>named by the outputs; yours, {own}, returns with the next dataset</source>
<translation>出力が指定。{own} は次のデータセットで戻る</translation></message>
<message><source>names no columns of a picture and its box; its first row is {row}</source>
<translation>画像とボックスの列名がありません。先頭行は {row}</translation></message>
<message><source>names no pictures {under}</source>
<translation>画像がありません：{under}</translation></message>
<message><source>names: wanted texts</source>
<translation>names：文字列が必要です</translation></message>
<message><source>near</source>
<translation>近い</translation></message>
<message><source>needs a dataset</source>
<translation>データセットが必要</translation></message>
<message><source>needs a dataset and raw outputs</source>
<translation>データセットと生出力が必要</translation></message>
<message><source>needs predictions</source>
<translation>予測が必要</translation></message>
<message><source>needs raw outputs</source>
<translation>生出力が必要</translation></message>
<message><source>neg. &lt;</source>
<translation>負 &lt;</translation></message>
<message><source>negative</source>
<translation>負例</translation></message>
<message><source>negative anchors</source>
<translation>負のアンカー</translation></message>
<message><source>negative points</source>
<translation>負例の点</translation></message>
<message><source>negative threshold</source>
<translation>負のしきい値</translation></message>
<message><source>neighbour cell</source>
<translation>隣のセル</translation></message>
<message><source>network px</source>
<translation>ネットワーク px</translation></message>
<message><source>network px  x {x}  y {y}</source>
<translation>ネットワーク px  x {x}  y {y}</translation></message>
<message><source>network px a px of the picture</source>
<translation>画像 1 px あたりのネットワーク px</translation></message>
<message><source>network px²</source>
<translation>ネットワーク px²</translation></message>
<message><source>never 0.50</source>
<translation>0.50 なし</translation></message>
<message><source>never a candidate</source>
<translation>候補にならず</translation></message>
<message><source>never reaches IoU 0.50</source>
<translation>IoU 0.50 に達しない</translation></message>
<message><source>new</source>
<translation>新規</translation></message>
<message><source>new / old per axis, or the one scale for both</source>
<translation>軸ごとの 新 / 旧、または両軸共通の倍率</translation></message>
<message><source>no</source>
<translation>いいえ</translation></message>
<message><source>no anchor is positive, so nothing can be compared</source>
<translation>正例のアンカーがなく、比べるものがない</translation></message>
<message><source>no anchor passes the rule</source>
<translation>規則を満たすアンカーなし</translation></message>
<message><source>no anchor reaches the threshold</source>
<translation>閾値に届くアンカーなし</translation></message>
<message><source>no box</source>
<translation>ボックスなし</translation></message>
<message><source>no boxes any more of {classes}</source>
<translation>{classes} のボックスがなくなった</translation></message>
<message><source>no candidate</source>
<translation>候補なし</translation></message>
<message><source>no cut, none is taken</source>
<translation>カットなし、採用なし</translation></message>
<message><source>no ground truth has a say beyond the thresholds</source>
<translation>正解はしきい値以外で決めない</translation></message>
<message><source>no ground truth has it as a candidate</source>
<translation>候補とする正解なし</translation></message>
<message><source>no ground truth is most like its shape in its cell</source>
<translation>セルに最も似た形状の正解なし</translation></message>
<message><source>no ground truth of such sides has its centre near</source>
<translation>そのような辺の正解の中心が近くにない</translation></message>
<message><source>no ground truth: the library cannot train on this picture; all anchors are shown as negative</source>
<translation>正解なし：ライブラリはこの画像で訓練できず、全アンカーを負例として示す</translation></message>
<message><source>no hypothesis fits: {problem}</source>
<translation>合う仮説がない：{problem}</translation></message>
<message><source>no hypothesis ranks positives above more than {share} of negatives</source>
<translation>正例が負例の {share} を超えて上回る仮説がない</translation></message>
<message><source>no key</source>
<translation>キーなし</translation></message>
<message><source>no known class</source>
<translation>不明なクラス</translation></message>
<message><source>no list</source>
<translation>リストではありません</translation></message>
<message><source>no longer there</source>
<translation>もうない</translation></message>
<message><source>no object</source>
<translation>オブジェクトではありません</translation></message>
<message><source>no other dataset</source>
<translation>別のデータセットなし</translation></message>
<message><source>no other outputs</source>
<translation>別の出力なし</translation></message>
<message><source>no other recipe</source>
<translation>別のレシピなし</translation></message>
<message><source>no pair</source>
<translation>組なし</translation></message>
<message><source>no picture</source>
<translation>画像なし</translation></message>
<message><source>no picture has outputs that can be used</source>
<translation>使える出力のある画像がない</translation></message>
<message><source>no positive anchor</source>
<translation>正のアンカーなし</translation></message>
<message><source>no prediction</source>
<translation>予測なし</translation></message>
<message><source>no prediction can make one positive for it: it is never learned.</source>
<translation>どの予測でも正例にできない：学習されない。</translation></message>
<message><source>no proposal at IoU {v}</source>
<translation>IoU {v} の提案なし</translation></message>
<message><source>no ratio fits</source>
<translation>合う比なし</translation></message>
<message><source>no recipe was edited and nothing tried out</source>
<translation>レシピの編集も試した値もない</translation></message>
<message><source>no step was recorded</source>
<translation>記録されたステップなし</translation></message>
<message><source>no step yet, watching {path}</source>
<translation>まだステップなし、{path} を監視中</translation></message>
<message><source>no such file or folder</source>
<translation>そのようなファイルやフォルダーはない</translation></message>
<message><source>no such file or folder, {wanted}</source>
<translation>そのファイルやフォルダはありません。{wanted}</translation></message>
<message><source>no suffix</source>
<translation>拡張子なし</translation></message>
<message><source>no target</source>
<translation>ターゲットなし</translation></message>
<message><source>no, NaN or ∞</source>
<translation>なし、NaN または ∞</translation></message>
<message><source>no, {value:.2g} % apart</source>
<translation>いいえ、{value:.2g} % 差</translation></message>
<message><source>nominal stride of each level, px</source>
<translation>各レベルの名目ストライド、px</translation></message>
<message><source>none</source>
<translation>なし</translation></message>
<message><source>none of {every} is taken</source>
<translation>{every} 個のどれも取られない</translation></message>
<message><source>none yet</source>
<translation>まだなし</translation></message>
<message><source>none: decoded boxes have no loss</source>
<translation>なし：復号ボックスに損失はない</translation></message>
<message><source>none: it is in no loss</source>
<translation>なし：どの損失にも入らない</translation></message>
<message><source>none: no decoded box belongs to it</source>
<translation>なし：対応する復号ボックスがない</translation></message>
<message><source>normalised</source>
<translation>正規化</translation></message>
<message><source>not XML: {why}</source>
<translation>XML ではありません：{why}</translation></message>
<message><source>not YAML that can be read: {why}</source>
<translation>読める YAML ではありません：{why}</translation></message>
<message><source>not among the nearest</source>
<translation>最も近い中になし</translation></message>
<message><source>not among the nearest anchors of its level</source>
<translation>レベルの最も近いアンカーになし</translation></message>
<message><source>not evaluated as yet</source>
<translation>未評価</translation></message>
<message><source>not found</source>
<translation>見つからない</translation></message>
<message numerus="yes"><source>not in the file: findings of {n} images with another of the same name but for the ending, which this format takes for one</source>
<translation><numerusform>ファイルにない：拡張子以外が同名の画像がある {n} 枚の所見。この形式はそれらを一つと見なす</numerusform></translation></message>
<message numerus="yes"><source>not in the file: findings of {n} images with another of the same name, which a tool takes for one</source>
<translation><numerusform>ファイルにないもの：同名の画像がほかにあり、ツールが同一とみなす {n} 枚の所見</numerusform></translation></message>
<message numerus="yes"><source>not in the file: findings of {n} whole images, for which this format has no place</source>
<translation><numerusform>ファイルにない：画像全体の所見（{n} 枚）。この形式には場所がない</numerusform></translation></message>
<message numerus="yes"><source>not in the file: {n} findings in images of unknown size</source>
<translation><numerusform>ファイルにない：サイズ不明の画像の所見 {n} 件</numerusform></translation></message>
<message numerus="yes"><source>not in the file: {n} findings of the dataset as a whole</source>
<translation><numerusform>ファイルにない：データセット全体の所見 {n} 件</numerusform></translation></message>
<message><source>not kept</source>
<translation>保持されず</translation></message>
<message><source>not looked through</source>
<translation>未点検</translation></message>
<message><source>not now</source>
<translation>今はしない</translation></message>
<message><source>not readable as .zip: {why}</source>
<translation>.zip として読めません：{why}</translation></message>
<message><source>not readable as TOML: {why}</source>
<translation>TOML として読めません：{why}</translation></message>
<message><source>not scanned yet</source>
<translation>未走査</translation></message>
<message><source>note</source>
<translation>注記</translation></message>
<message><source>nothing</source>
<translation>なし</translation></message>
<message><source>nothing else</source>
<translation>他になし</translation></message>
<message><source>nothing odd</source>
<translation>異常なし</translation></message>
<message><source>now</source>
<translation>現在</translation></message>
<message><source>number</source>
<translation>番号</translation></message>
<message><source>number in its image, and class</source>
<translation>画像内の番号とクラス</translation></message>
<message><source>numbers in the order {order}</source>
<translation>数の順は {order}</translation></message>
<message><source>numbers of the network for each distance: 1, or one for each whole distance from 0</source>
<translation>距離ごとのネットワークの数：1、または 0 からの整数距離ごとに 1 つ</translation></message>
<message><source>o</source>
<translation>o</translation></message>
<message><source>object truth gt box annotation</source>
<translation>object truth gt box annotation 物体 正解 注釈</translation></message>
<message><source>objectness</source>
<translation>objectness</translation></message>
<message><source>objectness + class</source>
<translation>objectness + クラス</translation></message>
<message><source>objectness has the anchors of a cell as the recipe</source>
<translation>objectness のセル内のアンカーはレシピの通り</translation></message>
<message><source>objectness has {order}</source>
<translation>objectness は{order}</translation></message>
<message><source>objectness lies as {order}</source>
<translation>objectness の並びは {order}</translation></message>
<message><source>objectness or class loss and box loss with their normalisers</source>
<translation>objectness またはクラスの損失とボックス損失、その正規化</translation></message>
<message><source>octagon</source>
<translation>octagon</translation></message>
<message><source>octaves of each level, in multiples of base_sizes</source>
<translation>各レベルのオクターブ、base_sizes の倍数</translation></message>
<message><source>of a cell's anchors: by ratio then size, by size then ratio, or both squares and then the first size's ratios</source>
<translation>セルのアンカーの順：比率→サイズ、サイズ→比率、または正方形二つの後に最初のサイズの各比率</translation></message>
<message><source>of a recipe with a second stage: proposals with their labels in the anchors' place</source>
<translation>第 2 段のあるレシピで：アンカーの代わりにラベル付きの提案</translation></message>
<message><source>of anchors alone</source>
<translation>アンカーのみ</translation></message>
<message><source>of another anchor of the cell</source>
<translation>同じセルの別のアンカーの</translation></message>
<message><source>of class {name}</source>
<translation>クラス {name} の</translation></message>
<message><source>of fitting sides in the cell of a centre or beside</source>
<translation>辺が合い、中心のセルかその隣</translation></message>
<message><source>of fitting sides in the cell of its centre or beside</source>
<translation>辺が合い、その中心のセルかその隣</translation></message>
<message><source>of ground truth {owner} number {rank} of {many:,} with a {ranked_by} of {value_at}; {cut_words}</source>
<translation>正解 {owner} の {many:,} 個中 {rank} 番、{ranked_by} {value_at}。{cut_words}</translation></message>
<message><source>of its positives, those that only the low-quality rule makes positive</source>
<translation>正例のうち、低品質規則だけで正例になるもの</translation></message>
<message><source>of its side</source>
<translation>（辺の割合）</translation></message>
<message><source>of mAP 0.50, gained if this error alone were mended: they do not add up</source>
<translation>このエラーだけ直せば得られる mAP 0.50：足し算できない</translation></message>
<message><source>of the anchor</source>
<translation>アンカーの</translation></message>
<message><source>of the anchor with the ground truth</source>
<translation>アンカーと正解の</translation></message>
<message><source>of the best anchor</source>
<translation>最良アンカーの</translation></message>
<message><source>of the best points</source>
<translation>最良の点の</translation></message>
<message><source>of the box for that class with the ground truth</source>
<translation>そのクラスのボックスと正解の</translation></message>
<message><source>of the cell above</source>
<translation>上のセルの</translation></message>
<message><source>of the cell below</source>
<translation>下のセルの</translation></message>
<message><source>of the cell left</source>
<translation>左のセルの</translation></message>
<message><source>of the cell right</source>
<translation>右のセルの</translation></message>
<message><source>of the decoded box with the ground truth</source>
<translation>復号ボックスと正解の</translation></message>
<message><source>of the moved box</source>
<translation>動かしたボックスの</translation></message>
<message><source>of the number of positives</source>
<translation>正例数の</translation></message>
<message><source>of the other pictures</source>
<translation>他の画像の</translation></message>
<message><source>of the picture mirrored</source>
<translation>左右反転した画像の</translation></message>
<message><source>of the picture turned round</source>
<translation>180 度回した画像の</translation></message>
<message><source>of the picture upside down</source>
<translation>上下反転した画像の</translation></message>
<message><source>of the predicted box</source>
<translation>予測ボックスの</translation></message>
<message><source>of these by the low-quality rule</source>
<translation>うち低品質規則によるもの</translation></message>
<message><source>on background</source>
<translation>背景上</translation></message>
<message><source>on disk, since it was read: {names}</source>
<translation>読んだ後のディスク上の変化：{names}</translation></message>
<message><source>on the command line: {options}</source>
<translation>コマンドラインで：{options}</translation></message>
<message><source>on: boxes belong to the turned pictures; off: to the pixels as stored</source>
<translation>オン：ボックスは回転後の画像のもの。オフ：保存されたピクセルのもの</translation></message>
<message><source>one dump, or the checkpoints of one training</source>
<translation>ダンプ一つ、または一つの訓練のチェックポイント</translation></message>
<message><source>one level more, of stride {stride} px and half the smallest size</source>
<translation>ストライド {stride} px、最小サイズの半分のレベルを一つ追加</translation></message>
<message><source>one more box of a ground truth that has one</source>
<translation>既にある正解のもう一つのボックス</translation></message>
<message><source>one or two positives</source>
<translation>正例が 1〜2 個</translation></message>
<message><source>one picture and every anchor on it</source>
<translation>画像 1 枚とその全アンカー</translation></message>
<message><source>only cells with a centre may be positive</source>
<translation>中心のあるセルだけが正例になれる</translation></message>
<message><source>only in the cells that hold a ground truth's centre, with strict thresholds (YOLO)</source>
<translation>正解の中心を含むセルだけ、厳密なしきい値で (YOLO)</translation></message>
<message><source>only outputs can tell</source>
<translation>出力だけが分かる</translation></message>
<message><source>only predictions decide which anchors are positive</source>
<translation>どのアンカーが正例かは予測だけが決める</translation></message>
<message><source>only predictions decide which points are positive</source>
<translation>どの点が正例かは予測だけが決める</translation></message>
<message><source>only where that best IoU is at least this</source>
<translation>最良 IoU がこれ以上の場合だけ</translation></message>
<message><source>only where that best IoU is over this</source>
<translation>最良 IoU がこれを超える場合だけ</translation></message>
<message><source>open predictions first: Ctrl+P</source>
<translation>先に予測を開く：Ctrl+P</translation></message>
<message><source>opens the menu {name}</source>
<translation>メニュー {name} を開く</translation></message>
<message><source>opens the same annotations with the pictures of another folder</source>
<translation>同じ注釈を別のフォルダーの画像で開く</translation></message>
<message><source>optional; without them you see labels and targets, with them t, losses and proposals</source>
<translation>任意。なければラベルとターゲット、あれば t・損失・提案も見える</translation></message>
<message><source>or means wanted</source>
<translation>または望ましい means</translation></message>
<message><source>order of the four numbers in the network's output and in t</source>
<translation>ネットワーク出力と t での 4 つの数の順</translation></message>
<message><source>order worst loss</source>
<translation>order worst loss 順序 最悪</translation></message>
<message><source>original px  x {x}  y {y}</source>
<translation>元画像 px  x {x}  y {y}</translation></message>
<message><source>original {original}  →  network {network}{scale}  →  padded {padded}</source>
<translation>元 {original}  →  ネットワーク {network}{scale}  →  埋め込み {padded}</translation></message>
<message><source>other GT owns it</source>
<translation>別の正解が所有</translation></message>
<message><source>other cell</source>
<translation>別のセル</translation></message>
<message><source>other shape or cell</source>
<translation>別の形状かセル</translation></message>
<message><source>other sizes and ratios, each counted over the whole dataset</source>
<translation>別のサイズと比率を、それぞれデータセット全体で集計</translation></message>
<message><source>outputs</source>
<translation>出力</translation></message>
<message><source>outputs A</source>
<translation>出力 A</translation></message>
<message><source>outputs B</source>
<translation>出力 B</translation></message>
<message><source>outside</source>
<translation>外側</translation></message>
<message><source>outside the assignment in one of them</source>
<translation>一方では割り当ての外</translation></message>
<message><source>outside the crop</source>
<translation>切り抜きの外</translation></message>
<message><source>outside the mosaic</source>
<translation>モザイクの外</translation></message>
<message><source>outside the picture in one of them</source>
<translation>一方では画像の外</translation></message>
<message><source>over</source>
<translation>超</translation></message>
<message><source>over the boxes of a stage before: the mean of all stages' logits, or of all stages' scores</source>
<translation>前の段のボックスで：全段のロジットの平均、または全段のスコアの平均</translation></message>
<message><source>over the cut</source>
<translation>切り捨ての上</translation></message>
<message><source>overlap of the decoded box with the ground truth</source>
<translation>復号ボックスと正解の重なり</translation></message>
<message><source>overlap to the beta</source>
<translation>重なりの beta 乗</translation></message>
<message><source>overlap with the box that suppressed it</source>
<translation>抑制したボックスとの重なり</translation></message>
<message><source>overlaps no anchor</source>
<translation>どのアンカーとも重ならない</translation></message>
<message><source>p</source>
<translation>p</translation></message>
<message><source>p NaN, so it has no rank</source>
<translation>p が NaN のため順位なし</translation></message>
<message><source>p of its own class</source>
<translation>自クラスの p</translation></message>
<message><source>p of the background</source>
<translation>背景の p</translation></message>
<message><source>p {lowest:.3f} and up</source>
<translation>p {lowest:.3f} 以上</translation></message>
<message><source>p, the best class's</source>
<translation>p、最良クラスの</translation></message>
<message><source>padded</source>
<translation>埋め込み</translation></message>
<message><source>padded to a multiple of this, 1: not</source>
<translation>この倍数に埋める、1：なし</translation></message>
<message><source>padded to long x long; to the next multiples of 64, whatever long; or neither scaled nor padded</source>
<translation>long x long に埋める、long によらず次の 64 の倍数に、または拡縮も埋め込みもしない</translation></message>
<message><source>padded to the next multiple of stride, to size, or not at all, stretched to size</source>
<translation>次の stride の倍数に、size に埋める、または埋めず size に引き伸ばす</translation></message>
<message><source>padded to the square, or to the shape of the pictures in the batch</source>
<translation>正方形に、またはバッチの画像の形に埋める</translation></message>
<message><source>pairs</source>
<translation>組</translation></message>
<message><source>pairs of a level's stride, px, and by what the sigmoid is stretched about the middle of its cell; 1 elsewhere (darknet's scale_x_y)</source>
<translation>レベルのストライド px と、セルの中央の周りにシグモイドを伸ばす倍率の組。他は 1（darknet の scale_x_y）</translation></message>
<message><source>panels docks default restore</source>
<translation>panels docks default restore パネル 既定</translation></message>
<message><source>part of a cell from whose edge on the cell beside is taken too, not reached</source>
<translation>その端から隣のセルも取られる、セルの部分、含まない</translation></message>
<message><source>part of the box loss, of a box in the mini-batch</source>
<translation>ボックス損失の分、ミニバッチ内のボックスの</translation></message>
<message><source>part of the class loss, of a box in the mini-batch</source>
<translation>クラス損失の分、ミニバッチ内のボックスの</translation></message>
<message><source>part of the total loss</source>
<translation>合計損失の分</translation></message>
<message><source>per box</source>
<translation>ボックスあたり</translation></message>
<message><source>picture missing</source>
<translation>画像なし</translation></message>
<message><source>picture unreadable</source>
<translation>画像を読めない</translation></message>
<message><source>pictures annotated with another size than their file has</source>
<translation>ファイルと違うサイズで注釈された画像</translation></message>
<message><source>pictures missing: their file was not found</source>
<translation>画像なし：ファイルが見つからない</translation></message>
<message><source>pictures unreadable: their file tells no size</source>
<translation>読めない画像：ファイルからサイズが分からない</translation></message>
<message><source>pictures whose width and height are exchanged, in the annotation or by the boxes</source>
<translation>注釈で、またはボックスから見て幅と高さが逆の画像</translation></message>
<message><source>pictures with all boxes within 0 to 1 where pixels are wanted</source>
<translation>ピクセルのはずが全ボックスが 0〜1 の画像</translation></message>
<message><source>pictures without any box</source>
<translation>ボックスの全くない画像</translation></message>
<message><source>plain sums</source>
<translation>単純な和</translation></message>
<message><source>point</source>
<translation>点</translation></message>
<message><source>points</source>
<translation>点</translation></message>
<message><source>points in the loss</source>
<translation>損失に入る点</translation></message>
<message><source>pooled from {level}</source>
<translation>{level} からプール</translation></message>
<message><source>pos. ≥</source>
<translation>正 ≥</translation></message>
<message><source>positive</source>
<translation>正例</translation></message>
<message><source>positive anchors</source>
<translation>正のアンカー</translation></message>
<message><source>positive anchors in A</source>
<translation>A の正のアンカー</translation></message>
<message><source>positive anchors in A by the low-quality rule</source>
<translation>A の低品質規則による正のアンカー</translation></message>
<message><source>positive anchors in B</source>
<translation>B の正のアンカー</translation></message>
<message><source>positive anchors in B by the low-quality rule</source>
<translation>B の低品質規則による正のアンカー</translation></message>
<message><source>positive anchors more in B</source>
<translation>B で増えた正のアンカー</translation></message>
<message><source>positive points</source>
<translation>正例の点</translation></message>
<message><source>positive threshold</source>
<translation>正のしきい値</translation></message>
<message><source>positive, negative or ignored</source>
<translation>正例・負例・無視</translation></message>
<message><source>positives</source>
<translation>正例</translation></message>
<message><source>positives a box</source>
<translation>ボックスあたり正例</translation></message>
<message><source>positives count alike in the box loss; by the centreness of the anchor in its ground truth, whose sum, at least 1, then divides the loss; or by the soft target of the class</source>
<translation>正例はボックス損失で等しく数える、正解内でのアンカーの中心度で数えその和（1 以上）で割る、またはクラスのソフトターゲットで数える</translation></message>
<message><source>positives each</source>
<translation>正解あたりの正例</translation></message>
<message><source>positives score above {found} of negatives, not {own}</source>
<translation>正例が上回る負例は {own} ではなく {found}</translation></message>
<message><source>positives score above {here} of negatives, by the scores {of} above {there}</source>
<translation>正例が上回る負例は {here}、{of}スコアでは {there}</translation></message>
<message><source>precision in which boxes are scaled</source>
<translation>ボックスを拡縮する精度</translation></message>
<message><source>precision in which the scale is computed</source>
<translation>倍率を計算する精度</translation></message>
<message><source>precision of anchors and IoU; it decides ties</source>
<translation>アンカーと IoU の精度。同着を決める</translation></message>
<message><source>precision of decoding; the result is float32</source>
<translation>復号の精度。結果は float32</translation></message>
<message><source>precision of t*; the result is float32</source>
<translation>t* の精度。結果は float32</translation></message>
<message><source>precision of the threshold that a float32 IoU is compared with</source>
<translation>float32 の IoU と比べるしきい値の精度</translation></message>
<message><source>predicted</source>
<translation>予測</translation></message>
<message><source>predicted box of the selected anchor, or of every positive</source>
<translation>選択アンカーまたは各正例の予測ボックス</translation></message>
<message><source>predicted box of the selected point, or of every positive</source>
<translation>選択した点、またはすべての正例の予測ボックス</translation></message>
<message><source>prediction</source>
<translation>予測</translation></message>
<message><source>prediction fits</source>
<translation>予測が合う</translation></message>
<message><source>predicts IoU &gt; {ignore:.2f}</source>
<translation>予測 IoU &gt; {ignore:.2f}</translation></message>
<message><source>presets conventions library torchvision detectron2 mmdet anchors</source>
<translation>presets conventions library torchvision detectron2 mmdet anchors ライブラリ 規約</translation></message>
<message><source>presses or enters what has the keyboard</source>
<translation>キーボードのある所を押すか入る</translation></message>
<message><source>proposal</source>
<translation>提案</translation></message>
<message><source>proposal {n}</source>
<translation>提案 {n}</translation></message>
<message><source>proposal {n} was pooled from another map than this recipe's stage {stage} says</source>
<translation>提案 {n} はこのレシピのステージ {stage} と異なるマップからプールされた</translation></message>
<message><source>proposal {n}, cut later,</source>
<translation>提案 {n}、後で切り捨て、</translation></message>
<message><source>proposal {n}: IoU {iou}, p {score}</source>
<translation>提案 {n}：IoU {iou}、p {score}</translation></message>
<message><source>proposals</source>
<translation>提案</translation></message>
<message><source>proposals in the loss</source>
<translation>損失内の提案</translation></message>
<message><source>proposals with their labels</source>
<translation>ラベル付きの提案</translation></message>
<message><source>px</source>
<translation>px</translation></message>
<message><source>px an anchor may leave the picture before it counts as outside</source>
<translation>外側と数えるまでにアンカーがはみ出してよい px</translation></message>
<message><source>px by which an anchor's centre must lie inside the ground truth, not reached</source>
<translation>アンカーの中心が正解の内側にあるべき px、含まない</translation></message>
<message><source>px by which one group is shifted from the next; 0: as far as the largest coordinate, and one</source>
<translation>集まりを次とずらす px。0：最大座標に 1 を足した分</translation></message>
<message><source>px of the longer side, and of the square</source>
<translation>長辺の px、正方形の辺でもある</translation></message>
<message><source>px of the network; or of the picture, from before NMS, or from before decoding</source>
<translation>ネットワークの px、または画像の px（NMS 前から、か復号前から）</translation></message>
<message><source>px of which picture min_size counts</source>
<translation>min_size を数える画像の px</translation></message>
<message><source>px that the rest is a part of, where padded so far</source>
<translation>そこまで埋めるとき、余りがその倍数となる px</translation></message>
<message><source>px the centre may move along an axis</source>
<translation>軸に沿って中心が動いてよい px</translation></message>
<message><source>px to which a shorter side of a ground truth is enlarged for its candidates; 0: none (YOLO26)</source>
<translation>候補のため正解の短辺を拡大する px。0：なし (YOLO26)</translation></message>
<message><source>q is the soft target; the maxima are of the points it owns.</source>
<translation>q はソフトターゲット。最大値は所有する点のもの。</translation></message>
<message><source>q, the target of the entropy, is how well the pair listed last fits by the IoU of the box loss, 0 or more.</source>
<translation>q はエントロピーのターゲットで、最後の組のボックス損失の IoU による適合（0 以上）。</translation></message>
<message><source>r</source>
<translation>r</translation></message>
<message><source>radius</source>
<translation>半径</translation></message>
<message><source>radius around the centre</source>
<translation>中心の周りの半径</translation></message>
<message><source>radius of the distance's cost</source>
<translation>距離コストの半径</translation></message>
<message><source>rank</source>
<translation>順位</translation></message>
<message><source>rank {rank} by p · p {score}</source>
<translation>p による順位 {rank} · p {score}</translation></message>
<message><source>ratio</source>
<translation>比率</translation></message>
<message><source>ratios of a cell in reverse order (w/h where the recipe has h/w)</source>
<translation>セル内の比が逆順（レシピの h/w が w/h）</translation></message>
<message><source>reached</source>
<translation>到達</translation></message>
<message><source>reached: best IoU ≥ {v}</source>
<translation>到達：最良 IoU ≥ {v}</translation></message>
<message><source>reaches</source>
<translation>に達する</translation></message>
<message><source>reaches {value} {unit} beyond {picture}</source>
<translation>は{picture}を {value} {unit} はみ出す</translation></message>
<message><source>reading the annotations</source>
<translation>注釈を読み込み中</translation></message>
<message><source>reading the predictions</source>
<translation>予測を読み込み中</translation></message>
<message><source>reads the files again; picture, recipe and selection stay where they are still there</source>
<translation>ファイルを読み直す。画像・レシピ・選択は残れば保つ</translation></message>
<message><source>recall at {iou}</source>
<translation>{iou} での再現率</translation></message>
<message><source>recall: {now} of the boxes reach IoU {at}, was {before}</source>
<translation>再現率：{now} のボックスが IoU {at} に達する、以前は {before}</translation></message>
<message><source>recipe </source>
<translation>レシピ </translation></message>
<message><source>recipe  {name}</source>
<translation>レシピ  {name}</translation></message>
<message><source>recipe A</source>
<translation>レシピ A</translation></message>
<message><source>recipe B</source>
<translation>レシピ B</translation></message>
<message><source>records that could not be read and were left out</source>
<translation>読めず除外された記録</translation></message>
<message><source>records that several files may equally belong to, so that their boxes are left out</source>
<translation>複数のファイルのものであり得て、ボックスを除いた記録</translation></message>
<message><source>records that were read all the same, though odd</source>
<translation>おかしいが読まれた記録</translation></message>
<message><source>refresh update read again</source>
<translation>refresh update read again 更新 再読み込み</translation></message>
<message><source>refused: it declares a document type</source>
<translation>拒否：文書型を宣言しています</translation></message>
<message><source>refused: {why}</source>
<translation>拒否：{why}</translation></message>
<message><source>reset to {name}</source>
<translation>{name} に戻した</translation></message>
<message><source>residual d = t − t*</source>
<translation>残差 d = t − t*</translation></message>
<message><source>residual t − t*</source>
<translation>残差 t − t*</translation></message>
<message><source>residuals</source>
<translation>残差</translation></message>
<message><source>residuals {said}; beta {beta:.4f}</source>
<translation>残差 {said}；beta {beta:.4f}</translation></message>
<message><source>right</source>
<translation>正しい</translation></message>
<message><source>right: IoU ≥ 0.50</source>
<translation>正しい：IoU ≥ 0.50</translation></message>
<message><source>right: positive</source>
<translation>正しい：正例</translation></message>
<message><source>root of the area, original px</source>
<translation>面積の平方根、元画像 px</translation></message>
<message><source>rotate orientation</source>
<translation>rotate orientation 回転 向き</translation></message>
<message><source>rows csv loss fate suppressed kept low-quality low quality</source>
<translation>rows csv loss fate suppressed kept low-quality 行 行方</translation></message>
<message><source>rows of six numbers, guessed to be x1, y1, x2, y2, {order}</source>
<translation>六つの数の行、推定 x1、y1、x2、y2、{order}</translation></message>
<message><source>s</source>
<translation>s</translation></message>
<message><source>s is the score of the class, o the CIoU of the predicted box, for ground truth {n}.</source>
<translation>s はクラスのスコア、o は予測ボックスの CIoU、正解 {n} に対し。</translation></message>
<message><source>sampled</source>
<translation>標本</translation></message>
<message><source>sampled: number sampled; sampled_parts: max(positives, 1) + max(negatives, 1); batch: the batch's nominal size; positives: at least 1; positives_plus_one, four times for the box; moving_average: 0.9 before + 0.1 positives; none: plain sums; sampled_and_positives: number sampled, for the box four times the positives; level_mean: by level the means of each pair's box and class and of each anchor's objectness, whose target is the last pair's IoU (YOLOv5); targets: the sum of the soft targets, at least 1</source>
<translation>sampled：標本数、sampled_parts：max(正, 1) + max(負, 1)、batch：バッチの名目サイズ、positives：1 以上、positives_plus_one：ボックスは 4 倍、moving_average：0.9 前値 + 0.1 正例、none：単純な和、sampled_and_positives：標本数、ボックスは正例の 4 倍、level_mean：レベルごとに各組のボックスとクラス、各アンカーの objectness の平均、そのターゲットは最後の組の IoU (YOLOv5)、targets：ソフトターゲットの和、1 以上</translation></message>
<message><source>save coco voc yolo labelme csv parquet json results predictions proposals detections</source>
<translation>save coco voc yolo labelme csv parquet json results predictions proposals detections 保存 書き出し</translation></message>
<message><source>says how raw outputs are laid out; open it together with them</source>
<translation>生出力の並びを述べるファイル。生出力と一緒に開く</translation></message>
<message><source>says {w} x {h} px, which its {size} bytes cannot hold</source>
<translation>{w} x {h} px とあるが、{size} バイトには収まらない</translation></message>
<message><source>scale {axis}</source>
<translation>倍率 {axis}</translation></message>
<message><source>scaled and moved</source>
<translation>拡大縮小と移動後</translation></message>
<message><source>score</source>
<translation>スコア</translation></message>
<message><source>score +</source>
<translation>スコア +</translation></message>
<message><source>score &gt; min_score comes before the first top-k; otherwise &gt;=, after it</source>
<translation>score &gt; min_score は最初の top-k の前、さもなくば &gt;= でその後</translation></message>
<message><source>score of the RPN, 0 to 1</source>
<translation>RPN のスコア、0〜1</translation></message>
<message><source>score p</source>
<translation>スコア p</translation></message>
<message><source>score p in A</source>
<translation>A のスコア p</translation></message>
<message><source>score p in B</source>
<translation>B のスコア p</translation></message>
<message><source>score to the alpha</source>
<translation>スコアの alpha 乗</translation></message>
<message><source>score to the alpha times overlap to the beta, of its best ground truth</source>
<translation>スコアの alpha 乗 × 重なりの beta 乗、最良の正解で</translation></message>
<message><source>score −</source>
<translation>スコア −</translation></message>
<message><source>score, 0 to 1</source>
<translation>スコア、0〜1</translation></message>
<message><source>score, 0 to 1: objectness or the best class</source>
<translation>スコア、0〜1：objectness か最良クラス</translation></message>
<message><source>score, by:</source>
<translation>スコア、基準：</translation></message>
<message><source>score, class</source>
<translation>スコア、クラス</translation></message>
<message><source>scores are probabilities, not logits</source>
<translation>スコアはロジットでなく確率</translation></message>
<message><source>scores are the background's, or object before background</source>
<translation>スコアは背景のもの、または物体が背景より前</translation></message>
<message><source>scores, negatives</source>
<translation>スコア、負例</translation></message>
<message><source>scores, positives</source>
<translation>スコア、正例</translation></message>
<message><source>screenshot picture image png clipboard snapshot</source>
<translation>screenshot picture image png clipboard snapshot スクリーンショット クリップボード</translation></message>
<message><source>screenshot picture image png svg jpeg snapshot print</source>
<translation>screenshot picture image png svg jpeg snapshot print スクリーンショット 印刷</translation></message>
<message><source>search find query where label iou level score fate suppressed kept</source>
<translation>search find query where label iou level score fate suppressed kept 検索 絞り込み</translation></message>
<message><source>search palette actions</source>
<translation>search palette actions 検索 コマンド</translation></message>
<message><source>search picture file name</source>
<translation>search picture file name 検索 画像 ファイル名</translation></message>
<message><source>searching</source>
<translation>探索中</translation></message>
<message><source>second</source>
<translation>第 2</translation></message>
<message><source>selected</source>
<translation>選択</translation></message>
<message><source>settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality low quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize</source>
<translation>settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize 設定 しきい値</translation></message>
<message><source>several numbers for each side, the distances' distribution</source>
<translation>辺ごとに複数の数、距離の分布</translation></message>
<message><source>shape IoU &gt; {further:.2f}</source>
<translation>形状 IoU &gt; {further:.2f}</translation></message>
<message><source>shapes (w, h) px in no layer: a ground truth most like one of them has no anchor</source>
<translation>どの層にもない形状 (w, h) px：それに最も似た正解にアンカーはない</translation></message>
<message><source>share</source>
<translation>割合</translation></message>
<message><source>share of all judged</source>
<translation>判定全体に対する割合</translation></message>
<message><source>share of area in such a region above which an anchor is ignored</source>
<translation>その領域内の面積の割合。これを超えるとアンカーを無視</translation></message>
<message><source>share of ground truths that a high-scoring decoded box covers at IoU 0.5</source>
<translation>高スコアの復号ボックスが IoU 0.5 で覆う正解の割合</translation></message>
<message><source>share of pairs in which a positive anchor scores above a negative one: 1 always, 0.5 is chance</source>
<translation>正のアンカーが負のアンカーより高スコアの組の割合：1 は常に、0.5 は偶然</translation></message>
<message><source>share of the class</source>
<translation>クラス内の割合</translation></message>
<message><source>share of the picture's box loss, %; those in the loss only</source>
<translation>画像のボックス損失に対する割合、%。損失に入るもののみ</translation></message>
<message><source>shared</source>
<translation>共通</translation></message>
<message><source>shares every candidate</source>
<translation>どの候補も共有</translation></message>
<message><source>shortcuts keyboard hotkeys bindings help</source>
<translation>shortcuts keyboard hotkeys bindings help ショートカット キーボード</translation></message>
<message><source>show changed fields only</source>
<translation>変更した項目だけ表示</translation></message>
<message><source>show the outputs under the chosen reading; the file stays as it is</source>
<translation>選んだ読み方で出力を表示。ファイルはそのまま</translation></message>
<message><source>side * scale to whole px</source>
<translation>辺 * 倍率を整数 px に</translation></message>
<message><source>side of each level's base box, px, which sizes multiply</source>
<translation>各レベルの基本ボックスの辺、px。sizes を掛ける</translation></message>
<message><source>side {name}: expected {value} strides</source>
<translation>辺 {name}：期待値 {value} ストライド</translation></message>
<message><source>sides coded without a logarithm, w / w of the anchor</source>
<translation>辺を対数なしで符号化、w / アンカーの w</translation></message>
<message><source>sides coded without a logarithm, w / w of the anchor - 1</source>
<translation>辺を対数なしで符号化、w / アンカーの w - 1</translation></message>
<message><source>sides of each level's squares, px</source>
<translation>各レベルの正方形の辺、px</translation></message>
<message><source>sides within {limit:g}</source>
<translation>辺の比 {limit:g} 以内</translation></message>
<message><source>similar shape</source>
<translation>似た形状</translation></message>
<message><source>simulated predictions are for looking only and are not exported</source>
<translation>模擬予測は見るだけで書き出さない</translation></message>
<message><source>simulated, not from a model</source>
<translation>模擬、モデルではない</translation></message>
<message><source>size</source>
<translation>サイズ</translation></message>
<message><source>sizes</source>
<translation>サイズ</translation></message>
<message><source>sizes and ratios, step by step, those best by the criterion</source>
<translation>サイズと比、一歩ずつ基準で最良のもの</translation></message>
<message><source>sizes of a cell in reverse order</source>
<translation>セル内のサイズが逆順</translation></message>
<message><source>sizes of each level, in fractions of the input: the first for all ratios, the others for squares</source>
<translation>各レベルのサイズ、入力の比率：最初は全比率、他は正方形</translation></message>
<message><source>sizes of each level, in multiples of base_sizes</source>
<translation>各レベルのサイズ、base_sizes の倍数</translation></message>
<message><source>sizes of each level, px: the square root of the area</source>
<translation>各レベルのサイズ、px：面積の平方根</translation></message>
<message><source>small</source>
<translation>小</translation></message>
<message><source>smallest score</source>
<translation>最小スコア</translation></message>
<message><source>smallest side, px; -1: no filter</source>
<translation>最小の辺、px。-1：選別なし</translation></message>
<message><source>smooth L1; Huber, which is beta times that; squares and cross entropies of coordinates; balanced L1; or, of decoded boxes, IoU and its kin</source>
<translation>smooth L1、Huber（その beta 倍）、座標の二乗と交差エントロピー、balanced L1、または復号ボックスの IoU とその仲間</translation></message>
<message><source>so many negatives for each positive</source>
<translation>正例ごとにこれだけの負例</translation></message>
<message><source>so many of the best candidates of a ground truth</source>
<translation>正解の最良候補をこれだけ</translation></message>
<message><source>so many of them stay after contests; 0: all</source>
<translation>競合後にこれだけ残る。0：全部</translation></message>
<message><source>soft labels, as many as the IoUs add up to</source>
<translation>ソフトラベル、IoU の和だけ</translation></message>
<message><source>soft target of its class</source>
<translation>そのクラスのソフトターゲット</translation></message>
<message><source>square root of its area, network px</source>
<translation>面積の平方根、ネットワーク px</translation></message>
<message><source>square root of the area, network px</source>
<translation>面積の平方根、ネットワーク px</translation></message>
<message><source>starts at 0, where {format} counts pixels from 1</source>
<translation>は 0 から始まるが、{format} はピクセルを 1 から数える</translation></message>
<message><source>starts at 1, and no box of the dataset starts at 0: counted from 1, a pixel off?</source>
<translation>は 1 から始まり、0 から始まるボックスはない：1 から数え、1 ピクセルずれ？</translation></message>
<message><source>stay at this step while the training goes on (Shift+Space)</source>
<translation>訓練が続いてもこのステップに留まる (Shift+Space)</translation></message>
<message><source>std of t*, h</source>
<translation>t* の標準偏差、h</translation></message>
<message><source>std of t*, w</source>
<translation>t* の標準偏差、w</translation></message>
<message><source>stds</source>
<translation>stds</translation></message>
<message><source>step training iteration epoch earlier</source>
<translation>step training iteration epoch earlier ステップ 前</translation></message>
<message><source>step training iteration epoch later</source>
<translation>step training iteration epoch later ステップ 後</translation></message>
<message><source>step {step}</source>
<translation>ステップ {step}</translation></message>
<message><source>step {step} written {ago}</source>
<translation>ステップ {step}、書き込み {ago}</translation></message>
<message><source>step {step}, {place} of {count}</source>
<translation>ステップ {step}、{place} / {count}</translation></message>
<message><source>step {step}: p {score}</source>
<translation>ステップ {step}：p {score}</translation></message>
<message><source>stop hold live freeze</source>
<translation>stop hold live freeze 停止</translation></message>
<message><source>stop reading; what was open stays (Esc)</source>
<translation>読み込みを停止。開いていたものは残る (Esc)</translation></message>
<message><source>stopped</source>
<translation>停止</translation></message>
<message><source>stride along x where it is not the one along y, px; empty: the same</source>
<translation>x 方向のストライドが y 方向と違う場合、px。空：同じ</translation></message>
<message><source>strides around a ground truth's centre within which points are near</source>
<translation>正解の中心の周り、点を近いとするストライド数</translation></message>
<message><source>strides from a ground truth's centre at which the distance costs 1; ten times as much each stride more</source>
<translation>距離のコストが 1 となる、正解の中心からのストライド数。1 ストライドごとに 10 倍</translation></message>
<message><source>strides from the corner that the centre is counted from to the point</source>
<translation>中心を数える角から点までのストライド数</translation></message>
<message><source>strides {factor} times the recipe's</source>
<translation>ストライドがレシピの {factor} 倍</translation></message>
<message><source>subtracted from t</source>
<translation>t から引く</translation></message>
<message><source>such an anchor is ignored before all else; or, from that share on, merely never negative</source>
<translation>そのアンカーは何より先に無視、またはその割合から単に負例にしない</translation></message>
<message><source>such an anchor is trained towards the ground truth it overlaps most, or the one that claims it: the last to claim, or the first</source>
<translation>そのアンカーは最も重なる正解へ、または主張した正解（最後か最初）へ訓練される</translation></message>
<message><source>suggested</source>
<translation>提案</translation></message>
<message><source>suggested, IoU ≥ {least}</source>
<translation>提案、IoU ≥ {least}</translation></message>
<message><source>sum</source>
<translation>和</translation></message>
<message><source>sum of the four</source>
<translation>4 つの和</translation></message>
<message><source>sum over its anchors in the mini-batch</source>
<translation>ミニバッチ内のそのアンカーの和</translation></message>
<message><source>suppress when IoU &gt; nms, or &gt;= nms</source>
<translation>IoU &gt; nms で抑制、または &gt;= nms</translation></message>
<message><source>suppressed</source>
<translation>抑制</translation></message>
<message><source>t</source>
<translation>t</translation></message>
<message><source>t below</source>
<translation>下の t</translation></message>
<message><source>t is divided by them afterwards</source>
<translation>その後 t をこれで割る</translation></message>
<message><source>t says how far each side of the box lies from the anchor's, in widths and heights of the anchor.</source>
<translation>t は、ボックスの各辺がアンカーの辺からどれだけ離れるかを、アンカーの幅と高さで示す。</translation></message>
<message><source>t*</source>
<translation>t*</translation></message>
<message><source>t* above</source>
<translation>上の t*</translation></message>
<message><source>t* by proposal</source>
<translation>提案別の t*</translation></message>
<message><source>t* from box</source>
<translation>ボックスからの t*</translation></message>
<message><source>t* of GT {number}</source>
<translation>正解 {number} の t*</translation></message>
<message><source>t, with t* dashed</source>
<translation>t、破線は t*</translation></message>
<message><source>t1</source>
<translation>t1</translation></message>
<message><source>t_l, t_t, t_r and t_b say how far from the point the sides of the box lie.</source>
<translation>t_l、t_t、t_r、t_b は、ボックスの辺が点からどれだけ離れるかを示す。</translation></message>
<message><source>t_x and t_y say where in its cell c, of stride s, the centre lies: from 0 to 1.</source>
<translation>t_x と t_y は、ストライド s のセル c の中の中心位置を 0〜1 で示す。</translation></message>
<message><source>t_{name} is cut at {bound} before exp.</source>
<translation>t_{name} は exp の前に {bound} で切る。</translation></message>
<message><source>taken</source>
<translation>取られた</translation></message>
<message><source>taken over</source>
<translation>引き継がれた</translation></message>
<message><source>takes no part</source>
<translation>加わらない</translation></message>
<message><source>target</source>
<translation>ターゲット</translation></message>
<message><source>target {value}</source>
<translation>ターゲット {value}</translation></message>
<message><source>targets</source>
<translation>ターゲット</translation></message>
<message><source>task-aligned, one-to-many</source>
<translation>task-aligned、一対多</translation></message>
<message><source>task-aligned, one-to-one</source>
<translation>task-aligned、一対一</translation></message>
<message><source>that anchor is given to {other}, which it overlaps {how_much}</source>
<translation>そのアンカーは {other} に渡る。重なりが{how_much}</translation></message>
<message><source>that anchor overlaps {other} {how_much}</source>
<translation>そのアンカーは {other} との重なりが{how_much}</translation></message>
<message><source>that it is decoded from</source>
<translation>復号の元</translation></message>
<message><source>the IoU of the box loss, the objectness target of the pair listed last</source>
<translation>ボックス損失の IoU、最後の組の objectness ターゲット</translation></message>
<message><source>the [yolo] layer with the most similar shape, from 1; the panel names all that train it</source>
<translation>最も似た形の [yolo] 層（1 から）。学習するすべての層はパネルに示されます</translation></message>
<message><source>the anchor it came from</source>
<translation>元のアンカー</translation></message>
<message><source>the anchor of the most similar shape, of all layers, in the cell of the centre (darknet's YOLOv3 and v4)</source>
<translation>全層で最も似た形状のアンカー、中心のセルで（darknet の YOLOv3 と v4）</translation></message>
<message><source>the anchor's label, the same in both</source>
<translation>アンカーのラベル、両方で同じ</translation></message>
<message><source>the anchors it is paired with, each counted once</source>
<translation>組になったアンカー、各 1 回</translation></message>
<message><source>the anchors it may take, by geometry alone</source>
<translation>幾何だけで取れるアンカー</translation></message>
<message><source>the anchors nearest to its centre, of all levels</source>
<translation>全レベルで中心に最も近いアンカー</translation></message>
<message><source>the anchors over {positive:.2f} overlap another ground truth more</source>
<translation>{positive:.2f} を超えるアンカーは別の正解とより重なる</translation></message>
<message><source>the axis of numbers at the other end</source>
<translation>数の軸が反対の端</translation></message>
<message><source>the background's column among the class logits</source>
<translation>クラスロジット中の背景の列</translation></message>
<message><source>the best IoU from which a ground truth makes its best anchor positive</source>
<translation>正解が最良アンカーを正例にする最良 IoU の下限</translation></message>
<message><source>the best shape of all layers</source>
<translation>全層で最良の形状</translation></message>
<message><source>the best {most}</source>
<translation>最良の {most}</translation></message>
<message><source>the box at {corners}, left out from {place},</source>
<translation>{place} から除いたボックス {corners}</translation></message>
<message><source>the box of anchor {n:,}</source>
<translation>アンカー {n:,} のボックス</translation></message>
<message><source>the cheapest anchors of those a ratio of sides allows, as many as the best IoUs add up to (YOLOv7)</source>
<translation>辺の比が許すうち最も安いアンカー、最良 IoU の和だけ (YOLOv7)</translation></message>
<message><source>the cheapest points inside, with classes softened by IoU and a cost of the distance (RTMDet)</source>
<translation>内側で最も安い点、クラスは IoU でソフト化し距離コスト付き (RTMDet)</translation></message>
<message><source>the cheapest points near a ground truth, as many as its best IoUs add up to (YOLOX)</source>
<translation>正解の近くで最も安い点、最良 IoU の和だけ (YOLOX)</translation></message>
<message><source>the checkpoint whose outputs are shown (, and .)</source>
<translation>出力を表示中のチェックポイント（, と .）</translation></message>
<message><source>the cost of the class</source>
<translation>クラスのコスト</translation></message>
<message><source>the cost of the place</source>
<translation>場所のコスト</translation></message>
<message><source>the dataset has {images} images and {boxes} boxes, was {before} and {then}</source>
<translation>データセットは画像 {images} 枚、ボックス {boxes} 個、以前は {before} と {then}</translation></message>
<message><source>the deltas {of} fit better, on the whole: their order is not one of those tried here</source>
<translation>全体として{of}デルタの方が合う：その順はここで試したものではない</translation></message>
<message><source>the ends of the lost ones</source>
<translation>失われたものの終わり</translation></message>
<message><source>the evaluation was stopped</source>
<translation>評価を停止した</translation></message>
<message><source>the first class is shifted too, as the background counts as class 0</source>
<translation>背景がクラス 0 のため、最初のクラスもずらす</translation></message>
<message><source>the first column of classes is sure nearly everywhere, as a background's: background first</source>
<translation>クラスの最初の列がほぼ全域で確信が高く、背景の列のよう：背景が最初</translation></message>
<message><source>the first is taken for the confidence</source>
<translation>先頭を信頼度とみなす</translation></message>
<message><source>the first of them</source>
<translation>最初の一つ</translation></message>
<message><source>the first {most}</source>
<translation>最初の {most}</translation></message>
<message><source>the first {shown} of {every}</source>
<translation>{every} 件中の最初の {shown} 件</translation></message>
<message><source>the first, for it overlaps none</source>
<translation>最初のもの、どれとも重ならないため</translation></message>
<message><source>the folder {folder} does not exist; make it first, or choose another place</source>
<translation>フォルダー {folder} がない。先に作るか、別の場所を選ぶ</translation></message>
<message><source>the ground truth it is assigned to, counted from 1</source>
<translation>割り当てられた正解、1 から</translation></message>
<message><source>the ground truth it is trained towards</source>
<translation>訓練の向かう正解</translation></message>
<message><source>the ground truth it overlaps most</source>
<translation>最も重なる正解</translation></message>
<message><source>the ground truth its best anchor is trained towards instead of it</source>
<translation>最良アンカーが代わりに訓練される正解</translation></message>
<message><source>the ground truth of its class that it overlaps most</source>
<translation>同クラスで最も重なる正解</translation></message>
<message><source>the ground truth of its target, else of its best IoU</source>
<translation>ターゲットの正解、なければ最良の IoU の正解</translation></message>
<message><source>the ground truth that got it, and the number that decided where several took it</source>
<translation>得た正解と、複数が取った場合に決めた数</translation></message>
<message><source>the ground truths that took it, before contests</source>
<translation>取った正解、競合前</translation></message>
<message><source>the head's box of the selected proposal, or of the foreground</source>
<translation>選択提案または前景に対するヘッドのボックス</translation></message>
<message><source>the highest best IoU, score or loss of the anchors at each place; chosen in the View menu</source>
<translation>各所でのアンカーの最良 IoU・スコア・損失の最大。表示メニューで選択</translation></message>
<message><source>the highest metric, score or loss of the points at each place; chosen in the View menu</source>
<translation>各位置の点のうち最大のメトリック、スコアまたは損失（表示メニューで選択）</translation></message>
<message><source>the image's name</source>
<translation>画像の名前</translation></message>
<message><source>the largest overlap there is that of</source>
<translation>重なりが最大なのは</translation></message>
<message><source>the last column is the surest on the background: background last</source>
<translation>背景で最も確信が高いのは最後の列：背景が最後</translation></message>
<message><source>the last column of classes is sure nearly everywhere, as a background's: background last</source>
<translation>クラスの最後の列がほぼ全域で確信が高く、背景の列のよう：背景が最後</translation></message>
<message><source>the last place at which a box that reaches IoU 0.50 was there</source>
<translation>IoU 0.50 のボックスが最後にあった所</translation></message>
<message><source>the last stage: pairs of a proposal and a class, by the map pooled from; R@0.5: by boxes of its class</source>
<translation>最終段：提案とクラスの組、プール元マップ別。R@0.5：そのクラスのボックスで</translation></message>
<message><source>the level k = floor(level + log2(sqrt(w h) / side)), cut to the maps pooled from</source>
<translation>レベル k = floor(level + log2(sqrt(w h) / side))、プール元マップに制限</translation></message>
<message><source>the level of its best anchor</source>
<translation>最良アンカーのレベル</translation></message>
<message><source>the library drops it</source>
<translation>ライブラリは捨てる</translation></message>
<message><source>the library whose conventions are computed</source>
<translation>規約を計算するライブラリ</translation></message>
<message><source>the long side made ``long``, sides rounded up, half of the rest painted on each side (YOLOv5's loader)</source>
<translation>長辺を ``long`` に、辺は切り上げ、余りを両側に半分ずつ塗る（YOLOv5 のローダー）</translation></message>
<message><source>the map it is pooled from</source>
<translation>プール元のマップ</translation></message>
<message><source>the maps pooled from, finest first</source>
<translation>プール元のマップ、細かい順</translation></message>
<message><source>the mini-batch the trainer drew</source>
<translation>訓練器が取ったミニバッチ</translation></message>
<message><source>the network saw this picture as {place} of its input, recipe {recipe} says {wanted}; anchors and boxes are shown in the network's input</source>
<translation>ネットワークはこの画像を入力中の {place} として見たが、レシピ {recipe} では {wanted}。アンカーとボックスは入力上に示す</translation></message>
<message><source>the network's input is half the stated size</source>
<translation>ネットワークの入力は述べられた大きさの半分</translation></message>
<message><source>the network's input is twice the stated size</source>
<translation>ネットワークの入力は述べられた大きさの 2 倍</translation></message>
<message><source>the outputs are decoded boxes put back on the anchors they fit best; no other anchor has a prediction, and none has a loss</source>
<translation>出力は復号ボックスで、最も合うアンカーに戻したものです。他のアンカーに予測はなく、損失はどのアンカーにもありません</translation></message>
<message><source>the outputs are of a picture of {across} x {there} px, this one is {width} x {height} px: boxes may lie elsewhere</source>
<translation>出力は {across} x {there} px の画像のもので、これは {width} x {height} px：ボックスの位置がずれることがある</translation></message>
<message><source>the outputs are proposals without classes, not a detector's last boxes</source>
<translation>出力はクラスのない提案で、検出器の最終ボックスではない</translation></message>
<message><source>the outputs have {columns} columns of classes, the dataset {classes} classes: column k is taken for class k</source>
<translation>出力のクラス列は {columns}、データセットは {classes} クラス：列 k をクラス k とみなす</translation></message>
<message><source>the outputs hold no centreness: its loss is missing, and scores are those of the classes alone</source>
<translation>出力に中心度がない：その損失は欠け、スコアはクラスのみ</translation></message>
<message><source>the outputs name their classes ({names}) otherwise than the dataset, whose {name} is not among them: {then}</source>
<translation>出力のクラス名（{names}）はデータセットと異なり、{name} がありません：{then}</translation></message>
<message><source>the outputs name their classes ({names}) otherwise than the dataset: {then}</source>
<translation>出力のクラス名（{names}）はデータセットと異なります：{then}</translation></message>
<message><source>the outputs name their classes themselves ({names}), otherwise than the dataset: so they are called here</source>
<translation type="vanished">出力は自らのクラス名（{names}）を持ち、データセットと異なる。ここではその名を使う</translation></message>
<message><source>the outputs name two of their classes ({names}) {name}: {then}</source>
<translation>出力は 2 つのクラス（{names}）を {name} と呼んでいます：{then}</translation></message>
<message><source>the outputs of stage {name} are not read: recipe {recipe} has no [stage.{name}]</source>
<translation>ステージ {name} の出力は読まれない：レシピ {recipe} に [stage.{name}] がない</translation></message>
<message><source>the outputs were recorded under recipe {recipe}, which differs in {stages}: {effects}</source>
<translation>出力はレシピ {recipe} で記録され、{stages} が異なる：{effects}</translation></message>
<message><source>the picture</source>
<translation>この画像</translation></message>
<message><source>the picture is {w} x {h} px in the network, smaller than the stride of {level}, {stride:g} px</source>
<translation>画像はネットワーク内で {w} x {h} px、{level} のストライド {stride:g} px より小さい</translation></message>
<message><source>the picture is {w} x {h} px, smaller than the stride of {level}, {stride:g} px</source>
<translation>画像は {w} x {h} px、{level} のストライド {stride:g} px より小さい</translation></message>
<message><source>the picture of {w} x {h} (fractions)</source>
<translation>{w} x {h}（割合）の画像</translation></message>
<message><source>the picture of {w} x {h} px</source>
<translation>{w} x {h} px の画像</translation></message>
<message><source>the picture was not found</source>
<translation>画像が見つからない</translation></message>
<message><source>the picture was not found, and no size is annotated</source>
<translation>画像が見つからず、サイズの注釈もない</translation></message>
<message><source>the picture was not found; {path} tells of it, and that is left out</source>
<translation>画像が見つからない。{path} にあるが、除外</translation></message>
<message><source>the picture {trouble}</source>
<translation>画像 {trouble}</translation></message>
<message><source>the picture's size is unknown</source>
<translation>画像のサイズが不明</translation></message>
<message><source>the points inside with the best score^alpha x overlap^beta (TOOD; YOLOv8, YOLOv10, YOLO26)</source>
<translation>内側で score^alpha x overlap^beta が最良の点（TOOD、YOLOv8、YOLOv10、YOLO26）</translation></message>
<message><source>the product of both</source>
<translation>両者の積</translation></message>
<message><source>the proposal is in the loss</source>
<translation>提案は損失に入る</translation></message>
<message><source>the proposal is not in the loss</source>
<translation>提案は損失に入らない</translation></message>
<message><source>the proposal that suppressed it, or # its anchor</source>
<translation>抑制した提案、または # そのアンカー</translation></message>
<message><source>the proposals, or the boxes decoded by the stage before</source>
<translation>提案、または前の段の復号ボックス</translation></message>
<message><source>the raw outputs laid over the anchors</source>
<translation>アンカーに重ねた生出力</translation></message>
<message><source>the recipe has other values than it had</source>
<translation>レシピの値が以前と違う</translation></message>
<message><source>the same picture under two recipes, or with two checkpoints</source>
<translation>同じ画像を二つのレシピ、または二つのチェックポイントで</translation></message>
<message><source>the scale at least</source>
<translation>倍率の下限</translation></message>
<message><source>the scale of the long side only where the rounded long side is over ``long``</source>
<translation>丸めた長辺が ``long`` を超える場合だけ長辺の倍率</translation></message>
<message><source>the score as a logit</source>
<translation>スコアのロジット</translation></message>
<message><source>the scores {of} fit better, on the whole: their order is not one of those tried here</source>
<translation>全体として{of}スコアの方が合う：その順はここで試したものではない</translation></message>
<message><source>the share is of the anchor's area, of the region's, or of the union of both (IoU)</source>
<translation>割合はアンカーの面積、領域の面積、または両者の和集合に対するもの (IoU)</translation></message>
<message><source>the share of area inside an ignored region above which an anchor is ignored</source>
<translation>無視領域内の面積の割合。これを超えるとアンカーを無視</translation></message>
<message><source>the short side exactly, then both by ``long`` over the longer one</source>
<translation>まず短辺を正確に、次に ``long`` ÷ 長辺で両辺</translation></message>
<message><source>the smaller of the scales that make the short side ``short`` and the long one ``long``</source>
<translation>短辺を ``short`` に、長辺を ``long`` にする倍率の小さい方</translation></message>
<message><source>the stated sizes are (w, h), not (h, w)</source>
<translation>述べられたサイズは (h, w) でなく (w, h)</translation></message>
<message><source>the stated sizes are not the network's; those of the recipe's resize are</source>
<translation>述べられたサイズはネットワークのものでなく、レシピのリサイズのものが正しい</translation></message>
<message><source>the stored picture it came from</source>
<translation>元の保存画像</translation></message>
<message><source>the sum</source>
<translation>和</translation></message>
<message><source>the trainer sampled anchor {anchor} as {theirs}, here it is {ours}: its ground truths or its recipe were others</source>
<translation>訓練ではアンカー {anchor} を{theirs}として標本化、ここでは{ours}：正解かレシピが異なる</translation></message>
<message><source>the trainer saw this picture {how}; so it is shown here</source>
<translation>訓練ではこの画像を {how} で見た。ここでもそう示す</translation></message>
<message><source>the trainer's ground truths fit no part of this picture (a mosaic, or too few boxes to tell): boxes and anchors are the trainer's, without the picture, and network px stand for original px</source>
<translation>訓練の正解はこの画像のどの部分にも合わない（モザイクか、ボックスが少なすぎる）：ボックスとアンカーは訓練のもので画像はなく、元 px の代わりにネットワーク px を用いる</translation></message>
<message><source>the trainer's losses are left out</source>
<translation>訓練の損失は省く</translation></message>
<message><source>the trainer's losses are of a batch of {n} pictures, too many to compare here: at most {most} at once</source>
<translation>学習側の損失は {n} 枚の画像のバッチのもので、ここで比べるには多すぎる：一度に {most} 枚まで</translation></message>
<message><source>the trainer's losses differ from those here: {losses}</source>
<translation>学習側の損失がここでの値と異なる：{losses}</translation></message>
<message><source>the trainer's losses of its batch of {n} pictures differ from those here: {losses}</source>
<translation>{n} 枚のバッチでの学習側の損失がここでの値と異なる：{losses}</translation></message>
<message><source>the trainer's mini-batch and losses are left out</source>
<translation>訓練のミニバッチと損失は省く</translation></message>
<message><source>the trainer's mini-batch is left out</source>
<translation>訓練のミニバッチは省く</translation></message>
<message><source>the trainer's mini-batch is not recorded, and another is drawn here</source>
<translation>学習側のミニバッチは記録されておらず、ここでは別のものを抽出している</translation></message>
<message><source>the trainer's sample</source>
<translation>訓練器の標本</translation></message>
<message><source>the trainer's sample of {stage} has candidate {n} under another label than this recipe</source>
<translation>訓練の {stage} の標本では候補 {n} のラベルがこのレシピと異なる</translation></message>
<message><source>the two pictures beside each other</source>
<translation>二つの画像を横並びに</translation></message>
<message><source>the whole box</source>
<translation>ボックス全体</translation></message>
<message><source>the whole dataset under the recipe in use, counted</source>
<translation>使用中のレシピでのデータセット全体の集計</translation></message>
<message><source>the {nth} number is no multiple of what it should say</source>
<translation>{nth}の数が、述べるべき値の倍数でない</translation></message>
<message><source>the {nth} number is off by {mean} on the whole</source>
<translation>{nth}の数が全体として {mean} ずれている</translation></message>
<message><source>the {nth} number runs against what it should say</source>
<translation>{nth}の数が、述べるべき値と逆に動く</translation></message>
<message><source>the {n} lost, reached</source>
<translation>失われた {n} 個、到達</translation></message>
<message><source>the {shown} best of {every}</source>
<translation>{every} 中最良の {shown}</translation></message>
<message><source>theme colours colors appearance</source>
<translation>theme colours colors appearance テーマ 配色</translation></message>
<message><source>theme colours colors appearance black night</source>
<translation>theme colours colors appearance black night テーマ 黒 夜</translation></message>
<message><source>theme colours colors appearance white bright</source>
<translation>theme colours colors appearance white bright テーマ 白</translation></message>
<message><source>then</source>
<translation>次に</translation></message>
<message><source>there is no prediction in one of them</source>
<translation>一方に予測がない</translation></message>
<message><source>these panels stand in Inspect</source>
<translation>これらのパネルは「検査」にあります</translation></message>
<message><source>third</source>
<translation>第 3</translation></message>
<message><source>this box</source>
<translation>このボックス</translation></message>
<message><source>this is {what} as the network saw it, after augmentation</source>
<translation>これは拡張後、ネットワークが見た {what}</translation></message>
<message><source>this picture</source>
<translation>この画像</translation></message>
<message><source>threshold</source>
<translation>しきい値</translation></message>
<message><source>time</source>
<translation>時間</translation></message>
<message><source>tiny</source>
<translation>微小</translation></message>
<message><source>to ``size`` whatever the picture's aspect</source>
<translation>画像の縦横比によらず ``size`` に</translation></message>
<message><source>too little left</source>
<translation>残りが少なすぎる</translation></message>
<message><source>too small</source>
<translation>小さすぎる</translation></message>
<message><source>top-k cut</source>
<translation>top-k で切捨て</translation></message>
<message><source>total</source>
<translation>合計</translation></message>
<message><source>total loss {v}</source>
<translation>合計損失 {v}</translation></message>
<message><source>total loss {v}, what-if</source>
<translation>合計損失 {v}、仮定</translation></message>
<message><source>total {total}</source>
<translation>合計 {total}</translation></message>
<message><source>trainer</source>
<translation>訓練器</translation></message>
<message><source>training may refuse it</source>
<translation>訓練が拒むことがある</translation></message>
<message><source>truth</source>
<translation>正解</translation></message>
<message><source>try the plausible layouts of these outputs against the ground truth</source>
<translation>正解に対しこの出力のあり得るレイアウトを試す</translation></message>
<message><source>tutorial introduction help start</source>
<translation>tutorial introduction help start 入門 ヘルプ</translation></message>
<message><source>twice a sigmoid for the centre, half a cell beyond its cell, and the square for the sides (YOLOv5)</source>
<translation>中心はシグモイドの 2 倍でセルを半セル超え、辺は二乗 (YOLOv5)</translation></message>
<message><source>type a number or drag an edge</source>
<translation>数を入力するか辺をドラッグ</translation></message>
<message><source>t{}</source>
<translation>t{}</translation></message>
<message><source>t{}_star</source>
<translation>t{}_star</translation></message>
<message><source>undecided</source>
<translation>未定</translation></message>
<message><source>under no hypothesis do deltas explain more than {share} of t*</source>
<translation>デルタが t* の {share} を超えて説明する仮説がない</translation></message>
<message><source>under the cut</source>
<translation>切り捨ての下</translation></message>
<message><source>under {root}</source>
<translation>{root} の下</translation></message>
<message><source>under {root}: {link} is a link that leads out of it, and is not followed</source>
<translation>{root} の下：{link} は外へ出るリンクのため、たどりません</translation></message>
<message><source>unexpected {name}: {error}</source>
<translation>予期しない {name}：{error}</translation></message>
<message><source>unknown_size: {now} images are in no count, was {before}</source>
<translation>unknown_size：{now} 枚は集計外、以前は {before}</translation></message>
<message><source>unmatched</source>
<translation>未対応</translation></message>
<message><source>unmatched low-quality low quality zero-size</source>
<translation>unmatched low-quality zero-size 未対応 低品質</translation></message>
<message><source>unmatched, anchor taken</source>
<translation>未対応、アンカーを取られた</translation></message>
<message><source>up to</source>
<translation>上限</translation></message>
<message><source>v compares the angles of the diagonals; its weight α is no variable of the gradient.</source>
<translation>v は対角線の角度を比べる。重み α は勾配の変数でない。</translation></message>
<message><source>version licence</source>
<translation>version licence バージョン ライセンス</translation></message>
<message><source>w</source>
<translation>w</translation></message>
<message><source>w × h, px</source>
<translation>幅 × 高, px</translation></message>
<message><source>w, px</source>
<translation>w, px</translation></message>
<message><source>w_k is the class's own factor, of loss.class_factors.</source>
<translation>w_k はクラスごとの係数で、loss.class_factors の値です。</translation></message>
<message><source>wanted a raw-output dump (a folder with meta.json, or a .zip of it, or a folder of such), COCO results (.json), text of class score x1 y1 x2 y2 or MOT Challenge's det.txt (.txt), an ONNX model, arrays (.npz), an export as .parquet, or a .pkl of decoded boxes</source>
<translation>必要なのは生出力のダンプ（meta.json のあるフォルダ、その .zip、またはそれらのフォルダ）、COCO の結果（.json）、class score x1 y1 x2 y2 か MOT Challenge の det.txt のテキスト（.txt）、ONNX モデル、配列（.npz）、.parquet の書き出し、または復号済みボックスの .pkl</translation></message>
<message><source>wanted annotations ({titles}) or pictures</source>
<translation>必要なのはアノテーション（{titles}）か画像</translation></message>
<message><source>wanted shorter side, px</source>
<translation>望ましい短辺、px</translation></message>
<message><source>wanted {kinds}</source>
<translation>必要なのは {kinds}</translation></message>
<message><source>wanted: t* of deviation 1</source>
<translation>望ましい：t* の標準偏差 1</translation></message>
<message><source>warnings</source>
<translation>警告</translation></message>
<message><source>was taken by one, but is not among those that stay after contests: {ranked_by} {value}</source>
<translation>一つに取られたが、競合後に残らない：{ranked_by} {value}</translation></message>
<message><source>weights</source>
<translation>weights</translation></message>
<message><source>weights make each deviation of t* 1; means and stds, with weights of 1, its mean 0 too</source>
<translation>weights は t* の各標準偏差を 1 にする。means と stds（weights は 1）は平均も 0 にする</translation></message>
<message><source>weights wanted</source>
<translation>望ましい weights</translation></message>
<message><source>what A is compared with: another recipe, another checkpoint or other raw outputs</source>
<translation>A の比較先：別のレシピ、別のチェックポイント、別の生出力</translation></message>
<message><source>what NMS and the final top-k compare</source>
<translation>NMS と最後の top-k が比べるもの</translation></message>
<message><source>what became of its box</source>
<translation>ボックスの行方</translation></message>
<message><source>what became of its box in {title}</source>
<translation>{title} でのボックスの行方</translation></message>
<message><source>what became of the answer of its likeliest class</source>
<translation>最もありそうなクラスの回答の行方</translation></message>
<message><source>what became of the box</source>
<translation>ボックスの行方</translation></message>
<message><source>what becomes of it in {title}</source>
<translation>{title} での行方</translation></message>
<message><source>what distances are counted in</source>
<translation>距離の単位</translation></message>
<message><source>what is lost is not compared: there are no predictions now</source>
<translation>消失は比較しない：今は予測がない</translation></message>
<message><source>what is odd, in the order of the dataset</source>
<translation>異常なもの、データセット順</translation></message>
<message><source>what is wrong with a detection</source>
<translation>検出の誤り</translation></message>
<message><source>what it adds to the total loss</source>
<translation>合計損失への寄与</translation></message>
<message><source>what it is found as under the recipe that is worse for it</source>
<translation>不利な方のレシピでの状態</translation></message>
<message><source>what its annotation says besides: area, truncated, occluded, pose, ...</source>
<translation>注釈のほかの内容：area、truncated、occluded、pose、...</translation></message>
<message><source>what of it lies in the network's input</source>
<translation>ネットワーク入力内にある部分</translation></message>
<message><source>what pre_nms counts over; points: so many points by their best class, then so many of their pairs</source>
<translation>pre_nms が数えるもの。points：最良クラスでこれだけの点、次にその組をこれだけ</translation></message>
<message><source>what stands out</source>
<translation>目立つもの</translation></message>
<message><source>what suppressed it</source>
<translation>抑制したもの</translation></message>
<message><source>what the first top-k compares</source>
<translation>最初の top-k が比べるもの</translation></message>
<message><source>what the loader and the assigner do with ground truths of each kind</source>
<translation>ローダーと割り当て器が各種の正解をどう扱うか</translation></message>
<message><source>what the trainer's loss took</source>
<translation>学習側の損失が取ったもの</translation></message>
<message><source>what was dropped names no file or folder</source>
<translation>ドロップされたものはファイルでもフォルダーでもない</translation></message>
<message><source>what-if</source>
<translation>仮定</translation></message>
<message><source>what-if, not the data: changed {names}</source>
<translation>仮定、データではない：{names} を変更</translation></message>
<message><source>where epsilon enters, and when CIoU's aspect counts: as MMDetection, or torchvision and detectron2</source>
<translation>epsilon の入る所と CIoU の縦横比を数える時：MMDetection 流、または torchvision と detectron2 流</translation></message>
<message><source>where in its cell the centre lies, behind a sigmoid (YOLO)</source>
<translation>セル内の中心位置、シグモイドを通して (YOLO)</translation></message>
<message><source>where the picture stands in the padded input</source>
<translation>埋めた入力での画像の位置</translation></message>
<message><source>where they end</source>
<translation>終わる所</translation></message>
<message><source>whether it enters the loss</source>
<translation>損失に入るか</translation></message>
<message><source>which it overlaps most (IoU {iou:.4f})</source>
<translation>最も重なる（IoU {iou:.4f}）</translation></message>
<message><source>while training ground truths join the proposals: last, matched by IoU as any; or first, each its own match</source>
<translation>訓練中に正解が提案に加わる：最後に、他と同様 IoU で対応付け、または最初に、それぞれ自身に対応付け</translation></message>
<message><source>whose box suppressed its own, at which IoU of NMS; or for whom its best box is kept</source>
<translation>誰のボックスがその NMS の IoU で自分のを抑制したか。または最良のボックスが誰のために保持されたか</translation></message>
<message><source>why</source>
<translation>理由</translation></message>
<message><source>why explain label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate</source>
<translation>why explain なぜ 説明 label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate</translation></message>
<message><source>why it bears its label</source>
<translation>そのラベルの理由</translation></message>
<message><source>why it is no ground truth</source>
<translation>正解でない理由</translation></message>
<message><source>why the label changed; the sheet gives the cause in A and in B</source>
<translation>ラベルが変わった理由。表に A と B の原因</translation></message>
<message><source>width</source>
<translation>幅</translation></message>
<message><source>width and height are cut to the input</source>
<translation>幅と高さを入力に切り詰める</translation></message>
<message><source>width and height of the input, padding included, network px</source>
<translation>埋め込みを含む入力の幅と高さ、ネットワーク px</translation></message>
<message><source>width over height, a list per level or one for all</source>
<translation>幅÷高さ、レベルごとの一覧か全体で一つ</translation></message>
<message><source>width over height, each also turned, a list per level or one for all</source>
<translation>幅÷高さ、それぞれ逆も、レベルごとの一覧か全体で一つ</translation></message>
<message><source>width, network px</source>
<translation>幅、ネットワーク px</translation></message>
<message><source>widths and heights in px around the first cell's centre (YOLO)</source>
<translation>最初のセルの中心の周りの幅と高さ、px (YOLO)</translation></message>
<message><source>widths are x2 - x1 + 1</source>
<translation>幅は x2 - x1 + 1</translation></message>
<message><source>with GT {t}</source>
<translation>正解 {t} と</translation></message>
<message><source>with all that is chosen there, as from a place of the audit to its list</source>
<translation>そこでの選択をすべて保って、監査の一か所からその一覧へ戻るように</translation></message>
<message><source>with at most this many boxes classes are kept apart by shifting them in float32 instead of one by one</source>
<translation>ボックスがこの数以下なら、クラスを一つずつでなく float32 のずらしで分ける</translation></message>
<message><source>with at most this many boxes groups are kept apart by shifting them in float32 instead of one by one</source>
<translation>ボックスがこの数以下なら、集まりを一つずつでなく float32 のずらしで分ける</translation></message>
<message><source>with classes counted from 0</source>
<translation>クラスは 0 から</translation></message>
<message><source>with that ground truth</source>
<translation>その正解と</translation></message>
<message><source>without classes</source>
<translation>クラスなし</translation></message>
<message><source>without the low-quality rule it would have no positive anchor</source>
<translation>低品質規則がなければ正のアンカーはない</translation></message>
<message><source>won by another</source>
<translation>別のものが勝った</translation></message>
<message><source>words terms definitions low-quality low quality fate funnel recall help documentation</source>
<translation>words terms definitions 用語 定義 low-quality fate funnel recall ヘルプ 文書</translation></message>
<message><source>write tables, a summary and a page for a browser, as audit --output does</source>
<translation>audit --output と同じく、表・要約・ブラウザー用ページを書く</translation></message>
<message><source>write the boxes with findings for a tool of annotation: COCO, FiftyOne</source>
<translation>所見のあるボックスを注釈ツール用に書く：COCO、FiftyOne</translation></message>
<message><source>writing the report</source>
<translation>レポートを書いています</translation></message>
<message><source>wrong class</source>
<translation>クラス違い</translation></message>
<message><source>wrong class, badly placed</source>
<translation>クラス違い、位置ずれ</translation></message>
<message><source>x</source>
<translation>x</translation></message>
<message><source>x and y are the centre's; ground truth and predicted box in network px, t without a unit</source>
<translation>x と y は中心。正解と予測ボックスはネットワーク px、t は単位なし</translation></message>
<message><source>x1</source>
<translation>x1</translation></message>
<message><source>x1 + w / 2, or (x1 + x2) / 2</source>
<translation>x1 + w / 2、または (x1 + x2) / 2</translation></message>
<message><source>x2</source>
<translation>x2</translation></message>
<message><source>x_0 and y_0 are the corner of the point's cell, of stride s; sides count in strides too.</source>
<translation>x_0 と y_0 はストライド s の点のセルの角。辺もストライドで数える。</translation></message>
<message><source>y</source>
<translation>y</translation></message>
<message><source>y1</source>
<translation>y1</translation></message>
<message><source>y2</source>
<translation>y2</translation></message>
<message><source>yes</source>
<translation>はい</translation></message>
<message><source>yolo: coordinates weigh 2 - w h of the ground truth, relative (darknet)</source>
<translation>yolo：座標の重みは 2 - w h、正解の相対値 (darknet)</translation></message>
<message><source>yolo: factor of t_w and t_h, beside box_weight</source>
<translation>yolo：t_w と t_h の係数、box_weight に加え</translation></message>
<message><source>yolo: factor of the class entropies, beside objectness_weight</source>
<translation>yolo：クラスエントロピーの係数、objectness_weight に加え</translation></message>
<message><source>yolo: smallest confidence, before everything else</source>
<translation>yolo：最小信頼度、他の何より先に</translation></message>
<message><source>yolo: what a positive's right class is trained towards: 1, or its soft target</source>
<translation>yolo：正例の正しいクラスの訓練先：1、またはそのソフトターゲット</translation></message>
<message><source>yolo: what min_score and the first top-k compare: the class's probability, or its product with the confidence, which then has to be above min_confidence too; the last: of one class the confidence alone</source>
<translation>yolo：min_score と最初の top-k が比べるもの：クラスの確率、または信頼度との積（このとき信頼度も min_confidence を超える必要）。最後：1 クラスでは信頼度のみ</translation></message>
<message><source>z is object minus background: this is the softmax of both.</source>
<translation>z は物体 − 背景：両者の softmax。</translation></message>
<message><source>zero-size box</source>
<translation>サイズ 0 のボックス</translation></message>
<message><source>zero-size boxes: without width or height, or that end before they start</source>
<translation>サイズ 0 のボックス：幅か高さがない、または終わりが始まりより前</translation></message>
<message><source>zoom actual size pixels original</source>
<translation>zoom actual size pixels original 拡大 実寸</translation></message>
<message><source>zoom whole picture</source>
<translation>zoom whole picture 拡大 画像全体</translation></message>
<message><source>{0} raw outputs, and this picture has none. Open some with Ctrl+P.</source>
<translation>{0}生出力、この画像にはない。Ctrl+P で開く。</translation></message>
<message><source>{anchor:,}: IoU {iou}, p {score}</source>
<translation>{anchor:,}：IoU {iou}、p {score}</translation></message>
<message><source>{anchor:,}: IoU {iou}, {head} {cost}</source>
<translation>{anchor:,}：IoU {iou}、{head} {cost}</translation></message>
<message><source>{anchor}: rank {rank}, {parts}</source>
<translation>{anchor}：順位 {rank}、{parts}</translation></message>
<message><source>{arrays}, guessed to be x1, y1, x2, y2, {kinds},</source>
<translation>{arrays}、推定 x1、y1、x2、y2、{kinds}、</translation></message>
<message><source>{array} is not read, wanted logits and deltas of one name, as roi_logits and roi_deltas</source>
<translation>{array} は読まれない。同名の logits と deltas が必要、例 roi_logits と roi_deltas</translation></message>
<message><source>{a} in A, {b} in B</source>
<translation>A で {a}、B で {b}</translation></message>
<message><source>{a} of {b}</source>
<translation>{a} / {b}</translation></message>
<message><source>{a} to {b}: {count}</source>
<translation>{a}〜{b}：{count}</translation></message>
<message><source>{a} → {b}</source>
<translation>{a} → {b}</translation></message>
<message><source>{before} → {after}</source>
<translation>{before} → {after}</translation></message>
<message><source>{both}: a dataset or pictures, or the folder of both</source>
<translation>{both}：データセットか画像か、両方のフォルダー</translation></message>
<message><source>{boxes} boxes in {images} pictures</source>
<translation>画像 {images} 枚にボックス {boxes} 個</translation></message>
<message><source>{boxes} of {images}</source>
<translation>{boxes} / {images}</translation></message>
<message><source>{boxes}, in {images}</source>
<translation>{boxes}、{images}</translation></message>
<message><source>{box}: found, then {end}, score {before} to {after}</source>
<translation>{box}：検出、次に {end}、スコア {before} から {after}</translation></message>
<message><source>{box}: {before} to {after}, best IoU {iou} to {then}</source>
<translation>{box}：{before} から {after}、最良 IoU {iou} から {then}</translation></message>
<message><source>{changed} of {judged} ground truths end elsewhere in B.</source>
<translation>正解 {judged} 個中 {changed} 個が B では別の所で終わる。</translation></message>
<message><source>{changed} of {judged} ground truths end elsewhere: {before} are found by {one}, {after} by {other}.</source>
<translation>正解 {judged} 個中 {changed} 個が別の所で終わる：{before} 個は {one} で、{after} 個は {other} で検出。</translation></message>
<message><source>{change} points</source>
<translation>{change} ポイント</translation></message>
<message><source>{command}: {reason}</source>
<translation>{command}: {reason}</translation></message>
<message><source>{count} anchors are positive and overlap no ground truth.</source>
<translation>アンカー {count} 個は正例だがどの正解とも重ならない。</translation></message>
<message><source>{count} of {all} anchors in both grids change label or ground truth.</source>
<translation>両グリッドのアンカー {all} 個中 {count} 個がラベルか正解を変える。</translation></message>
<message><source>{count} of {used} share every candidate with others.</source>
<translation>{used} 個中 {count} 個はどの候補も他と共有。</translation></message>
<message><source>{count} of {used} with fewer candidates than the rule may take.</source>
<translation>{used} 個中 {count} 個は候補が規則の取れる数より少ない。</translation></message>
<message><source>{count} of {used} with one or two positive anchors.</source>
<translation>{used} 個中 {count} 個は正のアンカーが 1〜2 個。</translation></message>
<message><source>{count} zero-size boxes: no width or no height.</source>
<translation>サイズ 0 のボックス {count} 個：幅か高さがない。</translation></message>
<message><source>{count}, and the low-quality rule adds {low_quality:,}</source>
<translation>{count}、低品質規則がさらに {low_quality:,} 個</translation></message>
<message><source>{differing} of {compared} anchors in both grids change label or ground truth; {only_a} stand only in {a}, {only_b} only in {b}.</source>
<translation>両グリッドのアンカー {compared} 個中 {differing} 個がラベルか正解を変える。{only_a} 個は {a} だけ、{only_b} 個は {b} だけ。</translation></message>
<message><source>{done} of {all}</source>
<translation>{done} / {all}</translation></message>
<message><source>{done} of {n}</source>
<translation>{done} / {n}</translation></message>
<message numerus="yes"><source>{done} of {n} images</source>
<translation><numerusform>{done} / {n} 枚</numerusform></translation></message>
<message><source>{done} of {total} images</source>
<translation>{done} / {total} 枚</translation></message>
<message><source>{done} of {total} images · {pace} images/s · {left} s left</source>
<translation>{done} / {total} 枚 · {pace} 枚/s · 残り {left} s</translation></message>
<message><source>{drawn} of {total}</source>
<translation>{drawn} / {total}</translation></message>
<message><source>{example} (and {n:,} more)</source>
<translation>{example}（ほか {n:,} 件）</translation></message>
<message><source>{factor} times the input's sides</source>
<translation>入力の辺の {factor} 倍</translation></message>
<message><source>{finding}, IoU {iou:.4f}. Changed: {names}. Nothing of this is saved or exported.</source>
<translation>{finding}、IoU {iou:.4f}。変更：{names}。保存も書き出しもされない。</translation></message>
<message><source>{finding}. Changed: {names}. Nothing of this is saved or exported.</source>
<translation>{finding}。変更：{names}。保存も書き出しもされない。</translation></message>
<message><source>{first} overlaps no anchor: its best IoU is 0, every anchor ties for it, and the low-quality rule makes {which} positive</source>
<translation>{first} はどのアンカーとも重ならない：最良 IoU が 0 で全アンカー同着、低品質規則が{which}を正例にする</translation></message>
<message><source>{fit:.4f} (GT {gt})</source>
<translation>{fit:.4f} (正解 {gt})</translation></message>
<message><source>{formats}, and folders of pictures</source>
<translation>{formats}、および画像フォルダー</translation></message>
<message><source>{found}, and {least} is wanted</source>
<translation>{found}、必要なのは {least}</translation></message>
<message><source>{found}, wanted {wanted} for this recipe{more}</source>
<translation>{found}、このレシピに必要なのは {wanted}{more}</translation></message>
<message><source>{found}; as the recipe says the arrays do not fit at all</source>
<translation>{found}。レシピの通りでは配列がまったく合わない</translation></message>
<message><source>{found}; as the recipe says {recall}, {mean}, {apart}</source>
<translation>{found}。レシピの通りでは {recall}、{mean}、{apart}</translation></message>
<message><source>{found}; more pictures tell more</source>
<translation>{found}。画像が多いほど分かる</translation></message>
<message><source>{found}; with the {positives} positive anchors of the {pictures} pictures looked at, anything below {chance} may be chance</source>
<translation>{found}。見た {pictures} 枚の画像の正例アンカー {positives} 個では、{chance} 未満は偶然かもしれない</translation></message>
<message><source>{gone} of {all} boxes lost in augmentation</source>
<translation>拡張で {all} 個中 {gone} 個のボックスが失われた</translation></message>
<message><source>{gt} ({gt_too})</source>
<translation>{gt}（{gt_too}）</translation></message>
<message><source>{gt} has fewer candidates than the {topk} it may take</source>
<translation>{gt} の候補は取れる {topk} 個より少ない</translation></message>
<message><source>{gt} has no candidate: no {place} {near_it}</source>
<translation>{gt} に候補がない：{near_it}{place}がない</translation></message>
<message><source>{gt} has no positive anchor of its own: its best one belongs to another</source>
<translation>{gt} に自分の正例アンカーがない：最良のものは別の正解のもの</translation></message>
<message><source>{gt} has no positive anchor: its shape is in no layer</source>
<translation>{gt} に正例アンカーがない：その形はどの層にもない</translation></message>
<message><source>{gt} has no positive anchor: no anchor has such sides</source>
<translation>{gt} に正例アンカーがない：そのような辺のアンカーがない</translation></message>
<message><source>{gt} has no positive anchor: no candidate inside reaches its threshold</source>
<translation>{gt} に正例アンカーがない：内側の候補がしきい値に達しない</translation></message>
<message><source>{gt} has no positive: it took none, or lost all</source>
<translation>{gt} に正例がない：取らなかったか、すべて失った</translation></message>
<message><source>{gt} is not among the trainer's recorded: it takes no part</source>
<translation>{gt} は訓練の記録になく、割り当てに加わらない</translation></message>
<message><source>{gt} is of {kind}, but stage {stage} has outputs for classes 0 to {last}: no losses</source>
<translation>{gt} は{kind}だが、ステージ {stage} の出力はクラス 0〜{last}：損失なし</translation></message>
<message><source>{gt} is unmatched: its best anchors belong to ground truth {owner}</source>
<translation>{gt} は未対応：最良のアンカーは正解 {owner} のもの</translation></message>
<message><source>{gt} is unmatched: no anchor overlaps it enough</source>
<translation>{gt} は未対応：十分に重なるアンカーがない</translation></message>
<message><source>{gt} overlaps no anchor: {effect}</source>
<translation>{gt} はどのアンカーとも重ならない：{effect}</translation></message>
<message><source>{gt} overlaps none of its candidates</source>
<translation>{gt} は候補のどれとも重ならない</translation></message>
<message><source>{gt} takes no part in the assignment: such regions are left out</source>
<translation>{gt} は割り当てに加わらない：この種の領域は除かれる</translation></message>
<message><source>{gt} takes no part in the assignment: such regions make the anchors in them ignored</source>
<translation>{gt} は割り当てに加わらない：この種の領域内のアンカーは無視される</translation></message>
<message><source>{gt} {what}</source>
<translation>{gt} {what}</translation></message>
<message><source>{gt} {why}; {then}</source>
<translation>{gt} {why}；{then}</translation></message>
<message><source>{guess} in fractions of the stored picture: a layout says what they are</source>
<translation>{guess} 保存画像の割合：レイアウトで定められる</translation></message>
<message><source>{guess} in px of the stored picture: a layout says what they are</source>
<translation>{guess} 保存画像の px：レイアウトで定められる</translation></message>
<message><source>{images} pictures</source>
<translation>画像 {images} 枚</translation></message>
<message><source>{images} · {seconds} s</source>
<translation>{images} · {seconds} s</translation></message>
<message><source>{image}: {words}</source>
<translation>{image}：{words}</translation></message>
<message numerus="yes"><source>{kept} of {n} boxes kept</source>
<translation><numerusform>ボックス {n} 個中 {kept} 個を保持</numerusform></translation></message>
<message><source>{keys} taken from {names}.</source>
<translation>{keys} を {names} から取った。</translation></message>
<message><source>{key} belongs to {names}. Setting it here takes it away there.</source>
<translation>{key} は {names} のもの。ここで設定するとそちらから外れる。</translation></message>
<message><source>{key} is free.</source>
<translation>{key} は空き。</translation></message>
<message><source>{key} {meaning}; no command can have it.</source>
<translation>{key} {meaning}。コマンドには使えない。</translation></message>
<message><source>{kind}: {now}, was {before}</source>
<translation>{kind}：{now}、以前は {before}</translation></message>
<message><source>{label} {bounds}: {count} of {total}</source>
<translation>{label} {bounds}：{count} / {total}</translation></message>
<message><source>{left:,} = {join} + &lt;b&gt;{kept:,} kept&lt;/b&gt;</source>
<translation>{left:,} = {join} + &lt;b&gt;保持 {kept:,}&lt;/b&gt;</translation></message>
<message><source>{left:,} anchors have a decoded box, {lost:,} have none</source>
<translation>復号ボックスのあるアンカー {left:,} 個、ないもの {lost:,} 個</translation></message>
<message><source>{left:,} left, {lost:,} lost here</source>
<translation>残り {left:,}、ここで消失 {lost:,}</translation></message>
<message><source>{length} network px ({across} × {down})</source>
<translation>{length} ネットワーク px（{across} × {down}）</translation></message>
<message><source>{length} network px ({across} × {down})  ·  {own} original px ({own_across} × {own_down})</source>
<translation>{length} ネットワーク px（{across} × {down}）  ·  {own} 元画像 px（{own_across} × {own_down}）</translation></message>
<message><source>{level} are cut by the first {pre} {group}, {final} by the last {post}, {small} are too small.</source>
<translation>{group}最初の {pre} 個で {level} 個、最後の {post} 個で {final} 個が除かれ、{small} 個は小さすぎる。</translation></message>
<message><source>{level} cell ({x}, {y}) · stride {stride:g}</source>
<translation>{level} セル ({x}, {y}) · ストライド {stride:g}</translation></message>
<message><source>{level} cell ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}</source>
<translation>{level} セル ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}</translation></message>
<message><source>{line}</source>
<translation>{line}</translation></message>
<message><source>{loss} loss</source>
<translation>{loss} 損失</translation></message>
<message><source>{lost} of {judged} ground truths are lost, all of them {how}.</source>
<translation>正解 {judged} 個のうち {lost} 個が失われ、すべて{how}。</translation></message>
<message><source>{lost} of {judged} ground truths are lost, {part} of them {how}.</source>
<translation>正解 {judged} 個のうち {lost} 個が失われ、うち {part} 個は{how}。</translation></message>
<message><source>{low} to {high}</source>
<translation>{low}〜{high}</translation></message>
<message><source>{named}: one file of raw outputs at a time, or the folder that holds them</source>
<translation>{named}：生出力は一度に一つ、またはそれらのフォルダー</translation></message>
<message><source>{names}, no longer what this anchor answers to</source>
<translation>{names}、このアンカーの答える相手ではなくなった</translation></message>
<message><source>{name} by {share}</source>
<translation>{name}：{share}</translation></message>
<message><source>{name} can be opened in {choices} ways. Which one?</source>
<translation>{name} は {choices} 通りに開ける。どれにするか？</translation></message>
<message><source>{name} changed</source>
<translation>{name} が変わった</translation></message>
<message><source>{name} is gone</source>
<translation>{name} はもうない</translation></message>
<message><source>{name} is shown under your recipe {own}; the demo's model is listed under Predictions.</source>
<translation>{name} は {own} で表示中。デモのモデルは「予測」にある。</translation></message>
<message><source>{name} is there already, so nothing was exported; choose its whole name to replace it</source>
<translation>{name} は既にあり、書き出していない。置き換えるには完全な名前を選ぶ</translation></message>
<message><source>{name} is {value}</source>
<translation>{name} は {value}</translation></message>
<message><source>{name} layer</source>
<translation>{name} レイヤー</translation></message>
<message><source>{name} waits for a dataset or pictures: open or drop them.</source>
<translation>{name} はデータセットか画像を待つ：開くかドロップ。</translation></message>
<message><source>{name} workspace</source>
<translation>{name} 作業画面</translation></message>
<message><source>{name}, as shipped</source>
<translation>{name}、出荷</translation></message>
<message><source>{name}, costs more</source>
<translation>{name}、コスト増</translation></message>
<message><source>{name}, network input {size} px</source>
<translation>{name}、ネットワーク入力 {size} px</translation></message>
<message numerus="yes"><source>{name}, one of {n} pictures; its ground truths are still being read</source>
<translation><numerusform>{name}、{n} 枚の画像の一つ。正解を読み込み中</numerusform></translation></message>
<message><source>{name}, reached</source>
<translation>{name}、到達</translation></message>
<message><source>{name}, {end}: {count} of {boxes} ({share})</source>
<translation>{name}、{end}：{count} / {boxes}（{share}）</translation></message>
<message numerus="yes"><source>{name}, {n} candidates</source>
<translation><numerusform>{name}、候補 {n} 個</numerusform></translation></message>
<message><source>{name}, {words}</source>
<translation>{name}, {words}</translation></message>
<message><source>{name}: no loss: the outputs have no column for a class of the ground truths</source>
<translation>{name}：損失なし：正解のクラスの列が出力にない</translation></message>
<message><source>{name}: the picture was not found, and no size is annotated</source>
<translation>{name}：画像が見つからず、サイズの注釈もない</translation></message>
<message><source>{name}: what a click selects and the layers show, {what} (H)</source>
<translation>{name}：クリックで選ぶもの、レイヤーの示すもの、{what} (H)</translation></message>
<message><source>{name}: {found} of {total} pictures found.</source>
<translation>{name}：画像 {total} 枚のうち {found} 枚が見つかった。</translation></message>
<message><source>{name}: {lost} of {boxes} lost</source>
<translation>{name}：{boxes} 中 {lost} 消失</translation></message>
<message><source>{name}: {what}, {how}.</source>
<translation>{name}: {what}, {how}.</translation></message>
<message><source>{near}, under its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation.</source>
<translation>{near}、しきい値 {threshold:.4f} 未満：候補の IoU の平均＋標準偏差。</translation></message>
<message><source>{near}, which reaches its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation; and its centre lies inside.{rivals}</source>
<translation>{near}、しきい値 {threshold:.4f} に達する：候補の IoU の平均＋標準偏差。中心は内側。{rivals}</translation></message>
<message><source>{near}, which reaches the threshold {threshold:.4f}; but its centre is not inside that ground truth by more than {inside:g} px.</source>
<translation>{near}、しきい値 {threshold:.4f} に達する。しかし中心がその正解の内側に {inside:g} px を超えて入らない。</translation></message>
<message><source>{near}; but a single candidate has no deviation, so nothing reaches the threshold.</source>
<translation>{near}。しかし候補が一つでは標準偏差がなく、しきい値に達するものがない。</translation></message>
<message><source>{none} of its {all} positive anchors overlap no ground truth</source>
<translation>正のアンカー {all} 個のうち {none} 個はどの正解とも重ならない</translation></message>
<message><source>{numbers}</source>
<translation>{numbers}</translation></message>
<message><source>{number} {name} of {picture}</source>
<translation>{picture} の {number} {name}</translation></message>
<message><source>{n} GT</source>
<translation>{n} 正解</translation></message>
<message numerus="yes"><source>{n} anchors</source>
<translation><numerusform>アンカー {n} 個</numerusform></translation></message>
<message><source>{n} anchors left out: no decoded box belongs to them</source>
<translation>アンカー {n} 個を除外：対応する復号ボックスがありません</translation></message>
<message numerus="yes"><source>{n} anchors under the cursor</source>
<translation><numerusform>カーソル下にアンカー {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} anchors, every one decoded</source>
<translation><numerusform>アンカー {n} 個、すべて復号</numerusform></translation></message>
<message numerus="yes"><source>{n} annotations without a picture are left out.</source>
<translation><numerusform>画像のない注釈 {n} 個は除外。</numerusform></translation></message>
<message><source>{n} are suppressed, {another} of them by a box of another ground truth.</source>
<translation>{n} 個が抑制され、うち {another} 個は別の正解のボックスによる。</translation></message>
<message><source>{n} background</source>
<translation>{n} 背景</translation></message>
<message numerus="yes"><source>{n} boxes</source>
<translation><numerusform>ボックス {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes are of a class the dataset does not have.</source>
<translation><numerusform>ボックス {n} 個のクラスはデータセットにない。</numerusform></translation></message>
<message><source>{n} boxes left out: the dataset has no class {name}</source>
<translation>ボックス {n} 個を除外：データセットにクラス {name} がない</translation></message>
<message numerus="yes"><source>{n} boxes with findings</source>
<translation><numerusform>所見のあるボックス {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; each has a threshold of its own</source>
<translation><numerusform>ボックス {n} 個。それぞれ自身のしきい値</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; points have no IoU with them</source>
<translation><numerusform>ボックス {n} 個。点は IoU を持たない</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; this rule compares no IoU</source>
<translation><numerusform>ボックス {n} 個。この規則は IoU を比べない</numerusform></translation></message>
<message><source>{n} clusters of width and height, the smallest at the finest level</source>
<translation>幅と高さのクラスター {n} 個、最小のものが最も細かいレベル</translation></message>
<message numerus="yes"><source>{n} fields changed from {base}</source>
<translation><numerusform>{base} から {n} 項目変更</numerusform></translation></message>
<message><source>{n} foreground</source>
<translation>{n} 前景</translation></message>
<message numerus="yes"><source>{n} foreground proposals</source>
<translation><numerusform>前景の提案 {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} ground truths</source>
<translation><numerusform>正解 {n} 個</numerusform></translation></message>
<message><source>{n} h ago</source>
<translation>{n} 時間前</translation></message>
<message numerus="yes"><source>{n} ignored</source>
<translation><numerusform>{n} 無視</numerusform></translation></message>
<message numerus="yes"><source>{n} images</source>
<translation><numerusform>画像 {n} 枚</numerusform></translation></message>
<message><source>{n} images cannot be used, such as {why}</source>
<translation>画像 {n} 枚は使えない、例 {why}</translation></message>
<message numerus="yes"><source>{n} images have another size than annotated: anchors follow the annotated size, outputs the file's.</source>
<translation><numerusform>{n} 枚の画像のサイズが注釈と異なる：アンカーは注釈、出力はファイルに従う。</numerusform></translation></message>
<message numerus="yes"><source>{n} images have no box in the file, and count as images without detections.</source>
<translation><numerusform>{n} 枚の画像はファイルにボックスがなく、検出なしとして数える。</numerusform></translation></message>
<message numerus="yes"><source>{n} images have no outputs and are in no number here.</source>
<translation><numerusform>{n} 枚の画像は出力がなく、どの数にも入らない。</numerusform></translation></message>
<message><source>{n} images have no predictions</source>
<translation>画像 {n} 枚に予測がない</translation></message>
<message numerus="yes"><source>{n} images have outputs that cannot be used.</source>
<translation><numerusform>{n} 枚の画像の出力は使えない。</numerusform></translation></message>
<message numerus="yes"><source>{n} images left out, the first: {why}.</source>
<translation><numerusform>画像 {n} 枚を除外、最初：{why}。</numerusform></translation></message>
<message numerus="yes"><source>{n} images were recorded with other ground truths than the annotated ones; theirs are not judged.</source>
<translation><numerusform>{n} 枚の画像は注釈と異なる正解で記録された。その正解は判定しない。</numerusform></translation></message>
<message numerus="yes"><source>{n} images, as {name}: {why}.</source>
<translation><numerusform>{n} 枚の画像、例 {name}：{why}。</numerusform></translation></message>
<message numerus="yes"><source>{n} images, {some} predicted</source>
<translation><numerusform>画像 {n} 枚、予測 {some}</numerusform></translation></message>
<message numerus="yes"><source>{n} lost</source>
<translation><numerusform>消失 {n}</numerusform></translation></message>
<message><source>{n} low</source>
<translation>{n} 低</translation></message>
<message><source>{n} low-quality</source>
<translation>{n} 低品質</translation></message>
<message numerus="yes"><source>{n} matches</source>
<translation><numerusform>{n} 件一致</numerusform></translation></message>
<message><source>{n} min ago</source>
<translation>{n} 分前</translation></message>
<message><source>{n} missed: {ends}.</source>
<translation>未検出 {n}：{ends}。</translation></message>
<message numerus="yes"><source>{n} more</source>
<translation><numerusform>ほか {n} 件</numerusform></translation></message>
<message numerus="yes"><source>{n} negative</source>
<translation><numerusform>{n} 負例</numerusform></translation></message>
<message numerus="yes"><source>{n} negatives</source>
<translation><numerusform>負例 {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} new positives</source>
<translation><numerusform>新しい正例 {n} 個</numerusform></translation></message>
<message><source>{n} of {all}</source>
<translation>{n} / {all}</translation></message>
<message numerus="yes"><source>{n} of {all} ground truths have another state in B.</source>
<translation><numerusform>正解 {all} 個中 {n} 個が B では別の状態。</numerusform></translation></message>
<message numerus="yes"><source>{n} of {judged} ground truths judged have no positive at any of {steps} steps.</source>
<translation><numerusform>判定した正解 {judged} 個中 {n} 個は {steps} ステップのどれでも正例なし。</numerusform></translation></message>
<message numerus="yes"><source>{n} of {total} pictures bear names that several files have; none is taken.</source>
<translation><numerusform>画像 {total} 枚中 {n} 枚は複数ファイルと同名で、どれも使わない。</numerusform></translation></message>
<message numerus="yes"><source>{n} of {total} pictures were not found</source>
<translation><numerusform>画像 {total} 枚中 {n} 枚が見つからない</numerusform></translation></message>
<message><source>{n} of {used} boxes ({share}) have as many candidates as the rule may take</source>
<translation>ボックス {used} 個中 {n} 個（{share}）が規則の取れる数の候補を持つ</translation></message>
<message numerus="yes"><source>{n} of {used} ground truths have no positive anchor. G goes through all and says why.</source>
<translation><numerusform>正解 {used} 個中 {n} 個に正のアンカーなし。G で順に理由を見る。</numerusform></translation></message>
<message numerus="yes"><source>{n} others</source>
<translation><numerusform>他 {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} overlap no anchor</source>
<translation><numerusform>{n} 個はどのアンカーとも重ならない</numerusform></translation></message>
<message numerus="yes"><source>{n} pairs of a proposal and a class</source>
<translation><numerusform>提案とクラスの {n} 組</numerusform></translation></message>
<message><source>{n} pictures or more in one</source>
<translation>{n} 枚以上の画像を 1 枚にしたもの</translation></message>
<message numerus="yes"><source>{n} points</source>
<translation><numerusform>点 {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} points under the cursor</source>
<translation><numerusform>カーソル下に点 {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} positive</source>
<translation><numerusform>{n} 正例</numerusform></translation></message>
<message numerus="yes"><source>{n} positive anchors</source>
<translation><numerusform>正のアンカー {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} positive points</source>
<translation><numerusform>正の点 {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} positives</source>
<translation><numerusform>正例 {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{n} proposals</source>
<translation><numerusform>提案 {n} 個</numerusform></translation></message>
<message><source>{n} proposals under the cursor</source>
<translation>カーソル下に提案 {n} 個</translation></message>
<message><source>{n} px</source>
<translation>{n} px</translation></message>
<message><source>{n} s ago</source>
<translation>{n} 秒前</translation></message>
<message><source>{n} steps/s</source>
<translation>{n} ステップ/s</translation></message>
<message><source>{n} times the size on the screen</source>
<translation>画面の {n} 倍のサイズ</translation></message>
<message><source>{n} undecided</source>
<translation>{n} 未定</translation></message>
<message numerus="yes"><source>{n} unmatched</source>
<translation><numerusform>{n} 未対応</numerusform></translation></message>
<message><source>{n} zero-size</source>
<translation>{n} サイズ 0</translation></message>
<message><source>{n} {kind}</source>
<translation>{n} {kind}</translation></message>
<message numerus="yes"><source>{n} {label} anchors in {letter}</source>
<translation><numerusform>{letter} のアンカー {n} 個（{label}）</numerusform></translation></message>
<message><source>{n}+</source>
<translation>{n}+</translation></message>
<message><source>{objectness:,.5g} and {box:,.5g}</source>
<translation>{objectness:,.5g} と {box:,.5g}</translation></message>
<message><source>{of}, {lost}.</source>
<translation>{of}、{lost}。</translation></message>
<message><source>{of}; which one takes it, if any, depends on a prediction that is not known.</source>
<translation>{of}。どれが取るかは、未知の予測による。</translation></message>
<message><source>{one} stand in the first grid alone, {other} in the second.</source>
<translation>{one} 個は最初のグリッドだけ、{other} 個は第二だけ。</translation></message>
<message><source>{one}; {other}</source>
<translation>{one}；{other}</translation></message>
<message><source>{others:,} stand in one grid only; positives {effect}; of those in both {flips:,} change label or ground truth</source>
<translation>{others:,} 個は片方のグリッドだけ。正例 {effect}。両方にあるうち {flips:,} 個がラベルか正解を変える</translation></message>
<message><source>{owner} claims it: no anchor overlaps that one more (IoU {highest:.4f}). It overlaps {best} at IoU {iou:.4f}, but in this library the claim wins.</source>
<translation>{owner} が主張する：それとこれ以上重なるアンカーがない（IoU {highest:.4f}）。{best} と IoU {iou:.4f} で重なるが、このライブラリでは主張が勝つ。</translation></message>
<message><source>{own}, all of them shared with others</source>
<translation>{own}、すべて他と共有</translation></message>
<message><source>{own}, the best of IoU {best:.4f}; but no candidate's centre lies inside and is free for it.</source>
<translation>{own}、最良 IoU {best:.4f}。しかし中心が内側で空いている候補がない。</translation></message>
<message><source>{own}, the best of IoU {best:.4f}; but {given}.</source>
<translation>{own}、最良 IoU {best:.4f}。しかし{given}。</translation></message>
<message><source>{own}, {shared:,} of them shared with others</source>
<translation>{own}、うち {shared:,} 個は他と共有</translation></message>
<message><source>{own}. It took none: none has a {ranked_by} above 0.</source>
<translation>{own}。どれも取らなかった：0 を超える{ranked_by}なし。</translation></message>
<message><source>{own}. It took {taken:,}, {how_many}, {towards} a {ranked_by} of {cut}</source>
<translation>{own}。{taken:,} 個取った、{how_many}、{ranked_by}の{towards} {cut}</translation></message>
<message><source>{own}. Which of them it takes depends on a prediction that is not known.</source>
<translation>{own}。どれを取るかは、未知の予測による。</translation></message>
<message><source>{own}: fewer than the {topk} it may take</source>
<translation>{own}：取れる {topk} 個より少ない</translation></message>
<message><source>{own}; {count:,} of them reach it with their centre inside and are its own. The best is {best:.4f}.</source>
<translation>{own}。うち {count:,} 個が中心を内側に持って達し、自分のもの。最良は {best:.4f}。</translation></message>
<message><source>{part} ground truths have fewer candidates than the rule may take</source>
<translation>正解 {part} 個は候補が規則の取れる数より少ない</translation></message>
<message><source>{passing} anchors pass. </source>
<translation>アンカー {passing} 個が通る。 </translation></message>
<message numerus="yes"><source>{passing} of {n} anchors</source>
<translation><numerusform>{passing} / アンカー {n} 個</numerusform></translation></message>
<message><source>{passing} of {total}</source>
<translation>{passing} / {total}</translation></message>
<message><source>{path}: could not be written: the format {suffix} is not known, wanted .png or .svg</source>
<translation>{path}：書けない：形式 {suffix} は不明、.png か .svg が必要</translation></message>
<message><source>{path}: holds Python objects (pickle), which are never loaded; wanted numbers</source>
<translation>{path}：Python オブジェクト（pickle）を含み、読み込みません。必要なのは数値</translation></message>
<message><source>{path}: no longer there</source>
<translation>{path}：もうない</translation></message>
<message><source>{path}: not readable as .npz: {why}</source>
<translation>{path}：.npz として読めません：{why}</translation></message>
<message><source>{path}: not readable as TOML: {why}</source>
<translation>{path}：TOML として読めません：{why}</translation></message>
<message><source>{path}: {problem}</source>
<translation>{path}：{problem}</translation></message>
<message><source>{path}: {what}</source>
<translation>{path}: {what}</translation></message>
<message><source>{path}:{place}: {problem}</source>
<translation>{path}:{place}：{problem}</translation></message>
<message numerus="yes"><source>{place} of {n} anchors under the cursor, by IoU</source>
<translation><numerusform>カーソル下のアンカー {n} 個中 {place}、IoU 順</numerusform></translation></message>
<message numerus="yes"><source>{place} of {n} points under the cursor</source>
<translation><numerusform>カーソル下の点 {n} 個中 {place}</numerusform></translation></message>
<message><source>{place} · IoU {iou:.4f}</source>
<translation>{place} · IoU {iou:.4f}</translation></message>
<message><source>{place}: {old} to {new}</source>
<translation>{place}：{old} から {new}</translation></message>
<message><source>{place}{scores} levels of objectness and {deltas} of deltas, wanted {wanted} for this recipe</source>
<translation>{place}objectness が {scores} レベル、デルタが {deltas} レベル、このレシピに必要なのは {wanted}</translation></message>
<message><source>{problem} (column {start})</source>
<translation>{problem}（{start} 列目）</translation></message>
<message><source>{problem}. Every anchor is shown.</source>
<translation>{problem}。全アンカーを表示。</translation></message>
<message><source>{problem}. Every point is shown.</source>
<translation>{problem}。全ての点を表示。</translation></message>
<message><source>{reached} of {used} boxes ({share}) reach IoU {least} with an anchor</source>
<translation>ボックス {used} 個中 {reached} 個（{share}）がアンカーと IoU {least} に達する</translation></message>
<message><source>{reach}, but that anchor lies in an ignored region and enters no loss.</source>
<translation>{reach}。しかしそのアンカーは無視領域にあり、損失に入らない。</translation></message>
<message><source>{reach}, but that anchor {leaves} and enters no loss.</source>
<translation>{reach}。しかしそのアンカーは{leaves}ため、損失に入らない。</translation></message>
<message><source>{reach}, is below {limit}: background.</source>
<translation>{reach} は {limit} 未満：背景。</translation></message>
<message><source>{reach}, is below {limit}: never drawn.</source>
<translation>{reach} は {limit} 未満：抽出されない。</translation></message>
<message><source>{reach}, is between {low} and {high}: ignored.</source>
<translation>{reach} は {low} と {high} の間：無視。</translation></message>
<message><source>{reach}, under the threshold {positive:.2f}, and this recipe has no low-quality rule.</source>
<translation>{reach} でしきい値 {positive:.2f} 未満、このレシピに低品質規則はない。</translation></message>
<message><source>{reach}, under the {least:.2f} from which the low-quality rule helps.</source>
<translation>{reach} で、低品質規則が効く {least:.2f} 未満。</translation></message>
<message><source>{reach}, under {negative:.2f}, and here such an anchor is negative whatever it is best for.</source>
<translation>{reach} で {negative:.2f} 未満、ここではそのアンカーは何に最良でも負例。</translation></message>
<message><source>{reach}, which is not enough for a positive anchor under this recipe.</source>
<translation>{reach} で、このレシピでは正のアンカーに足りない。</translation></message>
<message><source>{reach}. But that anchor is given to {other}, which claims it too.</source>
<translation>{reach}。しかしそのアンカーは、同じく主張する {other} に渡る。</translation></message>
<message><source>{reach}. But that anchor overlaps {other} {how_much} and is trained towards that one.</source>
<translation>{reach}。しかしそのアンカーは {other} との重なりが{how_much}、そちらへ訓練される。</translation></message>
<message><source>{reach}; {ties:,} anchors tie there</source>
<translation>{reach}。アンカー {ties:,} 個が同着</translation></message>
<message><source>{recipe}, {outputs}</source>
<translation>{recipe}, {outputs}</translation></message>
<message numerus="yes"><source>{said}; after contests and cuts {n} are its own.</source>
<translation><numerusform>{said}。競合と切り捨ての後、{n} 個が自分のもの。</numerusform></translation></message>
<message><source>{said}; all of them are its own.</source>
<translation>{said}。すべて自分のもの。</translation></message>
<message><source>{said}; it is its own.</source>
<translation>{said}。自分のもの。</translation></message>
<message><source>{share} % of the positives changed at the last step.</source>
<translation>最後のステップで正例の {share} % が変わった。</translation></message>
<message><source>{short} drawn</source>
<translation>{short} 抽出</translation></message>
<message numerus="yes"><source>{shown} of {n} foreground proposals</source>
<translation><numerusform>前景の提案 {n} 個中 {shown} 個</numerusform></translation></message>
<message numerus="yes"><source>{shown} of {n} positives</source>
<translation><numerusform>{shown} / 正例 {n} 個</numerusform></translation></message>
<message numerus="yes"><source>{shown} of {n} proposals</source>
<translation><numerusform>提案 {n} 個中 {shown} 個</numerusform></translation></message>
<message><source>{shown} of {total}</source>
<translation>{shown} / {total}</translation></message>
<message><source>{side} px</source>
<translation>{side} px</translation></message>
<message><source>{side}, drawn</source>
<translation>{side}、抽出</translation></message>
<message><source>{sizes} sizes and {ratios} ratios, the smallest size at the finest level</source>
<translation>サイズ {sizes} 個と比 {ratios} 個、最小のサイズが最も細かいレベル</translation></message>
<message><source>{sizes}: width and height exchanged, or the picture turned by EXIF?</source>
<translation>{sizes}：幅と高さが逆、または EXIF で回転？</translation></message>
<message><source>{size} at h/w {ratio} is {was}; {rounding}: {now}.</source>
<translation>h/w {ratio} の {size} は {was}。{rounding}：{now}。</translation></message>
<message><source>{some} and {last}</source>
<translation>{some} と {last}</translation></message>
<message><source>{some} and {more}</source>
<translation>{some}、かつ{more}</translation></message>
<message><source>{some} or {more}</source>
<translation>{some} または {more}</translation></message>
<message><source>{some}, and {n} more formats</source>
<translation>{some} ほか {n} 形式</translation></message>
<message><source>{some}, {more}</source>
<translation>{some}, {more}</translation></message>
<message><source>{some}; {more}</source>
<translation>{some}；{more}</translation></message>
<message><source>{source}: no grid of the recipe has as many anchors</source>
<translation>{source}：それだけの数のアンカーを持つレシピの格子がない</translation></message>
<message><source>{stage} box</source>
<translation>{stage} ボックス</translation></message>
<message><source>{stage} box loss</source>
<translation>ボックス損失（{stage}）</translation></message>
<message><source>{stage} class</source>
<translation>{stage} クラス</translation></message>
<message><source>{stage} class loss</source>
<translation>クラス損失（{stage}）</translation></message>
<message><source>{stage}, box</source>
<translation>{stage}、ボックス</translation></message>
<message><source>{stage}, class</source>
<translation>{stage}、クラス</translation></message>
<message><source>{stage}, proposal {n}</source>
<translation>{stage}、提案 {n}</translation></message>
<message><source>{stage}, whole stage</source>
<translation>{stage}、段全体</translation></message>
<message><source>{stage}_logits has {rows} rows, as many as proposals and as sampled boxes: taken for the sampled boxes, as no mode (train or eval) is recorded</source>
<translation>{stage}_logits は {rows} 行で、提案とも標本のボックスとも同数：モード（train か eval）の記録がないため標本とみなす</translation></message>
<message><source>{tag} · {what}</source>
<translation>{tag} · {what}</translation></message>
<message><source>{text}. Click to list those lost here.</source>
<translation>{text}。クリックでここで失われたものを一覧。</translation></message>
<message><source>{text}: is no path of a file or folder</source>
<translation>{text}：ファイルやフォルダーのパスでない</translation></message>
<message><source>{then}; an audit counts it as zero-size alone</source>
<translation>{then}。監査ではサイズ 0 としてのみ数える</translation></message>
<message><source>{url}: is not a file on this computer; download it first</source>
<translation>{url}：このコンピューターのファイルでない。先にダウンロード</translation></message>
<message><source>{what} (Ctrl+{number})</source>
<translation>{what} (Ctrl+{number})</translation></message>
<message><source>{what} For example {example}</source>
<translation>{what} 例 {example}</translation></message>
<message><source>{what} for ground truth {a} in A, for {b} in B</source>
<translation>A で正解 {a}、B で {b} に{what}</translation></message>
<message><source>{what} in both</source>
<translation>両方で{what}</translation></message>
<message><source>{what} in training</source>
<translation>訓練で{what}</translation></message>
<message><source>{what}, by:</source>
<translation>{what}、基準：</translation></message>
<message><source>{what}.
</source>
<translation>{what}.
</translation></message>
<message><source>{what}: ground truth {numbers}</source>
<translation>{what}：正解 {numbers}</translation></message>
<message><source>{what}: reload (F5)</source>
<translation>{what}：再読み込み (F5)</translation></message>
<message><source>{what}: {effect}</source>
<translation>{what}: {effect}</translation></message>
<message><source>{what}: {list}</source>
<translation>{what}：{list}</translation></message>
<message><source>{what}; {source} names it</source>
<translation>{what}。{source} に名がある</translation></message>
<message><source>{whole:,} of {all:,} boxes are of whole px: detectron2's loader cuts those to whole network px, as a recipe with whole_boxes = cut does</source>
<translation>{all:,} 個中 {whole:,} 個のボックスが整数 px：detectron2 のローダーは整数のネットワーク px に切り捨てる（whole_boxes = cut のレシピと同じ）</translation></message>
<message><source>{whole} + {joined} GT</source>
<translation>{whole} + 正解 {joined}</translation></message>
<message><source>{whose} at IoU {iou}</source>
<translation>{whose}、IoU {iou}</translation></message>
<message><source>{why}, and no size is annotated</source>
<translation>{why}。サイズの注釈もない</translation></message>
<message><source>{words} But ground truth {value}, listed later, falls into the same anchor and stands.</source>
<translation>{words}しかし後に挙げた正解 {value} が同じアンカーに入り、有効。</translation></message>
<message numerus="yes"><source>{words} But in {n} of them ground truths listed later stand: {list}.</source>
<translation><numerusform>{words} ただしそのうち {n} 個では後に記載された正解が残ります: {list}。</numerusform></translation></message>
<message><source>{words} No other layer learns it.</source>
<translation>{words}他の層は学ばない。</translation></message>
<message><source>{words} On {shared:,} the objectness follows another ground truth.</source>
<translation>{words}うち {shared:,} 個の objectness は別の正解に従う。</translation></message>
<message><source>{words} at step {step}</source>
<translation>{words}、ステップ {step}</translation></message>
<message><source>{words} fits no better than {other}</source>
<translation>{words}は{other}より合うわけではない</translation></message>
<message><source>{words} leads {other} by {margin} only, and {least} is wanted</source>
<translation>{words}は{other}より {margin} だけ上、必要なのは {least}</translation></message>
<message><source>{words} {pairs:,} of them count twice, since its centre lies on a line between cells.</source>
<translation>{words}うち {pairs:,} 個は 2 回数える。中心がセルの境界線上にあるため。</translation></message>
<message><source>{words} · stopped before the end</source>
<translation>{words} · 途中で停止</translation></message>
<message><source>{words}, and no box predicted here can overlap one by more than {ignore:.2f}.</source>
<translation>{words}、ここで予測されるボックスが {ignore:.2f} を超えて重なることはない。</translation></message>
<message><source>{words}, and what it predicts overlaps none by more than {ignore:.2f}: at best {value:.4f}.</source>
<translation>{words}、予測はどれとも {ignore:.2f} を超えて重ならない：最大 {value:.4f}。</translation></message>
<message><source>{words}, but positives score above {share} of negatives only</source>
<translation>{words}、ただし正例が上回る負例は {share} だけ</translation></message>
<message><source>{words}, but so the best boxes have IoU {mean} with the ground truths on average, and {given} as the recipe reads them</source>
<translation>{words}、ただしその最良のボックスと正解の平均 IoU は {mean}、レシピの読み方では {given}</translation></message>
<message><source>{words}, but the deltas are t* times {found}, not {own}</source>
<translation>{words}、ただしデルタは t* の {own} 倍ではなく {found} 倍</translation></message>
<message><source>{words}, but the deltas explain {share} of t* only</source>
<translation>{words}、ただしデルタが説明するのは t* の {share} だけ</translation></message>
<message><source>{words}, but the deltas explain {share} of t* only, and {least} is wanted for that</source>
<translation>{words}、ただしデルタが説明するのは t* の {share} だけ、それには {least} が必要</translation></message>
<message><source>{words}, but the factors are known as {found} only; more pictures tell more</source>
<translation>{words}、ただし係数は {found} としか分からない。画像が多いほど分かる</translation></message>
<message><source>{words}, but the factors may be {found}; more pictures tell more</source>
<translation>{words}、ただし係数は {found} かもしれない。画像が多いほど分かる</translation></message>
<message><source>{words}, but {rival}, explains the deltas better; more pictures tell more</source>
<translation>{words}、ただし{rival}の方がデルタをよく説明する。画像が多いほど分かる</translation></message>
<message><source>{words}, but {wrong}</source>
<translation>{words}、ただし{wrong}</translation></message>
<message><source>{words}, but {wrong}: the deltas are coded in a way not tried here</source>
<translation>{words}、ただし{wrong}：デルタの符号化がここで試していない方式</translation></message>
<message><source>{words}, for itself.</source>
<translation>{words}、自分のため。</translation></message>
<message><source>{words}, more or less</source>
<translation>{words}、おおよそ</translation></message>
<message><source>{words}, no raw outputs, so no t</source>
<translation>{words}、生出力がなく t もない</translation></message>
<message><source>{words}. This one is trained towards {owner}, {most}.</source>
<translation>{words}。これは {owner} へ訓練される、{most}。</translation></message>
<message><source>{words}; where they stand, R@0.5 is {half:.0f} % and R@0.7 {seven:.0f} %</source>
<translation>{words}。その箇所の R@0.5 は {half:.0f} %、R@0.7 は {seven:.0f} %</translation></message>
<message><source>{word} · {describe}</source>
<translation>{word} · {describe}</translation></message>
<message><source>{word} · {describe} · IoU {overlap:.4f}</source>
<translation>{word} · {describe} · IoU {overlap:.4f}</translation></message>
<message><source>{word} · {describe} · {why}</source>
<translation>{word} · {describe} · {why}</translation></message>
<message><source>{wrong}: width and height exchanged</source>
<translation>{wrong}：幅と高さが逆</translation></message>
<message><source>{wrong}; labels and anchors are those of another grid</source>
<translation>{wrong}。ラベルとアンカーは別の格子のもの</translation></message>
<message><source>{w} x {h} px</source>
<translation>{w} x {h} px</translation></message>
<message><source>{w} x {h} px at x {x:g}, y {y:g}</source>
<translation>{w} x {h} px（x {x:g}、y {y:g}）</translation></message>
<message><source>÷ N</source>
<translation>÷ N</translation></message>
<message><source>Δ is the cost of the distance, by its angle, and Ω that of the shape.</source>
<translation>Δ は角度による距離のコスト、Ω は形状のコスト。</translation></message>
<message><source>α</source>
<translation type="vanished">α</translation></message>
<message><source>α = {a}, γ = {g}, β = {b}</source>
<translation>α = {a}, γ = {g}, β = {b}</translation></message>
<message><source>α_s</source>
<translation>α_s</translation></message>
<message><source>β</source>
<translation>β</translation></message>
<message><source>β = 0: plain L1</source>
<translation>β = 0：単純な L1</translation></message>
<message><source>β = {beta}</source>
<translation>β = {beta}</translation></message>
<message><source>β R(d)</source>
<translation>β R(d)</translation></message>
<message><source>β_o</source>
<translation>β_o</translation></message>
<message><source>λ = {l}, N = 1: the sums are divided by nothing.</source>
<translation>λ = {l}、N = 1：和は何でも割らない。</translation></message>
<message><source>λ = {l}, N_cls = N_reg = N = {n}.</source>
<translation>λ = {l}、N_cls = N_reg = N = {n}。</translation></message>
<message><source>λ = {l}, {all}.</source>
<translation>λ = {l}, {all}.</translation></message>
<message><source>λ = {w}, for ground truth {n}.</source>
<translation>λ = {w}、正解 {n} に対し。</translation></message>
<message><source>ρ is the distance of the centres, c the diagonal of the smallest box around both.</source>
<translation>ρ は中心間の距離、c は両者を囲む最小ボックスの対角線。</translation></message>
<message><source>σ(t) − t*</source>
<translation>σ(t) − t*</translation></message>
<message><source>↑ ↓ choose     Enter run     Ctrl+Enter assign a key     Esc close</source>
<translation>↑ ↓ 選択     Enter 実行     Ctrl+Enter キー割り当て     Esc 閉じる</translation></message>
<message><source>√area</source>
<translation>√面積</translation></message>
<message><source>√area in network px; double click or Enter: look at it</source>
<translation>√面積、ネットワーク px。ダブルクリックか Enter：見る</translation></message>
<message><source>√area of the ground truth, network px; verticals: anchor sizes; hollow: under 10 boxes</source>
<translation>正解の √面積、ネットワーク px。縦線：アンカーのサイズ、中空：10 個未満</translation></message>
<message><source>√area of the ground truth, network px; verticals: strides; hollow: under 10 boxes</source>
<translation>正解の √面積、ネットワーク px。縦線：ストライド、中空：10 個未満</translation></message>
<message><source>√area {low} to {high} px</source>
<translation>√面積 {low}〜{high} px</translation></message>
<message><source>√area ≥ {low} px</source>
<translation>√面積 ≥ {low} px</translation></message>
<message><source>√area, network px</source>
<translation>√面積、ネットワーク px</translation></message>
<message><source>√area, px</source>
<translation>√面積、px</translation></message>
<message><source>≥ mean + std</source>
<translation>≥ 平均 + 標準偏差</translation></message>
<message numerus="yes"><source>⚠ {n} warnings</source>
<translation><numerusform>⚠ 警告 {n} 件</numerusform></translation></message>
<message><source>⚠ {what}.</source>
<translation>⚠ {what}。</translation></message>
</context>
</TS>
