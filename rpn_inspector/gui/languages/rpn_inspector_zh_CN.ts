<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Simplified Chinese (简体中文). No native reader has seen this catalogue yet: who reads it as one is asked to mend it, and to strike
     this line. Terms: the table of languages in CONTRIBUTING.md. -->
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
<name>rpn_inspector</name>
<message><source>
Key {key}</source>
<translation>
按键 {key}</translation></message>
<message><source>  standard deviation</source>
<translation>  标准差</translation></message>
<message><source> (edited)</source>
<translation> （已编辑）</translation></message>
<message><source> (x × {x}, y × {y})</source>
<translation> (x × {x}, y × {y})</translation></message>
<message><source> (× {x})</source>
<translation> (× {x})</translation></message>
<message><source> Esc clears what was typed.</source>
<translation> Esc 清除输入。</translation></message>
<message><source> Ground truth {others} took it too, and {contest} ground truth {owner}.</source>
<translation> 真值框 {others} 也取了它，而{contest}真值框 {owner}。</translation></message>
<message><source> Ground truth {others} took it too, and {contest} ground truth {owner}: {value} against {second}.</source>
<translation> 真值框 {others} 也取了它，而{contest}真值框 {owner}：{value} 对 {second}。</translation></message>
<message numerus="yes"><source> Ground truths {list} fall into it too; the last listed stands.</source>
<translation><numerusform> 真值框 {list} 也落入其中；以最后列出的为准。</numerusform></translation></message>
<message numerus="yes"><source> Ground truths {list} teach it too; its objectness follows ground truth {owner}, the last listed.</source>
<translation><numerusform> 真值框 {list} 也教它；其目标性跟随最后列出的真值框 {owner}。</numerusform></translation></message>
<message><source> It counts twice.</source>
<translation> 它计两次。</translation></message>
<message><source> It reaches that of {others} too, but overlaps ground truth {owner} {words}.</source>
<translation> 它也达到 {others} 的阈值，但与真值框 {owner} 重叠{words}。</translation></message>
<message><source> The crosses above take the filters away.</source>
<translation> 上方的叉号可移除筛选。</translation></message>
<message numerus="yes"><source> in {n} pictures</source>
<translation><numerusform> ，共 {n} 张图片</numerusform></translation></message>
<message><source> of {number}</source>
<translation> / {number}</translation></message>
<message><source> · IoU of its box {said}</source>
<translation> · 其框的 IoU {said}</translation></message>
<message><source> · IoU with GT {gt}: anchor {overlap:.4f}, box {fit:.4f}</source>
<translation> · 与真值框 {gt} 的 IoU：锚框 {overlap:.4f}，框 {fit:.4f}</translation></message>
<message><source> · IoU with GT {gt}: {overlap:.4f}</source>
<translation> · 与真值框 {gt} 的 IoU：{overlap:.4f}</translation></message>
<message><source> · IoU {said}</source>
<translation> · IoU {said}</translation></message>
<message><source> · IoU: {said}</source>
<translation> · IoU：{said}</translation></message>
<message><source> · of ground truths {numbers}</source>
<translation> · 真值框 {numbers}</translation></message>
<message><source>&amp;Edit</source>
<translation>编辑(&amp;E)</translation></message>
<message><source>&amp;File</source>
<translation>文件(&amp;F)</translation></message>
<message><source>&amp;Go</source>
<translation>转到(&amp;G)</translation></message>
<message><source>&amp;Help</source>
<translation>帮助(&amp;H)</translation></message>
<message><source>&amp;Recipe</source>
<translation>配方(&amp;R)</translation></message>
<message><source>&amp;Tools</source>
<translation>工具(&amp;T)</translation></message>
<message><source>&amp;View</source>
<translation>视图(&amp;V)</translation></message>
<message><source>(h, w) cells of each level, where convolutions of a fixed input round otherwise; empty: by strides</source>
<translation>各层级的 (h, w) 单元格数，用于固定输入的卷积取整不同的情况；空：按步长</translation></message>
<message><source>(h, w) px of the network's input</source>
<translation>网络输入的 (h, w) px</translation></message>
<message><source>(smallest, largest) side px of each level: the first for all ratios, its root with each other for squares</source>
<translation>各层级的（最小，最大）边长 px：前者用于所有比例，其与后者之积的平方根用于正方形</translation></message>
<message><source>(width, height) factors of the size, one list for all</source>
<translation>尺寸的（宽，高）系数，全部共用一个列表</translation></message>
<message><source>(width, height) px of each level</source>
<translation>各层级的（宽，高）px</translation></message>
<message><source>*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data</source>
<translation>*.json *.xml *.yaml *.yml *.txt *.csv *.tsv *.odgt *.tfrecord *.data</translation></message>
<message><source>*.toml</source>
<translation>*.toml</translation></message>
<message><source>*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz</source>
<translation>*.zip meta.json *.json *.txt *.pkl *.parquet *.onnx *.npz</translation></message>
<message><source>, network px</source>
<translation>，网络 px</translation></message>
<message><source>... is pooled from the map of this k</source>
<translation>... 从此 k 的特征图池化</translation></message>
<message><source>1 anchor left out: no decoded box belongs to it</source>
<translation>略去 1 个锚框：没有解码框属于它</translation></message>
<message><source>1 box</source>
<translation>1 个框</translation></message>
<message><source>1 box left out: the dataset has no class {name}</source>
<translation>略去 1 个框：数据集没有类别 {name}</translation></message>
<message><source>1 image</source>
<translation>1 张图片</translation></message>
<message><source>1 image cannot be used: {why}</source>
<translation>1 张图片不可用：{why}</translation></message>
<message><source>1 image has no predictions</source>
<translation>1 张图片没有预测</translation></message>
<message><source>1 is suppressed, by a box of another ground truth.</source>
<translation>1 个被抑制，由另一真值框的框所致。</translation></message>
<message><source>1 is suppressed, by no box of another ground truth.</source>
<translation>1 个被抑制，并非由另一真值框的框所致。</translation></message>
<message><source>1 more</source>
<translation>还有 1 项</translation></message>
<message><source>1 of {judged} ground truths is lost, {how}.</source>
<translation>{judged} 个真值框中丢失 1 个：{how}。</translation></message>
<message><source>1 other</source>
<translation>另 1 个</translation></message>
<message><source>1 proposal</source>
<translation>1 个提议框</translation></message>
<message><source>1 proposal under the cursor</source>
<translation>光标下 1 个提议框</translation></message>
<message><source>100 %</source>
<translation>100 %</translation></message>
<message><source>100 of 8,888</source>
<translation>100 / 8,888</translation></message>
<message><source>100.0 %</source>
<translation>100.0 %</translation></message>
<message><source>88 of 8,888</source>
<translation>88 / 8,888</translation></message>
<message><source>: needs raw outputs</source>
<translation>：需要原始输出</translation></message>
<message><source>: needs the network's own outputs</source>
<translation>：需要网络自身的输出</translation></message>
<message><source>; the annotations are left out.</source>
<translation>；略去这些标注。</translation></message>
<message><source>; where the size is known, an empty canvas stands in.</source>
<translation>；已知尺寸时以空画布代替。</translation></message>
<message numerus="yes"><source>; {n} others tie with it</source>
<translation><numerusform>；另有 {n} 个并列</numerusform></translation></message>
<message><source>&lt; mean + std</source>
<translation>&lt; 均值 + 标准差</translation></message>
<message><source>&lt;b&gt;{place}&lt;/b&gt;: {meaning}. Shipped: {value}</source>
<translation>&lt;b&gt;{place}&lt;/b&gt;：{meaning}。出厂值：{value}</translation></message>
<message><source>A</source>
<translation>A</translation></message>
<message><source>A and B are the same outputs: choose others above the picture.</source>
<translation>A 与 B 是同一输出：请在图片上方另选。</translation></message>
<message><source>A better fit is not yet a better AP: only training tells.</source>
<translation>拟合更好不等于 AP 更高：只有训练才知道。</translation></message>
<message><source>A box reaches IoU 0.50, but a top-k cuts it, or it is too small.</source>
<translation>有框达到 IoU 0.50，但被 top-k 截去，或太小。</translation></message>
<message><source>A box reaches IoU 0.50, but another one suppresses it, or is another's.</source>
<translation>有框达到 IoU 0.50，但被另一框抑制，或属于别的真值框。</translation></message>
<message><source>A box reaches IoU 0.50, but scores too low.</source>
<translation>有框达到 IoU 0.50，但分数太低。</translation></message>
<message><source>A box that no anchor overlaps ties with all at IoU 0, which makes them positive.</source>
<translation>没有锚框与之重叠的框，在 IoU 0 与所有锚框并列，使它们为正。</translation></message>
<message><source>A confidence z_0 and one score per class; a negative pays for the confidence alone.</source>
<translation>一个置信度 z_0，每类一个分数；负样本只为置信度付出代价。</translation></message>
<message><source>A coordinate whose t* is exactly 0 is left out, as this library does.</source>
<translation>t* 恰为 0 的坐标被略去，与该库一致。</translation></message>
<message><source>A dash under positive: only raw outputs would tell.</source>
<translation>“正”下的短横：只有原始输出才能说明。</translation></message>
<message><source>A detection reaches IoU 0.50, and is its own.</source>
<translation>有检测达到 IoU 0.50，且属于自己。</translation></message>
<message><source>A ground truth that no anchor overlaps ties with all of them at IoU 0.</source>
<translation>与任何锚框都不重叠的真值框，在 IoU 0 处与所有锚框并列。</translation></message>
<message><source>A head over proposals</source>
<translation>提议框之上的头</translation></message>
<message><source>A head over proposals.</source>
<translation>提议框之上的头。</translation></message>
<message><source>A is what is open. What moves is counted over every picture, as audit --against does.</source>
<translation>A 是已打开的。变化在所有图片上统计，与 audit --against 相同。</translation></message>
<message><source>A kept box reaches IoU 0.50.</source>
<translation>有保留的框达到 IoU 0.50。</translation></message>
<message><source>A new folder (*)</source>
<translation>新文件夹 (*)</translation></message>
<message><source>A point a cell, without width and height (FCOS, YOLOX, RTMDet, YOLOv8 to YOLO26)</source>
<translation>每个单元格一个点，无宽高（FCOS、YOLOX、RTMDet、YOLOv8 至 YOLO26）</translation></message>
<message><source>A point has no area, so no IoU with a ground truth.</source>
<translation>点没有面积，因此与真值框没有 IoU。</translation></message>
<message><source>A random mini-batch</source>
<translation>随机小批量</translation></message>
<message><source>A random mini-batch, with the negatives limited by the positives where asked</source>
<translation>随机小批量，可按正样本限制负样本</translation></message>
<message><source>A score or an edge is not a finite number.</source>
<translation>有分数或边不是有限数。</translation></message>
<message><source>A side of it is 0, which is within no factor of any anchor's. So no level trains it.</source>
<translation>它有一边为 0，与任何锚框都不成比例。因此没有层级训练它。</translation></message>
<message><source>A side of the picture is under a stride: one row of cells sees all of it.</source>
<translation>图片的一边小于一个步长：一行单元格看到全部。</translation></message>
<message><source>A sigmoid per class, summed.</source>
<translation>每类一个 sigmoid，求和。</translation></message>
<message><source>A small bundled dataset with raw predictions</source>
<translation>自带的小数据集，含原始预测</translation></message>
<message><source>A this box</source>
<translation>A 此框</translation></message>
<message><source>A's rule looks at what the network says: which anchors are positive is not known. {why}</source>
<translation>A 的规则看网络的输出：哪些锚框为正未知。{why}</translation></message>
<message><source>A: {a}; B: {b}</source>
<translation>A：{a}；B：{b}</translation></message>
<message><source>AP</source>
<translation>AP</translation></message>
<message><source>AP 0.50</source>
<translation>AP 0.50</translation></message>
<message><source>AP by class</source>
<translation>各类别 AP</translation></message>
<message><source>AP50</source>
<translation>AP50</translation></message>
<message><source>AP75</source>
<translation>AP75</translation></message>
<message><source>About</source>
<translation>关于</translation></message>
<message><source>Add</source>
<translation>添加</translation></message>
<message><source>Add this key to the command's present ones</source>
<translation>将此按键加到该命令现有按键</translation></message>
<message><source>After scaling and moving, nothing of it lies in the network's input.</source>
<translation>缩放和移动之后，它没有任何部分位于网络输入中。</translation></message>
<message><source>Agreement</source>
<translation>一致性</translation></message>
<message><source>All</source>
<translation>全部</translation></message>
<message><source>All anchors</source>
<translation>所有锚框</translation></message>
<message><source>All anchors and all ground truths. A row, a box and a point are one selection. Click a heading to sort; Ctrl+C copies the row.</source>
<translation>所有锚框和真值框。行、框和点是同一选择。点击表头排序；Ctrl+C 复制该行。</translation></message>
<message><source>All boxes</source>
<translation>所有框</translation></message>
<message><source>All files</source>
<translation>所有文件</translation></message>
<message><source>All of its candidates are another ground truth's too, which may win them.</source>
<translation>它的所有候选也是另一真值框的候选，可能被后者夺走。</translation></message>
<message numerus="yes"><source>All of the dataset, {n}</source>
<translation><numerusform>数据集全部，{n}</numerusform></translation></message>
<message><source>All points</source>
<translation>所有点</translation></message>
<message><source>All {n} ground truths are found.</source>
<translation>全部 {n} 个真值框都已找到。</translation></message>
<message><source>All: every anchor, positive, ignored and negative
Key 9</source>
<translation>全部：所有锚框，正、忽略和负
按键 9</translation></message>
<message><source>All: every point, positive and negative
Key 9</source>
<translation>全部：每个点，正样本和负样本
按键 9</translation></message>
<message><source>All: the predicted box of every anchor</source>
<translation>全部：每个锚框的预测框</translation></message>
<message><source>Anchor</source>
<translation>锚框</translation></message>
<message><source>Anchor {anchor:,} · {place}</source>
<translation>锚框 {anchor:,} · {place}</translation></message>
<message><source>Anchor {anchor} of A stands in no place of B's grid</source>
<translation>A 的锚框 {anchor} 在 B 的网格中没有位置</translation></message>
<message><source>Anchor {index:,} · {place}</source>
<translation>锚框 {index:,} · {place}</translation></message>
<message><source>Anchor {index}: {finding}</source>
<translation>锚框 {index}：{finding}</translation></message>
<message><source>Anchors</source>
<translation>锚框</translation></message>
<message><source>Anchors in ignored regions.</source>
<translation>忽略区域中的锚框。</translation></message>
<message><source>Anchors that pass the filter</source>
<translation>通过筛选的锚框</translation></message>
<message><source>Annotations</source>
<translation>标注</translation></message>
<message><source>Another ground truth made it positive: it overlaps {best} most, at IoU {iou:.4f}. But it is the best anchor of {owner} too, at IoU {highest:.4f}, which under {least:.2f} makes no anchor positive and yet takes this one over: it is trained towards that one.</source>
<translation>另一真值框使它为正：它与 {best} 重叠最多，IoU {iou:.4f}。但它也是 {owner} 的最佳锚框，IoU {highest:.4f}，低于 {least:.2f} 不使锚框为正，却接管了它：以后者为训练目标。</translation></message>
<message><source>Another plot instead of {title}</source>
<translation>用另一图表代替 {title}</translation></message>
<message><source>Answer</source>
<translation>回答</translation></message>
<message><source>Answer IoU</source>
<translation>回答 IoU</translation></message>
<message><source>Answers</source>
<translation>回答</translation></message>
<message><source>Anything to look at</source>
<translation>值得一看的</translation></message>
<message><source>Area left</source>
<translation>剩余面积</translation></message>
<message><source>As decoded it reaches beyond the input, and is clipped to that.</source>
<translation>解码后它超出输入，并被裁剪到输入。</translation></message>
<message><source>As decoded it reaches beyond the picture, and is clipped to that.</source>
<translation>解码后它超出图片，并被裁剪到图片。</translation></message>
<message><source>As the network saw it: {how}</source>
<translation>网络所见：{how}</translation></message>
<message><source>As the system</source>
<translation>跟随系统</translation></message>
<message><source>Ascending</source>
<translation>升序</translation></message>
<message><source>Asked by</source>
<translation>要求者</translation></message>
<message><source>Attributes</source>
<translation>属性</translation></message>
<message><source>Audit</source>
<translation>审计</translation></message>
<message><source>Audit of {name}</source>
<translation>{name} 的审计</translation></message>
<message><source>Audit the whole dataset</source>
<translation>审计整个数据集</translation></message>
<message><source>Augmentation lost no box of this picture.</source>
<translation>数据增强未丢失此图片的框。</translation></message>
<message><source>B</source>
<translation>B</translation></message>
<message><source>B over A, with a divider to drag across</source>
<translation>B 叠在 A 上，可拖动分隔线</translation></message>
<message><source>B {other}</source>
<translation>B {other}</translation></message>
<message><source>B's rule looks at what the network says, and B has no raw outputs: which are positive is not known.</source>
<translation>B 的规则看网络的输出，而 B 没有原始输出：哪些为正未知。</translation></message>
<message><source>Back</source>
<translation>返回</translation></message>
<message><source>Back to the data</source>
<translation>返回数据</translation></message>
<message><source>Back to the workspace before</source>
<translation>返回上一工作区</translation></message>
<message><source>Background</source>
<translation>背景</translation></message>
<message><source>Below the score threshold</source>
<translation>低于分数阈值</translation></message>
<message><source>Beside</source>
<translation>并排</translation></message>
<message><source>Beside each other</source>
<translation>并排</translation></message>
<message><source>Best GT</source>
<translation>最佳真值框</translation></message>
<message><source>Best IoU</source>
<translation>最佳 IoU</translation></message>
<message><source>Best IoU A</source>
<translation>最佳 IoU A</translation></message>
<message><source>Best IoU B</source>
<translation>最佳 IoU B</translation></message>
<message><source>Best IoU by label</source>
<translation>按标签的最佳 IoU</translation></message>
<message><source>Best anchor</source>
<translation>最佳锚框</translation></message>
<message><source>Best anchor is another's</source>
<translation>最佳锚框属于别的真值框</translation></message>
<message><source>Best box</source>
<translation>最佳框</translation></message>
<message><source>Between boxes and t: what becomes of the centre, and the log of the side's ratio.</source>
<translation>框与 t 之间：中心如何变换，以及边长比的对数。</translation></message>
<message><source>Box</source>
<translation>框</translation></message>
<message><source>Box IoU</source>
<translation>框 IoU</translation></message>
<message><source>Box IoU, GT {number}</source>
<translation>框 IoU, 真值框 {number}</translation></message>
<message><source>Box and class losses count {n} pairs, the formulas above show the last one.</source>
<translation>框损失和类别损失计 {n} 对，上面的公式显示最后一对。</translation></message>
<message><source>Box leaves its picture</source>
<translation>框超出图片</translation></message>
<message><source>Box loss</source>
<translation>框损失</translation></message>
<message><source>Box share</source>
<translation>框份额</translation></message>
<message><source>Boxes</source>
<translation>框</translation></message>
<message><source>Boxes and share reached, by class</source>
<translation>各类别的框与达到比例</translation></message>
<message><source>Boxes of whole pixels</source>
<translation>整像素的框</translation></message>
<message><source>Boxes on the picture</source>
<translation>图片上的框</translation></message>
<message><source>Browse recipes</source>
<translation>浏览配方</translation></message>
<message><source>Browse recipes…</source>
<translation>浏览配方…</translation></message>
<message><source>By</source>
<translation>按</translation></message>
<message><source>By a box of another ground truth.</source>
<translation>被另一真值框的框。</translation></message>
<message><source>By best anchor</source>
<translation>按最佳锚框</translation></message>
<message><source>By class</source>
<translation>按类别</translation></message>
<message><source>By level</source>
<translation>按层级</translation></message>
<message><source>By side</source>
<translation>按边长</translation></message>
<message><source>By size</source>
<translation>按尺寸</translation></message>
<message><source>By the rule</source>
<translation>按规则</translation></message>
<message><source>CIoU</source>
<translation>CIoU</translation></message>
<message><source>COCO results (*.json)</source>
<translation>COCO 结果 (*.json)</translation></message>
<message><source>COCO with attributes: CVAT, FiftyOne (*.json)</source>
<translation>带属性的 COCO：CVAT、FiftyOne (*.json)</translation></message>
<message><source>COCO, 101 points</source>
<translation>COCO，101 点</translation></message>
<message><source>CSV (*.csv)</source>
<translation>CSV (*.csv)</translation></message>
<message><source>Calibration, anchors</source>
<translation>校准，锚框</translation></message>
<message><source>Calibration, kept boxes</source>
<translation>校准，保留的框</translation></message>
<message><source>Cancel</source>
<translation>取消</translation></message>
<message><source>Candidate of these; there is no prediction to rank it by.</source>
<translation>属于这些的候选；没有预测可排名。</translation></message>
<message><source>Candidates</source>
<translation>候选</translation></message>
<message><source>Candidates and cut</source>
<translation>候选与截断</translation></message>
<message><source>Candidates elsewhere</source>
<translation>别处的候选</translation></message>
<message><source>Canvas</source>
<translation>画布</translation></message>
<message><source>Canvas {letter}</source>
<translation>画布 {letter}</translation></message>
<message><source>Cell</source>
<translation>单元格</translation></message>
<message><source>Centre x, px</source>
<translation>中心 x, px</translation></message>
<message><source>Centre y, px</source>
<translation>中心 y, px</translation></message>
<message><source>Changed</source>
<translation>已变</translation></message>
<message><source>Changed anchors</source>
<translation>变化的锚框</translation></message>
<message><source>Choose a command</source>
<translation>选择命令</translation></message>
<message><source>Choose a folder, or drop a folder or file anywhere</source>
<translation>选择文件夹，或将文件夹或文件拖到任意处</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to follow its way through both stages.</source>
<translation>用 G 或其表格的一行选择真值框，跟踪它经过两个阶段的历程。</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to see its candidates.</source>
<translation>用 G 或其表格的一行选择真值框，查看其候选。</translation></message>
<message><source>Choose a ground truth, by G or a row of its table, to see which candidates it takes and why.</source>
<translation>用 G 或其表格的一行选择真值框，查看它取了哪些候选及原因。</translation></message>
<message><source>Choose another recipe, checkpoint or dataset, and what moves is counted over all pictures.</source>
<translation>选择另一配方、检查点或数据集，变化将在所有图片上统计。</translation></message>
<message><source>Churn of the assignment</source>
<translation>分配的变动</translation></message>
<message><source>Churn: positives new or another ground truth's, % of all, against the step before</source>
<translation>变动：新的或换了真值框的正样本，占全部的 %，相对上一步</translation></message>
<message><source>Class</source>
<translation>类别</translation></message>
<message><source>Class beyond the outputs</source>
<translation>超出输出的类别</translation></message>
<message><source>Class loss</source>
<translation>类别损失</translation></message>
<message><source>Class without a box</source>
<translation>没有框的类别</translation></message>
<message><source>Classes of {side} alone, {count}: {names}.</source>
<translation>仅 {side} 有的类别，{count}：{names}。</translation></message>
<message><source>Clear the filter</source>
<translation>清除筛选</translation></message>
<message><source>Clear the filter {filter}</source>
<translation>清除筛选 {filter}</translation></message>
<message><source>Clear the filter: every anchor is shown</source>
<translation>清除筛选：显示所有锚框</translation></message>
<message><source>Clear the selection</source>
<translation>清除选择</translation></message>
<message><source>Click a box on the picture to see why it is positive, negative or ignored, its target t* and what it adds to the loss. Click again, or press Up and Down, for the other anchors under the same point; G goes through the ground truths.</source>
<translation>点击图片上的框，查看它为何为正、负或忽略，目标 t* 及其对损失的贡献。再次点击，或按上下键，看同一点下的其他锚框；G 逐个查看真值框。</translation></message>
<message><source>Click a box on the picture, or a row of the tables below, to see why a proposal is foreground or background, its target t*, what it adds to the losses and what became of it. G goes through the ground truths, H back to the RPN.</source>
<translation>点击图片上的框或下方表格的行，查看提议框为何是前景或背景，目标 t*、对损失的贡献及其去向。G 逐个查看真值框，H 回到 RPN。</translation></message>
<message><source>Click a letter for another side; drag a bar to try another distribution.</source>
<translation>点击字母换一边；拖动柱条尝试其他分布。</translation></message>
<message><source>Click a point on the picture to see which ground truths want it and who got it, its target t* and what it adds to the loss. G goes through the ground truths; the table Candidates ranks the points of the one in focus.</source>
<translation>点击图片上的点，查看哪些真值框想要它、谁得到它，目标 t* 及对损失的贡献。G 逐个查看真值框；“候选”表为当前真值框的点排名。</translation></message>
<message><source>Click for the next place, Shift+click for the one before; ↓ and ↑ go to the other rows.</source>
<translation>点击到下一处，Shift+点击到上一处；↓ 和 ↑ 到其他行。</translation></message>
<message><source>Clipped to the picture it has a side under {least:g} network px.</source>
<translation>裁剪到图片内后有一边小于 {least:g} 网络 px。</translation></message>
<message><source>Clipped to the picture it has a side under {least:g} px of the original picture.</source>
<translation>裁剪到图片内后有一边小于原图 {least:g} px。</translation></message>
<message><source>Clipped to the picture it has a side under {least} px.</source>
<translation>裁剪到图片后有一边小于 {least} px。</translation></message>
<message><source>Close the recipe editor</source>
<translation>关闭配方编辑器</translation></message>
<message><source>Close the recipe editor (Ctrl+E)</source>
<translation>关闭配方编辑器 (Ctrl+E)</translation></message>
<message><source>Coder</source>
<translation>编码器</translation></message>
<message><source>Colours</source>
<translation>颜色</translation></message>
<message><source>Columns</source>
<translation>列</translation></message>
<message><source>Command</source>
<translation>命令</translation></message>
<message><source>Command palette</source>
<translation>命令面板</translation></message>
<message><source>Commands</source>
<translation>命令</translation></message>
<message><source>Commands and keys</source>
<translation>命令与按键</translation></message>
<message><source>Compare</source>
<translation>比较</translation></message>
<message><source>Compare lays out one at a time: here the recipes, without the other outputs.</source>
<translation>比较一次只显示一项：此处为配方，不含其他输出。</translation></message>
<message><source>Compare recipes or checkpoints</source>
<translation>比较配方或检查点</translation></message>
<message><source>Compare the assignment over the steps…</source>
<translation>比较各步的分配…</translation></message>
<message><source>Compare with</source>
<translation>比较对象</translation></message>
<message><source>Comparing the steps…</source>
<translation>正在比较各步…</translation></message>
<message><source>Computing…</source>
<translation>计算中…</translation></message>
<message><source>Contested</source>
<translation>有争用</translation></message>
<message><source>Continue</source>
<translation>继续</translation></message>
<message><source>Copy all of these findings</source>
<translation>复制全部发现</translation></message>
<message><source>Copy as JSON</source>
<translation>复制为 JSON</translation></message>
<message><source>Copy as TSV	Ctrl+C</source>
<translation>复制为 TSV	Ctrl+C</translation></message>
<message><source>Copy as text</source>
<translation>复制为文本</translation></message>
<message><source>Copy the explanation</source>
<translation>复制解释</translation></message>
<message><source>Copy the line</source>
<translation>复制该行</translation></message>
<message><source>Copy the table</source>
<translation>复制表格</translation></message>
<message><source>Copy the view</source>
<translation>复制视图</translation></message>
<message><source>Copy these as JSON</source>
<translation>将这些复制为 JSON</translation></message>
<message><source>Copy these as text</source>
<translation>将这些复制为文本</translation></message>
<message><source>Copy {text}</source>
<translation>复制 {text}</translation></message>
<message><source>Copying {n} rows…</source>
<translation>正在复制 {n} 行…</translation></message>
<message><source>Cost</source>
<translation>代价</translation></message>
<message><source>Count</source>
<translation>统计</translation></message>
<message><source>Count asks the model for every picture.</source>
<translation>统计会对每张图片运行模型。</translation></message>
<message><source>Counted from 0 or from 1?</source>
<translation>从 0 还是从 1 计数？</translation></message>
<message><source>Counting the boxes…</source>
<translation>正在统计框…</translation></message>
<message><source>Crowd or ignored region</source>
<translation>人群或忽略区域</translation></message>
<message><source>Cut by the final top-k</source>
<translation>被最后的 top-k 截去</translation></message>
<message><source>Cut by the first top-k</source>
<translation>被最初的 top-k 截去</translation></message>
<message><source>DIoU</source>
<translation>DIoU</translation></message>
<message><source>Dark</source>
<translation>深色</translation></message>
<message><source>Dataset</source>
<translation>数据集</translation></message>
<message><source>Dataset order</source>
<translation>数据集顺序</translation></message>
<message><source>Dataset, annotation file…</source>
<translation>数据集，标注文件…</translation></message>
<message><source>Dataset, folder…</source>
<translation>数据集，文件夹…</translation></message>
<message><source>Decoded</source>
<translation>解码</translation></message>
<message><source>Decoded boxes have no loss: only the network's own outputs tell losses.</source>
<translation>解码后的框没有损失：只有网络自身的输出才有损失。</translation></message>
<message><source>Decoded, an edge is no finite number: such a box is left out.</source>
<translation>解码后有一条边不是有限的数：这样的框被略去。</translation></message>
<message><source>Decoding does not take off the pixel that encoding added.</source>
<translation>解码未减去编码所加的像素。</translation></message>
<message><source>Descending</source>
<translation>降序</translation></message>
<message><source>Detection {n}: {name}</source>
<translation>检测 {n}：{name}</translation></message>
<message><source>Detections</source>
<translation>检测</translation></message>
<message><source>Detections: the boxes of the last stage</source>
<translation>检测：最后阶段的框</translation></message>
<message><source>Distribution of a side</source>
<translation>一边的分布</translation></message>
<message><source>Distribution of side</source>
<translation>边的分布</translation></message>
<message><source>Divider between A and B</source>
<translation>A 与 B 的分隔线</translation></message>
<message><source>Do not filter by this any more</source>
<translation>不再按此筛选</translation></message>
<message><source>Done</source>
<translation>完成</translation></message>
<message><source>Draw changed anchors only</source>
<translation>只画变化的锚框</translation></message>
<message><source>Draw changed points only</source>
<translation>只画变化的点</translation></message>
<message><source>Drawn</source>
<translation>抽取</translation></message>
<message><source>Each box ends in one place: the last at which a box that reached IoU 0.50 was there.</source>
<translation>每个框止于一处：最后一处仍有框达到 IoU 0.50。</translation></message>
<message><source>Each counts k = 2 − w h times, w and h of the ground truth over the input's.</source>
<translation>各计 k = 2 − w h 次，w 和 h 为真值框相对输入的边长。</translation></message>
<message><source>Each ground truth's best anchor in such cells is positive, whatever its IoU; the last to claim it keeps it.</source>
<translation>每个真值框在这些单元格中的最佳锚框为正，不论其 IoU；最后声明者得之。</translation></message>
<message><source>Each ground truth's best anchor is positive, whatever its IoU.</source>
<translation>每个真值框的最佳锚框为正，不论其 IoU。</translation></message>
<message><source>Each of the batch of {n} pictures this one was in.</source>
<translation>此图片所在批的 {n} 张图片之一。</translation></message>
<message><source>Each of {judged} ground truths judged has a positive at one of {steps} steps or more.</source>
<translation>所评 {judged} 个真值框在 {steps} 步中至少一步有正样本。</translation></message>
<message><source>Each step has another picture here, so nothing can be compared.</source>
<translation>这里每步图片不同，因此无法比较。</translation></message>
<message><source>Easy answers are damped, γ = {g}.</source>
<translation>容易的回答被减弱，γ = {g}。</translation></message>
<message><source>Edit the recipe…</source>
<translation>编辑配方…</translation></message>
<message><source>Elsewhere</source>
<translation>别处</translation></message>
<message><source>Ended: {name}</source>
<translation>已结束：{name}</translation></message>
<message><source>Ends in A</source>
<translation>在 A 中止于</translation></message>
<message><source>Ends in B</source>
<translation>在 B 中止于</translation></message>
<message><source>Error</source>
<translation>错误</translation></message>
<message><source>Errors of the detections</source>
<translation>检测的错误</translation></message>
<message><source>Esc: stop counting; what is done is kept</source>
<translation>Esc：停止统计；已完成的保留</translation></message>
<message><source>Every ground truth has a positive anchor</source>
<translation>每个真值框都有正锚框</translation></message>
<message><source>Every ground truth has a positive anchor, and {share} reach IoU {at}</source>
<translation>每个真值框都有正锚框，{share} 达到 IoU {at}</translation></message>
<message><source>Every ground truth has as many candidates as the rule may take</source>
<translation>每个真值框的候选数都达到规则允许的上限</translation></message>
<message><source>Every picture of the dataset. D and A, or the arrow keys, go to the next and the previous one.</source>
<translation>数据集的每张图片。D 和 A 或方向键到下一张和上一张。</translation></message>
<message><source>Everything it reads</source>
<translation>它读取的一切</translation></message>
<message><source>Explain</source>
<translation>解释</translation></message>
<message><source>Export cancelled; nothing was written</source>
<translation>导出已取消；未写入任何内容</translation></message>
<message><source>Export decoded boxes</source>
<translation>导出解码框</translation></message>
<message><source>Export decoded boxes…</source>
<translation>导出解码框…</translation></message>
<message><source>Exporting decoded boxes…</source>
<translation>正在导出解码框…</translation></message>
<message><source>Export…</source>
<translation>导出…</translation></message>
<message><source>Factor</source>
<translation>系数</translation></message>
<message><source>Fate</source>
<translation>去向</translation></message>
<message><source>Fates in A and in B</source>
<translation>A 和 B 中的去向</translation></message>
<message><source>Feature cell of the selection</source>
<translation>所选的特征单元格</translation></message>
<message><source>FiftyOne's labels.json (*.json)</source>
<translation>FiftyOne 的 labels.json (*.json)</translation></message>
<message><source>File that was not read</source>
<translation>未读取的文件</translation></message>
<message><source>File, Export decoded boxes writes what the predictions say in original px. Now open a dataset of your own: Ctrl+O, or drop it here. Your files are only read.</source>
<translation>“文件 &gt; 导出解码框”以原始 px 写出预测的内容。现在打开自己的数据集：Ctrl+O，或拖到此处。您的文件只会被读取。</translation></message>
<message><source>Filter</source>
<translation>筛选</translation></message>
<message><source>Filter anchors: {one}</source>
<translation>筛选锚框：{one}</translation></message>
<message><source>Filter by name or class</source>
<translation>按名称或类别筛选</translation></message>
<message><source>Filter images by name or class</source>
<translation>按名称或类别筛选图片</translation></message>
<message><source>Filter points: {one}</source>
<translation>筛选点：{one}</translation></message>
<message><source>Filter the anchors</source>
<translation>筛选锚框</translation></message>
<message><source>Filter: {filter}</source>
<translation>筛选：{filter}</translation></message>
<message><source>Filter: {words}; press to take it away</source>
<translation>筛选：{words}；按下移除</translation></message>
<message><source>Final fate</source>
<translation>最终去向</translation></message>
<message><source>Find a command</source>
<translation>查找命令</translation></message>
<message><source>Find a field</source>
<translation>查找字段</translation></message>
<message><source>Find a field by name or meaning</source>
<translation>按名称或含义查找字段</translation></message>
<message><source>Find an image</source>
<translation>查找图片</translation></message>
<message><source>Find by name, menu or key, e.g. Ctrl+O</source>
<translation>按名称、菜单或按键查找，如 Ctrl+O</translation></message>
<message><source>Find in this page</source>
<translation>在本页查找</translation></message>
<message><source>Find or run</source>
<translation>查找或运行</translation></message>
<message><source>Find or run a command</source>
<translation>查找或运行命令</translation></message>
<message><source>Find or run a command…</source>
<translation>查找或运行命令…</translation></message>
<message><source>Find the layout of the raw outputs…</source>
<translation>查找原始输出的布局…</translation></message>
<message><source>Finding</source>
<translation>发现</translation></message>
<message><source>Findings</source>
<translation>发现</translation></message>
<message><source>Findings written into {file}</source>
<translation>发现已写入 {file}</translation></message>
<message><source>Findings…</source>
<translation>发现…</translation></message>
<message><source>First choice of columns</source>
<translation>默认列</translation></message>
<message><source>First image</source>
<translation>第一张图片</translation></message>
<message><source>First picture</source>
<translation>第一张图片</translation></message>
<message><source>Fit</source>
<translation>适合窗口</translation></message>
<message><source>Follow a training…</source>
<translation>跟踪训练…</translation></message>
<message><source>Following {name}</source>
<translation>正在跟踪 {name}</translation></message>
<message numerus="yes"><source>For {n} pictures no size is annotated; their headers were read.</source>
<translation><numerusform>有 {n} 张图片未标注尺寸；已读取其文件头。</numerusform></translation></message>
<message><source>Foreground</source>
<translation>前景</translation></message>
<message><source>Foreground for ground truth {n}</source>
<translation>真值框 {n} 的前景</translation></message>
<message><source>Format</source>
<translation>格式</translation></message>
<message><source>Found means {what}.</source>
<translation>“找到”指{what}。</translation></message>
<message><source>Fractions instead of pixels</source>
<translation>分数而非像素</translation></message>
<message><source>From</source>
<translation>来自</translation></message>
<message><source>From Faster R-CNN's article to YOLO26, with their sources</source>
<translation>从 Faster R-CNN 论文到 YOLO26，附来源</translation></message>
<message><source>From class scores and boxes to detections.</source>
<translation>从类别分数和框到检测。</translation></message>
<message><source>From decoded boxes to proposals or detections.</source>
<translation>从解码框到提议框或检测。</translation></message>
<message><source>From the step shown to step {step}, on this same picture: the same positives.</source>
<translation>从所示步到第 {step} 步，同一图片：正样本相同。</translation></message>
<message><source>From the step shown to step {step}, on this same picture: {new} and {lost}.</source>
<translation>从所示步到第 {step} 步，同一图片：{new}，{lost}。</translation></message>
<message><source>Full screen</source>
<translation>全屏</translation></message>
<message><source>Funnel</source>
<translation>漏斗</translation></message>
<message><source>Funnel of the second stage</source>
<translation>第二阶段的漏斗</translation></message>
<message><source>Funnel panel</source>
<translation>漏斗面板</translation></message>
<message><source>GIoU</source>
<translation>GIoU</translation></message>
<message><source>GT</source>
<translation>真值框</translation></message>
<message><source>GT in A</source>
<translation>A 中的真值框</translation></message>
<message><source>GT itself</source>
<translation>真值框本身</translation></message>
<message><source>GT {gt} at IoU 0</source>
<translation>真值框 {gt}，IoU 0</translation></message>
<message><source>GT {number}</source>
<translation>真值框 {number}</translation></message>
<message><source>GT {n}</source>
<translation>真值框 {n}</translation></message>
<message><source>Give all commands the keys they came with</source>
<translation>恢复所有命令的默认按键</translation></message>
<message><source>Give the command the keys it came with</source>
<translation>恢复该命令的默认按键</translation></message>
<message><source>Glossary</source>
<translation>术语表</translation></message>
<message><source>Go on</source>
<translation>继续</translation></message>
<message><source>Ground truth</source>
<translation>真值框</translation></message>
<message><source>Ground truth {number} ({name})</source>
<translation>真值框 {number}（{name}）</translation></message>
<message><source>Ground truth {number}: takes no part</source>
<translation>真值框 {number}：不参与</translation></message>
<message><source>Ground truth {number}: undecided</source>
<translation>真值框 {number}：未定</translation></message>
<message><source>Ground truth {number}: {found}</source>
<translation>真值框 {number}：{found}</translation></message>
<message><source>Ground truth {n}</source>
<translation>真值框 {n}</translation></message>
<message><source>Ground truth {n} among the proposals</source>
<translation>提议框中的真值框 {n}</translation></message>
<message><source>Ground truths</source>
<translation>真值框</translation></message>
<message><source>Ground truths in A and in B</source>
<translation>A 和 B 中的真值框</translation></message>
<message><source>Ground truths of the anchor</source>
<translation>锚框的真值框</translation></message>
<message><source>Ground truths short of candidates may take it</source>
<translation>候选不足的真值框可取它</translation></message>
<message><source>Ground truths without a positive</source>
<translation>没有正样本的真值框</translation></message>
<message><source>Ground truths without a positive at any step</source>
<translation>任何步都没有正样本的真值框</translation></message>
<message><source>Half or more of it lies in a region that enters no loss.</source>
<translation>它有一半或以上位于不计损失的区域。</translation></message>
<message><source>Hardest ground truths</source>
<translation>最难的真值框</translation></message>
<message><source>Hardest images</source>
<translation>最难的图片</translation></message>
<message><source>Heat</source>
<translation>热图</translation></message>
<message><source>Heat of best IoU</source>
<translation>最佳 IoU 热图</translation></message>
<message><source>Heat of loss</source>
<translation>损失热图</translation></message>
<message><source>Heat of score p</source>
<translation>分数 p 热图</translation></message>
<message><source>Heat of the metric for the focused ground truth</source>
<translation>当前真值框的度量热图</translation></message>
<message><source>Heat: {what}</source>
<translation>热图：{what}</translation></message>
<message><source>Heat: {what} {needs}</source>
<translation>热图：{what} {needs}</translation></message>
<message><source>Height, px</source>
<translation>高, px</translation></message>
<message><source>Held between {least} and {most}: it is pooled from {name}.</source>
<translation>限制在 {least} 与 {most} 之间：从 {name} 池化。</translation></message>
<message><source>Help</source>
<translation>帮助</translation></message>
<message><source>Hide this line</source>
<translation>隐藏此行</translation></message>
<message><source>How a picture becomes the network's input.</source>
<translation>图片如何成为网络输入。</translation></message>
<message><source>How boxes go back to the original picture.</source>
<translation>框如何回到原始图片。</translation></message>
<message><source>How fates changed</source>
<translation>去向如何变化</translation></message>
<message><source>How ground truths follow the picture into the network.</source>
<translation>真值框如何随图片进入网络。</translation></message>
<message><source>I / (A + B − I)</source>
<translation>I / (A + B − I)</translation></message>
<message><source>I shared</source>
<translation>共同的 I</translation></message>
<message><source>Ignored</source>
<translation>忽略</translation></message>
<message><source>Ignored: between the thresholds</source>
<translation>忽略：在两阈值之间</translation></message>
<message><source>Ignored: in a crowd</source>
<translation>忽略：在人群中</translation></message>
<message><source>Ignored: in another cell</source>
<translation>忽略：在其他单元格</translation></message>
<message><source>Ignored: in neither sum.</source>
<translation>忽略：不计入任何和。</translation></message>
<message><source>Ignored: its prediction fits</source>
<translation>忽略：其预测相符</translation></message>
<message><source>Ignored: outside the picture</source>
<translation>忽略：在图片外</translation></message>
<message><source>Image</source>
<translation>图片</translation></message>
<message><source>Images</source>
<translation>图片</translation></message>
<message><source>Images panel</source>
<translation>图片面板</translation></message>
<message><source>In all</source>
<translation>总计</translation></message>
<message><source>In an ignored region</source>
<translation>在忽略区域中</translation></message>
<message><source>In the annotations</source>
<translation>在标注中</translation></message>
<message><source>In the loss</source>
<translation>计入损失</translation></message>
<message><source>In the loss, which needs raw outputs.</source>
<translation>在损失中，但需要原始输出。</translation></message>
<message><source>In the loss.</source>
<translation>计入损失。</translation></message>
<message><source>In the loss: {rule}, {positives} and {negatives}. Divided by {divided}; the rows are what is left after that, and they sum to the totals.</source>
<translation>计入损失：{rule}，{positives} 和 {negatives}。除以 {divided}；各行为其后的值，相加得总和。</translation></message>
<message><source>In the mini-batch, but not all of its raw outputs are numbers: the sums leave it out.</source>
<translation>在小批量中，但其原始输出并非全为数值：各项总和不计入它。</translation></message>
<message><source>In the sample, so in the sums.</source>
<translation>在样本中，因此计入和。</translation></message>
<message><source>In the sample; the sums need raw outputs.</source>
<translation>在样本中；和需要原始输出。</translation></message>
<message><source>In the trainer's loss, so in the sums.</source>
<translation>在训练器的损失中，因此计入总和。</translation></message>
<message><source>Inspect</source>
<translation>检查</translation></message>
<message><source>Inspector</source>
<translation>检查器</translation></message>
<message><source>Inspector of proposals</source>
<translation>提议框检查器</translation></message>
<message><source>Inspector panel</source>
<translation>检查器面板</translation></message>
<message><source>IoU</source>
<translation>IoU</translation></message>
<message><source>IoU 0.50 to 0.95</source>
<translation>IoU 0.50 至 0.95</translation></message>
<message><source>IoU above which the lower score goes</source>
<translation>IoU 高于此值则去掉较低分数者</translation></message>
<message><source>IoU above which the lower score of a class goes</source>
<translation>IoU 高于此值则去掉同类较低分数者</translation></message>
<message><source>IoU and box loss</source>
<translation>IoU 与框损失</translation></message>
<message><source>IoU and its kin: keeps quotients finite</source>
<translation>IoU 类：保持商有限</translation></message>
<message><source>IoU below which an anchor is negative</source>
<translation>IoU 低于此值的锚框为负</translation></message>
<message><source>IoU cost</source>
<translation>IoU 代价</translation></message>
<message><source>IoU cost + {place}</source>
<translation>IoU 代价 + {place}</translation></message>
<message><source>IoU crossed its ground truth's own threshold</source>
<translation>IoU 越过其真值框自己的阈值</translation></message>
<message><source>IoU crossed the lower threshold</source>
<translation>IoU 越过下阈值</translation></message>
<message><source>IoU crossed the upper threshold</source>
<translation>IoU 越过上阈值</translation></message>
<message><source>IoU from which an anchor is positive</source>
<translation>IoU 达到此值的锚框为正</translation></message>
<message><source>IoU from which it may be negative; below it is ignored</source>
<translation>IoU 达到此值才可为负；低于则忽略</translation></message>
<message><source>IoU from which its candidates are positive: their mean plus deviation</source>
<translation>IoU 达到此值的候选为正：其均值加标准差</translation></message>
<message><source>IoU in A</source>
<translation>A 中的 IoU</translation></message>
<message><source>IoU in B</source>
<translation>B 中的 IoU</translation></message>
<message><source>IoU of a prediction over which it is ignored</source>
<translation>预测的 IoU 超过此值则忽略</translation></message>
<message><source>IoU of a prediction with a ground truth over which its anchor is no negative</source>
<translation>预测与真值框的 IoU 超过此值，其锚框不为负</translation></message>
<message><source>IoU of shapes over which further anchors learn it too; 1: none</source>
<translation>形状 IoU 超过此值的其他锚框也学习它；1：无</translation></message>
<message><source>IoU over which an anchor of such a cell is positive</source>
<translation>这类单元格中 IoU 超过此值的锚框为正</translation></message>
<message><source>IoU over which it may be negative; below it is ignored</source>
<translation>IoU 超过此值才可为负；低于则忽略</translation></message>
<message><source>IoU per GT</source>
<translation>每个真值框的 IoU</translation></message>
<message><source>IoU scale</source>
<translation>IoU 标尺</translation></message>
<message><source>IoU up to which an anchor is negative</source>
<translation>IoU 不超过此值的锚框为负</translation></message>
<message><source>IoU with ground truth {number}</source>
<translation>与真值框 {number} 的 IoU</translation></message>
<message><source>IoU with it {reaches} the threshold {high} for {count}; the best is {best:.4f}.</source>
<translation>与它的 IoU {reaches}阈值 {high} 的有 {count}；最佳为 {best:.4f}。</translation></message>
<message><source>IoU with its ground truth</source>
<translation>与其真值框的 IoU</translation></message>
<message><source>IoU with the most similar anchor, both about one centre</source>
<translation>与最相似锚框的 IoU，二者同心</translation></message>
<message><source>IoU {iou:.4f}</source>
<translation>IoU {iou:.4f}</translation></message>
<message><source>IoU {iou:.4f} is under the threshold {limit:.2f}, so it would be {would}. But no anchor overlaps {owner} more, so the low-quality rule makes it positive{shared}.</source>
<translation>IoU {iou:.4f} 低于阈值 {limit:.2f}，本应为{would}。但没有锚框与 {owner} 重叠更多，因此低质量规则使它为正{shared}。</translation></message>
<message><source>IoU {iou:.4f} with {best} reaches the threshold {positive:.2f}.</source>
<translation>与 {best} 的 IoU {iou:.4f} 达到阈值 {positive:.2f}。</translation></message>
<message><source>IoU {iou:.4f} with {owner} reaches {least}: positive.</source>
<translation>与 {owner} 的 IoU {iou:.4f} 达到 {least}：为正。</translation></message>
<message><source>IoU {iou:.4f}, negative below {low:.2f}, positive from {high:.2f}</source>
<translation>IoU {iou:.4f}，低于 {low:.2f} 为负，从 {high:.2f} 起为正</translation></message>
<message numerus="yes"><source>IoU {iou}, p {score}: {n} anchors</source>
<translation><numerusform>IoU {iou}，p {score}：{n} 个锚框</numerusform></translation></message>
<message><source>IoU {least} and up</source>
<translation>IoU {least} 及以上</translation></message>
<message><source>IoU {low:.2f} to {high:.2f}: {value}</source>
<translation>IoU {low:.2f} 至 {high:.2f}：{value}</translation></message>
<message><source>IoU {low}–{high}</source>
<translation>IoU {low}–{high}</translation></message>
<message><source>IoU {over} {high}</source>
<translation>IoU {over} {high}</translation></message>
<message><source>IoU {under} {low}</source>
<translation>IoU {under} {low}</translation></message>
<message><source>IoU, GT</source>
<translation>IoU, 真值框</translation></message>
<message><source>IoU_c is the best IoU that this coordinate alone would allow.</source>
<translation>IoU_c 是仅此坐标所允许的最佳 IoU。</translation></message>
<message><source>IoUs whose sum says how many anchors a ground truth takes</source>
<translation>其和决定一个真值框取多少锚框的 IoU 个数</translation></message>
<message><source>IoUs whose sum says how many points a ground truth takes</source>
<translation>其和决定一个真值框取多少点的 IoU 个数</translation></message>
<message><source>It answers {name} at {score}, and no box of its class suppresses it.</source>
<translation>它以 {score} 回答 {name}，没有同类框抑制它。</translation></message>
<message><source>It answers {name} at {score}, but {who} scores {theirs} and overlaps it at IoU {iou} {sign} {limit}.</source>
<translation>它以 {score} 回答 {name}，但 {who} 得 {theirs}，与它的 IoU 为 {iou} {sign} {limit}。</translation></message>
<message><source>It answers {name} at {score}, not above the threshold {least}.</source>
<translation>它以 {score} 回答 {name}，未超过阈值 {least}。</translation></message>
<message><source>It answers {name} at {score}; {keep} detections of higher scores are kept.</source>
<translation>它以 {score} 回答 {name}；保留了 {keep} 个分数更高的检测。</translation></message>
<message><source>It belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>它不属于任何真值框，因此没有目标 t* 和框损失。</translation></message>
<message><source>It goes on to {stage} by the box of {name}, in training its ground truth's class.</source>
<translation>它以 {name} 的框进入 {stage}，训练时用其真值框的类别。</translation></message>
<message><source>It goes on to {stage} by the box of {name}, the likeliest class.</source>
<translation>它以最可能的类别 {name} 的框进入 {stage}。</translation></message>
<message><source>It has a single candidate, whose IoU has no deviation: nothing reaches the threshold.</source>
<translation>它只有一个候选，其 IoU 没有标准差：没有达到阈值的。</translation></message>
<message><source>It has fewer candidates than the rule may take: less to learn it from than from others.</source>
<translation>它的候选少于规则允许的数目：可学的比其他的少。</translation></message>
<message><source>It has no candidate.</source>
<translation>它没有候选。</translation></message>
<message><source>It has no candidate: no prediction can make an anchor positive for it.</source>
<translation>它没有候选：任何预测都不能使锚框对它为正。</translation></message>
<message><source>It has no width or no height, so the library's loader leaves it out.</source>
<translation>它没有宽或高，因此该库的加载器略去它。</translation></message>
<message numerus="yes"><source>It has {n} candidate anchors</source>
<translation><numerusform>它有 {n} 个候选锚框</numerusform></translation></message>
<message numerus="yes"><source>It has {n} candidate points</source>
<translation><numerusform>它有 {n} 个候选点</numerusform></translation></message>
<message><source>It is a candidate of ground truth {names}</source>
<translation>它是真值框 {names} 的候选</translation></message>
<message><source>It is a ground truth that joins the proposals in training.</source>
<translation>它是训练时加入提议框的真值框。</translation></message>
<message><source>It is applied to each coordinate of d = t − t*: coded numbers, never pixels.</source>
<translation>作用于 d = t − t* 的每个坐标：编码后的数，绝非像素。</translation></message>
<message><source>It is ignored, or the outputs have no column for its class: it costs nothing.</source>
<translation>它被忽略，或输出中没有其类别的列：不产生代价。</translation></message>
<message><source>It is marked {word}, and this recipe leaves such ground truths out.</source>
<translation>它标记为{word}，此配方略去这类真值框。</translation></message>
<message><source>It is marked {word}: no anchor is trained towards it, and those inside it enter no loss.</source>
<translation>它标记为{word}：没有锚框以它为训练目标，其内的锚框不计损失。</translation></message>
<message><source>It is not among the {topk} anchors of its level whose centres are nearest to that of a ground truth, so it is no candidate.</source>
<translation>它不在本层级中心最近某真值框的 {topk} 个锚框之中，因此不是候选。</translation></message>
<message><source>It is one of the {topk} anchors of its level nearest to {name}, at IoU {iou:.4f}</source>
<translation>它是本层级最近 {name} 的 {topk} 个锚框之一，IoU {iou:.4f}</translation></message>
<message><source>It is paired with {slots:,} anchors, in its own cell and beside, of sides within {limit:g}.</source>
<translation>它与 {slots:,} 个锚框配对，在其单元格及旁边，边长比在 {limit:g} 以内。</translation></message>
<message><source>It is the best anchor of {other}, so the low-quality rule makes it positive; but it overlaps {owner} {how_much} (IoU {iou:.4f}), and this library trains it towards that one.</source>
<translation>它是 {other} 的最佳锚框，因此低质量规则使它为正；但它与 {owner} 重叠{how_much}（IoU {iou:.4f}），此库以后者为训练目标。</translation></message>
<message><source>It is {owner} itself, which joins the proposals in training: positive without a comparison.</source>
<translation>它是 {owner} 本身，训练时加入提议框：不经比较为正。</translation></message>
<message><source>It joins the proposals while training alone.</source>
<translation>仅在训练时加入提议框。</translation></message>
<message><source>It learns no ground truth, but what it predicts overlaps {gt} by IoU {iou:.4f}, over {ignore:.2f}: so it is not punished, and enters no loss.</source>
<translation>它不学任何真值框，但其预测与 {gt} 的 IoU 为 {iou:.4f}，超过 {ignore:.2f}：因此不受罚，也不计损失。</translation></message>
<message><source>It learns no ground truth. It is negative, unless what it predicts overlaps one by more than {ignore:.2f}: then it enters no loss. Without outputs that is open.</source>
<translation>它不学任何真值框。它为负，除非其预测与某真值框重叠超过 {ignore:.2f}：那时不计损失。没有输出则未定。</translation></message>
<message><source>It lies in a part of its picture that was cut away where pictures were joined.</source>
<translation>它位于拼接图像时被裁掉的部分。</translation></message>
<message><source>It lies in an ignored region: in no loss.</source>
<translation>它在忽略区域中：不计损失。</translation></message>
<message><source>It overlaps an ignored region, so it is no negative, and enters no loss.</source>
<translation>它与忽略区域重叠，因此不是负样本，也不计损失。</translation></message>
<message><source>It overlaps no anchor: {effect_of}.</source>
<translation>它不与任何锚框重叠：{effect_of}。</translation></message>
<message><source>It overlaps no ground truth, and IoU 0 is below the threshold {negative:.2f}.</source>
<translation>它不与任何真值框重叠，IoU 0 低于阈值 {negative:.2f}。</translation></message>
<message><source>It overlaps no ground truth: background.</source>
<translation>它不与任何真值框重叠：背景。</translation></message>
<message><source>It overlaps {by} at IoU {iou} {sign} {nms}, the NMS threshold, and scores lower: {score} against {other}.</source>
<translation>它与 {by} 的 IoU 为 {iou} {sign} {nms}（NMS 阈值），且分数较低：{score} 对 {other}。</translation></message>
<message><source>It survived NMS, but {n:,} boxes with higher scores did too, and no more are kept.</source>
<translation>它通过了 NMS，但有 {n:,} 个分数更高的框也通过了，不再多保留。</translation></message>
<message><source>It takes the {k} cheapest: its {n} best IoUs add up to so many.</source>
<translation>它取最便宜的 {k} 个：其 {n} 个最佳 IoU 之和。</translation></message>
<message><source>It was the better fit: IoU with {gt} is {iou:.4f}, the survivor has {other:.4f}.</source>
<translation>它更贴合：与 {gt} 的 IoU 为 {iou:.4f}，留下的框为 {other:.4f}。</translation></message>
<message><source>It {leaves}, so it is matched like the others but enters no loss.</source>
<translation>它{leaves}，因此照常匹配但不计损失。</translation></message>
<message><source>It {leaves}, so it is never compared with a ground truth and enters no loss.</source>
<translation>它{leaves}，因此不与真值框比较，也不计损失。</translation></message>
<message><source>It {leaves}, so it is {enters}, and enters no loss.</source>
<translation>它{leaves}，因此{enters}，也不计损失。</translation></message>
<message><source>Its anchor is trained towards {n} ({name}), which it covers at IoU {iou:.4f}.</source>
<translation>其锚框训练目标为 {n}（{name}），覆盖的 IoU 为 {iou:.4f}。</translation></message>
<message><source>Its best IoU is 0, which every anchor has: the low-quality rule can make all positive.</source>
<translation>它的最佳 IoU 为 0，每个锚框皆然：低质量规则可能使全部为正。</translation></message>
<message><source>Its best anchor trains another ground truth; it may have others.</source>
<translation>它的最佳锚框训练另一真值框；它可能还有别的。</translation></message>
<message><source>Its best anchors overlap another ground truth as much or more, so they train that one.</source>
<translation>它的最佳锚框与另一真值框重叠相同或更多，因此训练后者。</translation></message>
<message><source>Its best overlap is IoU {best:.4f}, but {passed_for}. Only the low-quality rule gives it {low_quality}.</source>
<translation>其最佳重叠为 IoU {best:.4f}，但{passed_for}。只有低质量规则给它 {low_quality}。</translation></message>
<message><source>Its best overlap is IoU {best:.4f}, under the {least:.2f} from which it would make an anchor positive; but it takes over {positives} that another ground truth made positive.</source>
<translation>其最佳重叠为 IoU {best:.4f}，低于使锚框为正所需的 {least:.2f}；但它接管了 {positives}，由另一真值框使之为正。</translation></message>
<message><source>Its best overlap with an anchor is IoU {best:.4f}</source>
<translation>它与锚框的最佳重叠为 IoU {best:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f}</source>
<translation>其最佳重叠 IoU {iou:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}</source>
<translation>其最佳重叠，与 {best} 的 IoU {iou:.4f}</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, is over {negative:.2f}, too much for a negative; but its cell does not hold the centre of any ground truth, so it cannot be positive and enters no loss.</source>
<translation>其最佳重叠，与 {best} 的 IoU {iou:.4f}，超过 {negative:.2f}，不能为负；但其单元格不含任何真值框的中心，也不能为正，因此不计损失。</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, lies between {negative:.2f} and {positive:.2f}: neither positive nor negative, so it enters no loss.</source>
<translation>其最佳重叠，与 {best} 的 IoU {iou:.4f}，在 {negative:.2f} 与 {positive:.2f} 之间：非正非负，因此不计损失。</translation></message>
<message><source>Its best overlap, IoU {iou:.4f} with {best}, {under} the threshold {negative:.2f}.</source>
<translation>其最佳重叠，与 {best} 的 IoU {iou:.4f}，{under}阈值 {negative:.2f}。</translation></message>
<message><source>Its best overlap, IoU {iou:.4f}, is under {negative_from:.2f}: too little even for a negative.</source>
<translation>其最佳重叠 IoU {iou:.4f} 低于 {negative_from:.2f}：连负样本都不够。</translation></message>
<message><source>Its cell holds the centre of a ground truth, and IoU with {owner} is over {positive:.2f}.</source>
<translation>其单元格含真值框中心，与 {owner} 的 IoU 超过 {positive:.2f}。</translation></message>
<message><source>Its class has the soft target q = {q}, the others 0.</source>
<translation>其类别的软目标 q = {q}，其余为 0。</translation></message>
<message><source>Its face has no annotated landmarks: they have no loss here.</source>
<translation>其人脸没有标注关键点：此处没有其损失。</translation></message>
<message><source>Its label and the reason in words, its boxes, its target t*, what it adds to the loss. Explain, further down, puts its numbers into the formulas; type another number there to see what would follow.</source>
<translation>用文字说明其标签及原因、框、目标 t* 及对损失的贡献。下方“解释”将其数字代入公式；在那里输入其他数字，看会怎样。</translation></message>
<message><source>Its one objectness follows ground truth {n}, listed last.</source>
<translation>其唯一的目标性跟随最后列出的真值框 {n}。</translation></message>
<message><source>Its raw outputs are not all numbers ({which}), yet its box is, as in the library.</source>
<translation>其原始输出不全是数（{which}），但与库中一样，其框是数。</translation></message>
<message><source>Its raw outputs are not all numbers ({which}): such a box is left out.</source>
<translation>其原始输出不全是数（{which}）：这样的框被略去。</translation></message>
<message><source>Its score {score} is below the threshold {least:g}.</source>
<translation>其分数 {score} 低于阈值 {least:g}。</translation></message>
<message><source>Its score {score} is not among the first {first:,} of its class, so NMS never sees it.</source>
<translation>其分数 {score} 不在本类前 {first:,} 名，因此到不了 NMS。</translation></message>
<message><source>Its score {score} is not among the first {first:,} of the best points, so NMS never sees it.</source>
<translation>其分数 {score} 不在最佳点的前 {first:,} 名，因此到不了 NMS。</translation></message>
<message><source>Its score {score} is not among the first {first:,} on its level, so NMS never sees it.</source>
<translation>其分数 {score} 不在本层级前 {first:,} 名，因此到不了 NMS。</translation></message>
<message><source>Its score {score} is not among the first {first:,} over all levels, so NMS never sees it.</source>
<translation>其分数 {score} 不在所有层级的前 {first:,} 名，因此到不了 NMS。</translation></message>
<message><source>Its threshold is IoU {threshold:.4f}, mean plus deviation of its {many:,} candidates</source>
<translation>其阈值为 IoU {threshold:.4f}，即 {many:,} 个候选的均值加标准差</translation></message>
<message><source>Its way</source>
<translation>它的经过</translation></message>
<message><source>J is the intersection with a sign, so that boxes apart have a slope too.</source>
<translation>J 是带符号的交集，使分离的框也有斜率。</translation></message>
<message><source>Kept</source>
<translation>保留</translation></message>
<message><source>Kept as proposal {n}</source>
<translation>保留为提议框 {n}</translation></message>
<message><source>Kept, px</source>
<translation>保留, px</translation></message>
<message><source>Keys</source>
<translation>按键</translation></message>
<message><source>Keys of all commands</source>
<translation>所有命令的按键</translation></message>
<message><source>Kind</source>
<translation>类型</translation></message>
<message><source>Label</source>
<translation>标签</translation></message>
<message><source>LabelMe, a folder (*)</source>
<translation>LabelMe，文件夹 (*)</translation></message>
<message><source>Labels in A and in B</source>
<translation>A 和 B 中的标签</translation></message>
<message><source>Landmarks</source>
<translation>关键点</translation></message>
<message><source>Language</source>
<translation>语言</translation></message>
<message><source>Language of the system</source>
<translation>系统语言</translation></message>
<message><source>Last image</source>
<translation>最后一张图片</translation></message>
<message><source>Layer</source>
<translation>图层</translation></message>
<message><source>Layers</source>
<translation>图层</translation></message>
<message><source>Layout of the raw outputs</source>
<translation>原始输出的布局</translation></message>
<message><source>Leave</source>
<translation>离开</translation></message>
<message><source>Leave out the choice {words}</source>
<translation>去掉选择 {words}</translation></message>
<message><source>Leave the tour</source>
<translation>离开导览</translation></message>
<message><source>Leave the tour (Esc)</source>
<translation>离开导览 (Esc)</translation></message>
<message><source>Leave the what-if and go back to the data</source>
<translation>离开假设，返回数据</translation></message>
<message><source>Left out, as it makes no number better: {names}.</source>
<translation>略去，因未改善任何数字：{names}。</translation></message>
<message><source>Left out: not a number</source>
<translation>排除：不是数</translation></message>
<message><source>Legend: {names}</source>
<translation>图例：{names}</translation></message>
<message><source>Level</source>
<translation>层级</translation></message>
<message><source>Light</source>
<translation>浅色</translation></message>
<message><source>Lines</source>
<translation>线条</translation></message>
<message><source>Little to learn from; each weighs much.</source>
<translation>可学的很少；每个权重很大。</translation></message>
<message><source>Locate pictures…</source>
<translation>定位图片…</translation></message>
<message><source>Logit</source>
<translation>Logit</translation></message>
<message><source>Look for better anchors</source>
<translation>寻找更好的锚框</translation></message>
<message><source>Look through the annotations and the files</source>
<translation>检查标注和文件</translation></message>
<message><source>Looking what it is…</source>
<translation>正在辨认…</translation></message>
<message><source>Loss</source>
<translation>损失</translation></message>
<message><source>Loss by class</source>
<translation>按类别的损失</translation></message>
<message><source>Loss by level</source>
<translation>按层级的损失</translation></message>
<message><source>Loss by size</source>
<translation>按尺寸的损失</translation></message>
<message><source>Loss is not a finite number</source>
<translation>损失不是有限数</translation></message>
<message><source>Loss of this picture</source>
<translation>此图片的损失</translation></message>
<message><source>Losses need</source>
<translation>损失需要</translation></message>
<message><source>Losses of all stages</source>
<translation>所有阶段的损失</translation></message>
<message><source>Losses over the steps</source>
<translation>各步的损失</translation></message>
<message><source>Lost</source>
<translation>丢失</translation></message>
<message><source>Lost at</source>
<translation>丢失于</translation></message>
<message><source>Lost boxes</source>
<translation>丢失的框</translation></message>
<message><source>Lost in augmentation: {why}</source>
<translation>在增强中丢失：{why}</translation></message>
<message><source>Lost objects</source>
<translation>丢失的目标</translation></message>
<message><source>Lost to</source>
<translation>被谁取代</translation></message>
<message><source>Low A</source>
<translation>低 A</translation></message>
<message><source>Low B</source>
<translation>低 B</translation></message>
<message><source>Low-quality</source>
<translation>低质量</translation></message>
<message><source>Lower the score threshold</source>
<translation>降低分数阈值</translation></message>
<message><source>Marked against</source>
<translation>对照标记</translation></message>
<message><source>Maths</source>
<translation>数学</translation></message>
<message><source>Mean IoU</source>
<translation>平均 IoU</translation></message>
<message><source>Mean losses of {count} images with both:</source>
<translation>二者皆有的 {count} 张图片的平均损失：</translation></message>
<message><source>Measure with the ruler</source>
<translation>用标尺测量</translation></message>
<message><source>Menu</source>
<translation>菜单</translation></message>
<message><source>Metric</source>
<translation>度量</translation></message>
<message><source>Missed</source>
<translation>漏检</translation></message>
<message><source>More layers</source>
<translation>更多图层</translation></message>
<message><source>Move the panels</source>
<translation>移动面板</translation></message>
<message><source>Moved, px</source>
<translation>移动, px</translation></message>
<message><source>N = {n} averaged</source>
<translation>N = {n} 平均</translation></message>
<message><source>N = {n} by recipe</source>
<translation>N = {n} 由配方</translation></message>
<message><source>N = {n} positives</source>
<translation>N = {n} 正样本</translation></message>
<message><source>N = {n} sampled</source>
<translation>N = {n} 采样</translation></message>
<message><source>N = {n} targets</source>
<translation>N = {n} 目标</translation></message>
<message><source>N = {n}, pos. + 1</source>
<translation>N = {n}，正 + 1</translation></message>
<message><source>NMS IoU</source>
<translation>NMS IoU</translation></message>
<message><source>NMS counts sides as x2 − x1 + 1.</source>
<translation>NMS 的边长计为 x2 − x1 + 1。</translation></message>
<message><source>NMS counts widths as x2 - x1 + 1, whatever the coder does</source>
<translation>NMS 的宽度计为 x2 - x1 + 1，不论编码器如何</translation></message>
<message><source>NMS shifts boxes apart by group, in float32, which rounds their edges.</source>
<translation>NMS 按组以 float32 错开各框，其边因此被舍入。</translation></message>
<message><source>NaN</source>
<translation>NaN</translation></message>
<message><source>Name</source>
<translation>名称</translation></message>
<message><source>Name of several files</source>
<translation>多个文件同名</translation></message>
<message><source>Negative</source>
<translation>负</translation></message>
<message><source>Negative: background</source>
<translation>负：背景</translation></message>
<message><source>Negative: candidate of ground truth {number}</source>
<translation>负：真值框 {number} 的候选</translation></message>
<message><source>Negative: candidate of ground truth {value}</source>
<translation>负：真值框 {value} 的候选</translation></message>
<message numerus="yes"><source>Negative: candidate of ground truth {value} and {n} others</source>
<translation><numerusform>负：真值框 {value} 和另外 {n} 个的候选</numerusform></translation></message>
<message><source>Negative: centre outside ground truth {number}</source>
<translation>负：中心在真值框 {number} 外</translation></message>
<message><source>Negative: may be taken</source>
<translation>负：可被取</translation></message>
<message><source>New key</source>
<translation>新按键</translation></message>
<message><source>Newest</source>
<translation>最新</translation></message>
<message><source>Newest +{n}</source>
<translation>最新 +{n}</translation></message>
<message><source>Newest step of a training</source>
<translation>训练的最新一步</translation></message>
<message><source>Next</source>
<translation>下一个</translation></message>
<message><source>Next anchor in the table</source>
<translation>表中下一个锚框</translation></message>
<message><source>Next anchor under the cursor</source>
<translation>光标下的下一个锚框</translation></message>
<message><source>Next anchor under the cursor (Down)</source>
<translation>光标下的下一个锚框（下键）</translation></message>
<message><source>Next checkpoint</source>
<translation>下一个检查点</translation></message>
<message><source>Next ground truth</source>
<translation>下一个真值框</translation></message>
<message><source>Next image</source>
<translation>下一张图片</translation></message>
<message><source>Next place of the finding</source>
<translation>该发现的下一处</translation></message>
<message><source>Next stage: RPN, RoI head</source>
<translation>下一阶段：RPN、RoI 头</translation></message>
<message><source>Next step of the tour</source>
<translation>导览下一步</translation></message>
<message><source>No anchor becomes positive for it, so nothing learns to find it.</source>
<translation>没有锚框为它成为正，因此没有什么学习找到它。</translation></message>
<message><source>No anchor in a cell with a ground truth's centre overlaps {owner} more, so it is positive.</source>
<translation>含真值框中心的单元格中没有锚框与 {owner} 重叠更多，因此为正。</translation></message>
<message><source>No anchor in this picture.</source>
<translation>此图片中没有锚框。</translation></message>
<message><source>No anchor is positive here.</source>
<translation>这里没有正锚框。</translation></message>
<message><source>No anchor of its own reaches IoU {positive:.2f}. Without the rule it has no positive anchor.</source>
<translation>没有自己的锚框达到 IoU {positive:.2f}。若无此规则它没有正锚框。</translation></message>
<message><source>No anchor of its own {reaches} the threshold {high}; its best overlap is IoU {best:.4f}. Only the low-quality rule gives it {low_quality}.</source>
<translation>没有自己的锚框{reaches}阈值 {high}；最佳重叠为 IoU {best:.4f}。只有低质量规则给它 {low_quality}。</translation></message>
<message><source>No anchor reaches IoU {at}.</source>
<translation>没有锚框达到 IoU {at}。</translation></message>
<message><source>No anchor selected</source>
<translation>未选择锚框</translation></message>
<message><source>No anchor selected: click a box or a row</source>
<translation>未选择锚框：点击框或行</translation></message>
<message><source>No anchor stands in both grids: the ground truths are compared.</source>
<translation>没有锚框同在两个网格中：比较真值框。</translation></message>
<message><source>No anchor takes part in the assignment, so it has no candidate.</source>
<translation>没有锚框参与分配，因此没有候选。</translation></message>
<message><source>No anchor's sides are within a factor of {limit:g} of its own: the most similar differs {ratio:.2f} times in one. So no level trains it.</source>
<translation>没有锚框的边长比在 {limit:g} 以内：最相似的一边差 {ratio:.2f} 倍。因此没有层级训练它。</translation></message>
<message><source>No box above it overlaps it at IoU {sign} {nms:.2f}; it is proposal {place:,} by score.</source>
<translation>没有分数更高的框与它的 IoU {sign} {nms:.2f}；按分数为提议框 {place:,}。</translation></message>
<message><source>No box comes near this ground truth.</source>
<translation>没有框接近此真值框。</translation></message>
<message><source>No box overlaps {owner} more, so that it is positive at IoU {iou:.4f}.</source>
<translation>没有框与 {owner} 重叠更多，因此在 IoU {iou:.4f} 为正。</translation></message>
<message><source>No box takes part in the assignment</source>
<translation>没有框参与分配</translation></message>
<message><source>No box takes part in the assignment, and this recipe's library stops at such a picture.</source>
<translation>没有框参与分配，此配方的库遇到这样的图片会停止。</translation></message>
<message><source>No dataset</source>
<translation>没有数据集</translation></message>
<message><source>No decoded box</source>
<translation>没有解码框</translation></message>
<message><source>No decoded box belongs to this anchor, so it has no prediction.</source>
<translation>没有解码框属于此锚框，因此它没有预测。</translation></message>
<message><source>No decoded box belongs to this point, so it has no prediction.</source>
<translation>没有解码框属于此点，因此它没有预测。</translation></message>
<message><source>No decoded box in this picture.</source>
<translation>此图片中没有解码框。</translation></message>
<message><source>No decoded box, of its class where boxes have classes, reaches IoU 0.50, whatever its score.</source>
<translation>没有解码框（有类别时须同类）达到 IoU 0.50，不论分数。</translation></message>
<message><source>No ground truth</source>
<translation>没有真值框</translation></message>
<message><source>No ground truth can be judged by these outputs.</source>
<translation>这些输出无法评判任何真值框。</translation></message>
<message><source>No ground truth can be judged.</source>
<translation>无法评判任何真值框。</translation></message>
<message><source>No ground truth changes between A and B.</source>
<translation>A 与 B 之间没有真值框变化。</translation></message>
<message><source>No ground truth in this picture.</source>
<translation>此图片中没有真值框。</translation></message>
<message><source>No ground truth is judged by both.</source>
<translation>没有真值框被二者评判。</translation></message>
<message><source>No ground truth is lost.</source>
<translation>没有真值框丢失。</translation></message>
<message><source>No ground truth takes part in the assignment</source>
<translation>没有真值框参与分配</translation></message>
<message><source>No ground truth to judge: no step has outputs with the boxes of these images.</source>
<translation>没有可评判的真值框：没有一步的输出含这些图片的框。</translation></message>
<message><source>No ground truth to train on</source>
<translation>没有可训练的真值框</translation></message>
<message><source>No ground truth whose sides are within a factor of {limit:g} of its own has the centre in its cell, or near enough beside it.</source>
<translation>边长比在 {limit:g} 以内的真值框，中心都不在其单元格或足够近处。</translation></message>
<message><source>No ground truth with its centre in this cell is most like this anchor in shape</source>
<translation>中心在此单元格的真值框中，没有形状最像此锚框的</translation></message>
<message><source>No image is like this.</source>
<translation>没有这样的图片。</translation></message>
<message><source>No mAP: no ground truth is there to be found.</source>
<translation>没有 mAP：没有可找的真值框。</translation></message>
<message><source>No mAP: {why}</source>
<translation>没有 mAP：{why}</translation></message>
<message><source>No mAP: {why}.</source>
<translation>没有 mAP：{why}。</translation></message>
<message><source>No other anchors of this kind to suggest.</source>
<translation>没有这类的其他锚框可建议。</translation></message>
<message><source>No outputs came with {name}: the demo's model runs on it under its own recipe {recipe}.</source>
<translation>{name} 没有附带输出：演示模型以自己的配方 {recipe} 在其上运行。</translation></message>
<message><source>No outputs of both stages are open. Open some with Ctrl+P.</source>
<translation>未打开两阶段的输出。用 Ctrl+P 打开。</translation></message>
<message><source>No picture to show</source>
<translation>没有可显示的图片</translation></message>
<message><source>No picture was found</source>
<translation>未找到图片</translation></message>
<message><source>No point is positive here.</source>
<translation>这里没有正点。</translation></message>
<message><source>No point or anchor may be taken by it, whatever the network says: it is never learned.</source>
<translation>不论网络怎么说，它都取不到点或锚框：永远学不到。</translation></message>
<message><source>No point selected</source>
<translation>未选择点</translation></message>
<message><source>No point selected: click one or a row</source>
<translation>未选择点：点击点或行</translation></message>
<message><source>No positive has a finite box loss.</source>
<translation>没有正样本有有限的框损失。</translation></message>
<message><source>No prediction is known to rank them by.</source>
<translation>没有已知预测可为其排名。</translation></message>
<message><source>No predictions are open. Ctrl+P opens some, which tell where boxes are lost.</source>
<translation>未打开预测。Ctrl+P 打开后可知框在哪里丢失。</translation></message>
<message><source>No proposal at IoU {v}</source>
<translation>IoU {v} 处没有提议框</translation></message>
<message><source>No proposal is foreground here.</source>
<translation>此处没有前景提议框。</translation></message>
<message><source>No proposal selected</source>
<translation>未选择提议框</translation></message>
<message><source>No raw outputs are open, so there are no boxes to follow. Open some with Ctrl+P.</source>
<translation>未打开原始输出，因此没有可跟踪的框。用 Ctrl+P 打开。</translation></message>
<message><source>No raw outputs are open, so there is no loss to show. Open some with Ctrl+P.</source>
<translation>未打开原始输出，因此没有可显示的损失。用 Ctrl+P 打开。</translation></message>
<message><source>No raw outputs are open: choose some under Predictions, above.</source>
<translation>未打开原始输出：请在上方“预测”中选择。</translation></message>
<message><source>No raw outputs of these anchors: choose others above the picture.</source>
<translation>没有这些锚框的原始输出：请在图片上方另选。</translation></message>
<message><source>No size is annotated and no header tells one, so nothing of it is counted.</source>
<translation>未标注尺寸，文件头也没有，因此不计入。</translation></message>
<message><source>No step is kept to compare with.</source>
<translation>没有保留可比较的步。</translation></message>
<message><source>No such ground truth.</source>
<translation>没有这样的真值框。</translation></message>
<message><source>None in this picture.</source>
<translation>此图片中没有。</translation></message>
<message><source>None of the kept proposals reaches IoU {v} with it.</source>
<translation>保留的提议框都未与它达到 IoU {v}。</translation></message>
<message><source>Not counted as yet.</source>
<translation>尚未统计。</translation></message>
<message><source>Not every proposal has outputs of the head, so there are no detections.</source>
<translation>并非每个提议框都有头的输出，因此没有检测。</translation></message>
<message><source>Not in the loss: not among the costliest negatives.</source>
<translation>不计入损失：不在代价最高的负样本中。</translation></message>
<message><source>Not in the sample, so in neither sum.</source>
<translation>不在样本中，因此不计入任何和。</translation></message>
<message><source>Not in the trainer's loss, so in neither sum.</source>
<translation>不在训练器的损失中，因此不计入任何总和。</translation></message>
<message><source>Not in use yet. {error}</source>
<translation>尚未采用。{error}</translation></message>
<message><source>Nothing changes between A and B of the {count} anchors in both grids.</source>
<translation>两个网格共有的 {count} 个锚框在 A 与 B 之间没有变化。</translation></message>
<message><source>Nothing changes between A and B.</source>
<translation>A 与 B 之间没有变化。</translation></message>
<message><source>Nothing learns them, whatever the network.</source>
<translation>不论何种网络，都没有什么学习它们。</translation></message>
<message><source>Nothing matches. Try fewer letters, or another word: layer, filter, anchor, recipe.</source>
<translation>没有匹配。试试更少的字母或别的词：图层、筛选、锚框、配方。</translation></message>
<message><source>Nothing passes the filter.</source>
<translation>没有通过筛选的。</translation></message>
<message><source>Nothing stands out so far.</source>
<translation>目前没有突出之处。</translation></message>
<message><source>Nothing stands out.</source>
<translation>没有突出之处。</translation></message>
<message><source>Nothing was found: every box has enough anchors of its own.</source>
<translation>没有发现：每个框都有足够的自己的锚框。</translation></message>
<message><source>NumPy (*.npz)</source>
<translation>NumPy (*.npz)</translation></message>
<message><source>OTA, as many as the IoUs add up to</source>
<translation>OTA，数目为 IoU 之和</translation></message>
<message><source>Object</source>
<translation>目标</translation></message>
<message><source>Objectness or class loss and box loss with their normalisers.</source>
<translation>目标性或类别损失与框损失及其归一化。</translation></message>
<message><source>Odd record</source>
<translation>异常记录</translation></message>
<message><source>Of a batch of {n} pictures, too large to reckon here at once.</source>
<translation>来自 {n} 张图片的批，太大，无法在此一次算完。</translation></message>
<message><source>Of a batch of {n} pictures. {error}</source>
<translation>来自 {n} 张图片的批。{error}</translation></message>
<message><source>Of classes with {enough} ground truths or more {name} fits worst: {share} of {boxes} reach IoU {at}, against {all} of all.</source>
<translation>在有 {enough} 个或更多真值框的类别中，{name} 最不匹配：{boxes} 中 {share} 达到 IoU {at}，总体为 {all}。</translation></message>
<message><source>Of classes with {enough} ground truths or more {name} is lost most: {lost} of {boxes}.</source>
<translation>真值框不少于 {enough} 个的类别中丢失最多的是 {name}：{boxes} 个中的 {lost} 个。</translation></message>
<message><source>Of the candidates of {name} it is number {rank} of {many:,}, with a {ranked_by} of {value}; {cut_words}.{rivals}</source>
<translation>在 {name} 的 {many:,} 个候选中列第 {rank}，{ranked_by} {value}；{cut_words}。{rivals}</translation></message>
<message><source>Of {looked} images looked at, the outputs of {n} seem to be laid out otherwise than the recipe says, as {name}: {why}; see rpn-inspector layout.</source>
<translation>查看的 {looked} 张图片中，有 {n} 张的输出布局似乎与配方不同，如 {name}：{why}；见 rpn-inspector layout。</translation></message>
<message><source>Of {part} of {all} images, evenly taken.</source>
<translation>取自 {all} 张图片中均匀的 {part} 张。</translation></message>
<message><source>Of {part} of {all} images, evenly taken; --all compares all.</source>
<translation>取自 {all} 张图片中均匀的 {part} 张；--all 比较全部。</translation></message>
<message><source>One or two positive anchors</source>
<translation>一两个正锚框</translation></message>
<message><source>One softmax over all classes and the background.</source>
<translation>所有类别和背景的一个 softmax。</translation></message>
<message><source>One softmax over all classes, the background first.</source>
<translation>所有类别的一个 softmax，背景在前。</translation></message>
<message><source>Only a network's own outputs decide which anchors are positive.</source>
<translation>只有网络自身的输出决定哪些锚框为正。</translation></message>
<message><source>Only a network's own outputs decide which points are positive.</source>
<translation>只有网络自身的输出决定哪些点为正。</translation></message>
<message><source>Only the picture, without the ground around it</source>
<translation>只要图片，不要周围的底</translation></message>
<message><source>Only this field, or stage, of A takes the value of B: how many change label or ground truth, a dash where the grid changes too, and how many are positive then. These overlap, so they do not add up to those of all together.</source>
<translation>仅将 A 的此字段（或阶段）换成 B 的值：标签或真值框改变的数目（网格也变处为短横），以及此时为正的数目。它们会重叠，因此相加不等于全部一起的数目。</translation></message>
<message><source>Open a dataset</source>
<translation>打开数据集</translation></message>
<message><source>Open a dataset folder…</source>
<translation>打开数据集文件夹…</translation></message>
<message><source>Open a file of raw outputs</source>
<translation>打开原始输出文件</translation></message>
<message><source>Open a file of raw outputs…</source>
<translation>打开原始输出文件…</translation></message>
<message><source>Open a file…</source>
<translation>打开文件…</translation></message>
<message><source>Open a folder</source>
<translation>打开文件夹</translation></message>
<message><source>Open a folder of dumps, one for each checkpoint, to see the assignment change over the steps.</source>
<translation>打开转储文件夹（每个检查点一个），看分配随步变化。</translation></message>
<message><source>Open a folder of raw outputs</source>
<translation>打开原始输出文件夹</translation></message>
<message><source>Open a folder of raw outputs…</source>
<translation>打开原始输出文件夹…</translation></message>
<message><source>Open a folder…</source>
<translation>打开文件夹…</translation></message>
<message><source>Open a recipe</source>
<translation>打开配方</translation></message>
<message><source>Open a recipe file…</source>
<translation>打开配方文件…</translation></message>
<message><source>Open an annotation file</source>
<translation>打开标注文件</translation></message>
<message><source>Open files</source>
<translation>打开文件</translation></message>
<message><source>Open files…</source>
<translation>打开文件…</translation></message>
<message><source>Open recent</source>
<translation>最近打开</translation></message>
<message><source>Open the demo</source>
<translation>打开演示</translation></message>
<message><source>Open the report</source>
<translation>打开报告</translation></message>
<message><source>Opening</source>
<translation>打开</translation></message>
<message><source>Opening {path}…</source>
<translation>正在打开 {path}…</translation></message>
<message><source>Opening {value}</source>
<translation>打开 {value}</translation></message>
<message><source>Opening…</source>
<translation>正在打开…</translation></message>
<message><source>Other dataset</source>
<translation>其他数据集</translation></message>
<message><source>Other outputs</source>
<translation>其他输出</translation></message>
<message><source>Other recipe</source>
<translation>其他配方</translation></message>
<message><source>Others took it too, and of all ground truths {contest} {name}, which had not taken it itself, at a {ranked_by} of {value}.</source>
<translation>别的也取了它，在所有真值框中{contest} {name}，后者自己未取它，{ranked_by} {value}。</translation></message>
<message><source>Outputs</source>
<translation>输出</translation></message>
<message><source>Outputs decide about positives under {names}, so no states are compared.</source>
<translation>在 {names} 下由输出决定正样本，因此不比较状态。</translation></message>
<message><source>Outputs unreadable or unfit</source>
<translation>输出无法读取或不符</translation></message>
<message><source>Over</source>
<translation>叠加</translation></message>
<message><source>Over the steps</source>
<translation>各步</translation></message>
<message><source>Owner</source>
<translation>所有者</translation></message>
<message><source>PNG (*.png);;SVG (*.svg)</source>
<translation>PNG (*.png);;SVG (*.svg)</translation></message>
<message><source>Page</source>
<translation>页</translation></message>
<message><source>Pages of the audit</source>
<translation>审计的各页</translation></message>
<message><source>Pairs</source>
<translation>对</translation></message>
<message><source>Pairs of this anchor</source>
<translation>此锚框的对</translation></message>
<message><source>Panels</source>
<translation>面板</translation></message>
<message><source>Parquet (*.parquet)</source>
<translation>Parquet (*.parquet)</translation></message>
<message><source>Pascal VOC, a folder (*)</source>
<translation>Pascal VOC，文件夹 (*)</translation></message>
<message><source>Pause</source>
<translation>暂停</translation></message>
<message><source>Pause a training, or follow on</source>
<translation>暂停训练，或继续跟踪</translation></message>
<message><source>Paused in {name}</source>
<translation>在 {name} 中暂停</translation></message>
<message><source>Picture missing or unreadable</source>
<translation>图片缺失或无法读取</translation></message>
<message><source>Picture of unknown size</source>
<translation>尺寸未知的图片</translation></message>
<message><source>Picture without a box</source>
<translation>没有框的图片</translation></message>
<message><source>Pictures</source>
<translation>图片</translation></message>
<message><source>Pictures looked through</source>
<translation>已检查的图片</translation></message>
<message><source>Pictures of the first ground truths of the list</source>
<translation>列表中前几个真值框的图片</translation></message>
<message><source>Pictures scanned</source>
<translation>已扫描的图片</translation></message>
<message><source>Pictures with every word in their name or in a class of their boxes (Ctrl+F)</source>
<translation>名称或其框的类别含每个词的图片 (Ctrl+F)</translation></message>
<message><source>Plots</source>
<translation>图表</translation></message>
<message><source>Plots panel</source>
<translation>图表面板</translation></message>
<message><source>Point</source>
<translation>点</translation></message>
<message><source>Point at a field to read what it means.</source>
<translation>指向字段以查看其含义。</translation></message>
<message><source>Point {anchor:,} · {place}</source>
<translation>点 {anchor:,} · {place}</translation></message>
<message><source>Point {anchor} of A stands in no place of B's grid</source>
<translation>A 的点 {anchor} 在 B 的网格中没有位置</translation></message>
<message><source>Point {index:,} · {place}</source>
<translation>点 {index:,} · {place}</translation></message>
<message><source>Points</source>
<translation>点</translation></message>
<message><source>Points have no sizes or ratios to fit: only another input or a finer level gives more candidates.</source>
<translation>点没有可调的尺寸或比例：只有其他输入或更细的层级能给出更多候选。</translation></message>
<message><source>Pos. A</source>
<translation>正 A</translation></message>
<message><source>Pos. B</source>
<translation>正 B</translation></message>
<message><source>Positive</source>
<translation>正</translation></message>
<message><source>Positive for no reason</source>
<translation>无故为正</translation></message>
<message><source>Positive: beside ground truth {owner}</source>
<translation>正：在真值框 {owner} 旁</translation></message>
<message><source>Positive: best for another ground truth</source>
<translation>正：对另一真值框最佳</translation></message>
<message><source>Positive: best for ground truth {gt}</source>
<translation>正：对真值框 {gt} 最佳</translation></message>
<message><source>Positive: best for {truths}</source>
<translation>正：对{truths}最佳</translation></message>
<message><source>Positive: candidate of ground truth {number}</source>
<translation>正：真值框 {number} 的候选</translation></message>
<message><source>Positive: cell of ground truth {owner}</source>
<translation>正：真值框 {owner} 的单元格</translation></message>
<message><source>Positive: given to ground truth {owner}</source>
<translation>正：给予真值框 {owner}</translation></message>
<message><source>Positive: ground truth {gt} overlaps no anchor</source>
<translation>正：真值框 {gt} 不与锚框重叠</translation></message>
<message><source>Positive: like ground truth {owner}</source>
<translation>正：类似真值框 {owner}</translation></message>
<message><source>Positive: overlaps ground truth {value}</source>
<translation>正：与真值框 {value} 重叠</translation></message>
<message><source>Positive: shape of ground truth {owner}</source>
<translation>正：真值框 {owner} 的形状</translation></message>
<message><source>Positive: taken by ground truth {owner}</source>
<translation>正：被真值框 {owner} 取走</translation></message>
<message><source>Positive: taken over by ground truth {value}</source>
<translation>正：被真值框 {value} 接管</translation></message>
<message><source>Positives</source>
<translation>正样本</translation></message>
<message><source>Positives by level</source>
<translation>按层级的正样本</translation></message>
<message><source>Positives over the steps</source>
<translation>各步的正样本</translation></message>
<message><source>Positives: the predicted boxes of the positive anchors</source>
<translation>正样本：正锚框的预测框</translation></message>
<message><source>Prediction</source>
<translation>预测</translation></message>
<message><source>Predictions</source>
<translation>预测</translation></message>
<message><source>Predictions are there for {some} of {scanned} images; what needs them is found in those alone.</source>
<translation>{scanned} 张图片中有 {some} 张有预测；需要预测的只在其中查找。</translation></message>
<message><source>Previous anchor in the table</source>
<translation>表中上一个锚框</translation></message>
<message><source>Previous anchor under the cursor</source>
<translation>光标下的上一个锚框</translation></message>
<message><source>Previous anchor under the cursor (Up)</source>
<translation>光标下的上一个锚框（上键）</translation></message>
<message><source>Previous checkpoint</source>
<translation>上一个检查点</translation></message>
<message><source>Previous image</source>
<translation>上一张图片</translation></message>
<message><source>Previous place of the finding</source>
<translation>该发现的上一处</translation></message>
<message><source>Previous step of the tour</source>
<translation>导览上一步</translation></message>
<message><source>Problem</source>
<translation>问题</translation></message>
<message><source>Proposal</source>
<translation>提议框</translation></message>
<message><source>Proposals</source>
<translation>提议框</translation></message>
<message><source>Proposals by IoU</source>
<translation>按 IoU 的提议框</translation></message>
<message><source>Proposals: the boxes kept after NMS</source>
<translation>提议框：NMS 后保留的框</translation></message>
<message><source>Quit</source>
<translation>退出</translation></message>
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
<translation>RPN 框</translation></message>
<message><source>RPN fate</source>
<translation>RPN 去向</translation></message>
<message><source>Raise the score threshold</source>
<translation>提高分数阈值</translation></message>
<message><source>Rank</source>
<translation>名次</translation></message>
<message><source>Ranking</source>
<translation>排名</translation></message>
<message><source>Raw outputs and models</source>
<translation>原始输出与模型</translation></message>
<message><source>Raw outputs cannot be read, or have other shapes or meanings than under this recipe: they are left out.</source>
<translation>原始输出无法读取，或其形状或含义与此配方不同，因此不予使用。</translation></message>
<message><source>Raw outputs, file…</source>
<translation>原始输出，文件…</translation></message>
<message><source>Raw outputs, folder…</source>
<translation>原始输出，文件夹…</translation></message>
<message><source>Reached, by class and size</source>
<translation>达到，按类别和大小</translation></message>
<message><source>Reached: best IoU ≥ {v}. What the network makes of it, only training tells.</source>
<translation>达到：最佳 IoU ≥ {v}。网络如何用它，只有训练才知道。</translation></message>
<message><source>Read so far</source>
<translation>目前读法</translation></message>
<message><source>Read them so</source>
<translation>如此读取</translation></message>
<message><source>Read {name} again.</source>
<translation>重新读取 {name}。</translation></message>
<message><source>Reading</source>
<translation>读法</translation></message>
<message><source>Reading the annotations: {value:.0f} %</source>
<translation>正在读取标注：{value:.0f} %</translation></message>
<message><source>Readings of the raw outputs</source>
<translation>原始输出的读法</translation></message>
<message><source>Reads</source>
<translation>读取</translation></message>
<message><source>Recall</source>
<translation>召回率</translation></message>
<message><source>Recipe</source>
<translation>配方</translation></message>
<message><source>Recipe editor</source>
<translation>配方编辑器</translation></message>
<message><source>Recipe file…</source>
<translation>配方文件…</translation></message>
<message><source>Recipes</source>
<translation>配方</translation></message>
<message><source>Recipes (*.toml)</source>
<translation>配方 (*.toml)</translation></message>
<message><source>Recipes (*.toml);;All files (*)</source>
<translation>配方 (*.toml);;所有文件 (*)</translation></message>
<message><source>Recipes differ in</source>
<translation>配方的差异</translation></message>
<message><source>Record left out</source>
<translation>略去的记录</translation></message>
<message><source>Redo</source>
<translation>重做</translation></message>
<message><source>Redo the last change</source>
<translation>重做上一次更改</translation></message>
<message><source>Reload</source>
<translation>重新加载</translation></message>
<message><source>Report written into {folder}</source>
<translation>报告已写入 {folder}</translation></message>
<message><source>Report…</source>
<translation>报告…</translation></message>
<message><source>Reset</source>
<translation>重置</translation></message>
<message><source>Reset all</source>
<translation>全部重置</translation></message>
<message><source>Reset the layout</source>
<translation>重置布局</translation></message>
<message><source>Reset to shipped</source>
<translation>重置为出厂值</translation></message>
<message><source>Reset {place} to {value}</source>
<translation>将 {place} 重置为 {value}</translation></message>
<message><source>Residuals on smooth L1</source>
<translation>smooth L1 上的残差</translation></message>
<message><source>Residuals t − t* need</source>
<translation>残差 t − t* 需要</translation></message>
<message><source>RoI head</source>
<translation>RoI 头</translation></message>
<message><source>RoI head by IoU</source>
<translation>按 IoU 的 RoI 头</translation></message>
<message><source>RoI sample</source>
<translation>RoI 样本</translation></message>
<message><source>Rule only</source>
<translation>仅规则</translation></message>
<message><source>Same box twice</source>
<translation>同一框两次</translation></message>
<message><source>Sample</source>
<translation>样本</translation></message>
<message><source>Sampled</source>
<translation>已采样</translation></message>
<message><source>Save as TOML…</source>
<translation>保存为 TOML…</translation></message>
<message><source>Save the recipe</source>
<translation>保存配方</translation></message>
<message><source>Save the view</source>
<translation>保存视图</translation></message>
<message><source>Save the view…</source>
<translation>保存视图…</translation></message>
<message><source>Saved as {path}</source>
<translation>已另存为 {path}</translation></message>
<message><source>Saved {name}</source>
<translation>已保存 {name}</translation></message>
<message><source>Saved {path}</source>
<translation>已保存 {path}</translation></message>
<message><source>Save…</source>
<translation>保存…</translation></message>
<message><source>Scan the other images too</source>
<translation>也扫描其他图片</translation></message>
<message><source>Score</source>
<translation>分数</translation></message>
<message><source>Score A</source>
<translation>分数 A</translation></message>
<message><source>Score B</source>
<translation>分数 B</translation></message>
<message><source>Score against IoU</source>
<translation>分数对 IoU</translation></message>
<message><source>Score against fit</source>
<translation>分数对拟合</translation></message>
<message><source>Score at least</source>
<translation>分数至少</translation></message>
<message><source>Score p {score}. {words}</source>
<translation>分数 p {score}。{words}</translation></message>
<message><source>Scores need</source>
<translation>分数需要</translation></message>
<message><source>See the anchors, targets and losses your detector trains on, one box at a time.</source>
<translation>逐框查看检测器训练所用的锚框、目标和损失。</translation></message>
<message><source>See the anchors, targets and losses your detector trains on.&lt;br&gt;MIT licence.</source>
<translation>查看检测器训练所用的锚框、目标和损失。&lt;br&gt;MIT 许可证。</translation></message>
<message><source>Separation</source>
<translation>区分度</translation></message>
<message><source>Set</source>
<translation>设置</translation></message>
<message><source>Set this key for the command, instead of its present ones</source>
<translation>将此按键设给该命令，代替现有按键</translation></message>
<message><source>Shape IoU</source>
<translation>Shape IoU</translation></message>
<message><source>Share of boxes that reach the threshold, over their side</source>
<translation>达到阈值的框的份额，按边长</translation></message>
<message><source>Shipped recipe to compare with</source>
<translation>用来比较的出厂配方</translation></message>
<message><source>Show all images</source>
<translation>显示所有图片</translation></message>
<message><source>Show another plot here</source>
<translation>在此显示另一图表</translation></message>
<message><source>Show changed fields only</source>
<translation>只显示改变的字段</translation></message>
<message><source>Show ground truth {numbers}</source>
<translation>显示真值框 {numbers}</translation></message>
<message><source>Show only pictures with something to look at</source>
<translation>只显示值得一看的图片</translation></message>
<message><source>Show only some images</source>
<translation>只显示部分图片</translation></message>
<message><source>Show only these pictures</source>
<translation>只显示这些图片</translation></message>
<message><source>Sides count pixels here: w = x2 − x1 + 1.</source>
<translation>此处边长按像素计：w = x2 − x1 + 1。</translation></message>
<message><source>Silent: {name}</source>
<translation>无响应：{name}</translation></message>
<message><source>SimOTA, as many as the IoUs add up to</source>
<translation>SimOTA，数目为 IoU 之和</translation></message>
<message><source>Simulated predictions are for looking only; where boxes are lost is told of a network's.</source>
<translation>模拟预测仅供查看；框在哪里丢失只有网络的预测才知道。</translation></message>
<message><source>Since step {step}, on this same picture: the same positives.</source>
<translation>自第 {step} 步，同一图片：正样本相同。</translation></message>
<message><source>Since step {step}, on this same picture: {new} and {lost}.</source>
<translation>自第 {step} 步，同一图片：{new}，{lost}。</translation></message>
<message><source>Single letters are left to a text field or list that has the keyboard. ● marks keys of your own.</source>
<translation>单个字母留给有键盘焦点的文本框或列表。● 标记自定义按键。</translation></message>
<message><source>Size</source>
<translation>尺寸</translation></message>
<message><source>Size differs from the file's</source>
<translation>尺寸与文件不同</translation></message>
<message><source>Smaller than a stride</source>
<translation>小于一个步长</translation></message>
<message><source>Smooth L1</source>
<translation>Smooth L1</translation></message>
<message><source>Smooth L1 curve</source>
<translation>Smooth L1 曲线</translation></message>
<message><source>Sort the images…</source>
<translation>排序图片…</translation></message>
<message><source>Sorted by {key}, {direction}</source>
<translation>按 {key} 排序，{direction}</translation></message>
<message><source>Source, px</source>
<translation>来源, px</translation></message>
<message><source>Stage</source>
<translation>阶段</translation></message>
<message><source>Start</source>
<translation>开始</translation></message>
<message><source>Step</source>
<translation>步</translation></message>
<message><source>Step {step} is the one shown: drag the triangle over the line of steps to another.</source>
<translation>第 {step} 步即所示：将步线上的三角拖到另一步。</translation></message>
<message><source>Steps of the training</source>
<translation>训练的各步</translation></message>
<message><source>Stop looking</source>
<translation>停止查找</translation></message>
<message><source>Stop scanning; what is known stays</source>
<translation>停止扫描；已知的保留</translation></message>
<message><source>Stopped opening {name}.</source>
<translation>已停止打开 {name}。</translation></message>
<message><source>Suggested anchors</source>
<translation>建议的锚框</translation></message>
<message><source>Suggested, found by</source>
<translation>建议，找法</translation></message>
<message><source>Summed over classes, by the error to the power γ = {g}.</source>
<translation>对类别求和，乘以误差的 γ = {g} 次幂。</translation></message>
<message><source>Summed over classes; p_t is p for the right class and 1 − p for the others: α = {a}, γ = {g}.</source>
<translation>对类别求和；p_t 对正确类别为 p，对其余为 1 − p：α = {a}，γ = {g}。</translation></message>
<message><source>Suppressed by anchor {n:,}</source>
<translation>被锚框 {n:,} 抑制</translation></message>
<message><source>Suppressed by detection {by}</source>
<translation>被检测 {by} 抑制</translation></message>
<message><source>Suppressed by proposal {n}</source>
<translation>被提议框 {n} 抑制</translation></message>
<message><source>Suppressed by proposal {p}</source>
<translation>被提议框 {p} 抑制</translation></message>
<message><source>Suppressed by {suppressor}</source>
<translation>被 {suppressor} 抑制</translation></message>
<message><source>Suppressed with it</source>
<translation>与它一同被抑制</translation></message>
<message><source>Suppressed · p {score:.3f}</source>
<translation>被抑制 · p {score:.3f}</translation></message>
<message><source>T</source>
<translation>T</translation></message>
<message><source>TIDE at IoU 0.50; a row lists the ground truths behind an error</source>
<translation>IoU 0.50 的 TIDE；每行列出错误背后的真值框</translation></message>
<message><source>Tables</source>
<translation>表格</translation></message>
<message><source>Tables panel</source>
<translation>表格面板</translation></message>
<message><source>Take it with you</source>
<translation>带走</translation></message>
<message><source>Taken by</source>
<translation>取走者</translation></message>
<message><source>Target</source>
<translation>目标</translation></message>
<message><source>Targets</source>
<translation>目标</translation></message>
<message><source>Targets of the RoI head</source>
<translation>RoI 头的目标</translation></message>
<message><source>Targets t*</source>
<translation>目标 t*</translation></message>
<message><source>Targets t* and t</source>
<translation>目标 t* 和 t</translation></message>
<message numerus="yes"><source>Targets t* of {n} positives</source>
<translation><numerusform>{n} 个正样本的目标 t*</numerusform></translation></message>
<message><source>Text</source>
<translation>文本</translation></message>
<message><source>The anchor grid, level by level.</source>
<translation>逐层级的锚框网格。</translation></message>
<message><source>The anchor is ignored, or the outputs have no column for its class: it costs nothing.</source>
<translation>锚框被忽略，或输出中没有其类别的列：不产生代价。</translation></message>
<message><source>The anchor is ignored: p* is neither 1 nor 0, so it costs nothing and learns nothing.</source>
<translation>锚框被忽略：p* 既非 1 也非 0，因此不产生代价也不学习。</translation></message>
<message><source>The assignment of this recipe ranks no candidates.</source>
<translation>此配方的分配不为候选排名。</translation></message>
<message><source>The assignment over the steps</source>
<translation>各步的分配</translation></message>
<message><source>The box covers no ground truth.</source>
<translation>此框不覆盖任何真值框。</translation></message>
<message><source>The box covers {best} best, at IoU {iou:.4f}.</source>
<translation>此框覆盖最好的是 {best}，IoU {iou:.4f}。</translation></message>
<message><source>The box has no width or no height, as Annotations and files say too. Under this recipe its target is −∞; training may refuse the picture.</source>
<translation>此框没有宽或高，“标注与文件”亦有说明。在此配方下其目标为 −∞；训练可能拒绝此图片。</translation></message>
<message><source>The box loss is 0: coordinates whose t* is exactly 0 are left out, and no other misses it.</source>
<translation>框损失为 0：t* 恰为 0 的坐标被略去，其余坐标都未偏离 t*。</translation></message>
<message><source>The box loss is 0: every sampled positive predicts its ground truth exactly.</source>
<translation>框损失为 0：每个采样的正样本都恰好预测其真值框。</translation></message>
<message><source>The box loss is 0: every sampled positive that misses its ground truth has the weight 0.</source>
<translation>框损失为 0：每个偏离其真值框的采样正样本权重都为 0。</translation></message>
<message><source>The box loss is 0: no anchor is positive, though ground truths take part: {n}.</source>
<translation>框损失为 0：没有正锚框，虽有真值框参与：{n}。</translation></message>
<message><source>The box loss is 0: no positive of the recorded mini-batch is a positive here.</source>
<translation>框损失为 0：所记录小批量的正样本在此都不是正样本。</translation></message>
<message><source>The box loss is 0: no sampled positive has finite outputs.</source>
<translation>框损失为 0：没有采样的正样本有有限的输出。</translation></message>
<message><source>The box loss is 0: none of the {n} ground truths takes part (crowd, difficult, ...).</source>
<translation>框损失为 0：{n} 个真值框都不参与（人群、困难等）。</translation></message>
<message><source>The box loss is 0: the mini-batch has none of the positive anchors, of which there are {n}.</source>
<translation>框损失为 0：小批量中没有任何正锚框，其数为 {n}。</translation></message>
<message><source>The box loss is 0: the picture has no ground truth, so no anchor is positive.</source>
<translation>框损失为 0：图片没有真值框，因此没有正锚框。</translation></message>
<message><source>The box loss is 0: the recipe gives it no weight.</source>
<translation>框损失为 0：配方未给它权重。</translation></message>
<message><source>The box loss is a mean over pairs here: the column Box share has each anchor's.</source>
<translation>此处框损失是对的平均：“占框损失”列为每个锚框的份额。</translation></message>
<message><source>The box loss needs</source>
<translation>框损失需要</translation></message>
<message><source>The boxes with another fate are listed here once A and B both have outputs.</source>
<translation>A 与 B 都有输出后，去向不同的框列在此处。</translation></message>
<message><source>The centre of {name} lies in its cell, and of the shapes of all layers this one is most like that ground truth's: shape IoU {value:.4f}.{more}</source>
<translation>{name} 的中心在其单元格，在所有层的形状中此形状最像该真值框：形状 IoU {value:.4f}。{more}</translation></message>
<message><source>The centre of {name} lies in its cell, and the IoU of their shapes is over {further:.3f}, though another anchor is more like it.{more}</source>
<translation>{name} 的中心在其单元格，两者形状 IoU 超过 {further:.3f}，虽然另一锚框更像。{more}</translation></message>
<message><source>The centre of {name} lies {where}. The box is {wide} times as wide as the anchor and {high} times as high: a factor of {factor} in {side}, under the limit of {limit:g}.{mine}</source>
<translation>{name} 的中心{where}。该框宽为锚框的 {wide} 倍，高为 {high} 倍：{side}相差 {factor} 倍，低于上限 {limit:g}。{mine}</translation></message>
<message><source>The feature map a box is pooled from.</source>
<translation>池化框所用的特征图。</translation></message>
<message><source>The file is missing or holds no picture; its annotation is counted where it says the size.</source>
<translation>文件缺失或不含图片；标注中有尺寸时仍计入。</translation></message>
<message><source>The folder of a recorded training</source>
<translation>已记录训练的文件夹</translation></message>
<message><source>The folder of the pictures</source>
<translation>图片文件夹</translation></message>
<message><source>The library decodes fractions of the sides less one px: far edges stand one px earlier here.</source>
<translation>该库解码边长减一 px 的分数：此处远边提前一 px。</translation></message>
<message><source>The maths</source>
<translation>数学</translation></message>
<message><source>The model runs on each picture with the export; its boxes are counted then.</source>
<translation>导出时模型对每张图片运行；届时统计其框。</translation></message>
<message><source>The network has a number for each whole distance from 0; t is the mean of their softmax.</source>
<translation>网络对从 0 起的每个整数距离有一个数；t 为其 softmax 的均值。</translation></message>
<message><source>The numbers are what it would add.</source>
<translation>数字为它本会增加的值。</translation></message>
<message><source>The outputs have no column for a ground truth's class, so there is no class loss for this picture.</source>
<translation>输出中没有某真值框类别的列，因此此图片没有类别损失。</translation></message>
<message><source>The outputs have no column for the class of a ground truth, so there is no loss.</source>
<translation>输出中没有某真值框类别的列，因此没有损失。</translation></message>
<message numerus="yes"><source>The outputs of {n} images, as of {name}: {why}.</source>
<translation><numerusform>{n} 张图片的输出，如 {name}：{why}。</numerusform></translation></message>
<message><source>The outputs were made under the recipe {recipe}; they are shown under {own}.</source>
<translation>输出由配方 {recipe} 产生；现以 {own} 显示。</translation></message>
<message><source>The overlap</source>
<translation>重叠</translation></message>
<message><source>The picture changed on disk since A was computed: reload (F5) to compare.</source>
<translation>计算 A 之后磁盘上的图片已更改：重新加载 (F5) 后再比较。</translation></message>
<message><source>The picture does not fit into the memory</source>
<translation>图片超出内存</translation></message>
<message><source>The picture has no ground truth in the assignment, so every anchor is negative.</source>
<translation>图片没有参与分配的真值框，因此所有锚框为负。</translation></message>
<message><source>The picture has no ground truth in the assignment, so every {place} is negative.</source>
<translation>图片没有参与分配的真值框，因此每个{place}为负。</translation></message>
<message><source>The picture with its anchors; click to select, drag to move, wheel to zoom</source>
<translation>图片及其锚框；点击选择，拖动平移，滚轮缩放</translation></message>
<message><source>The picture {name} is the same at every step.</source>
<translation>图片 {name} 每步相同。</translation></message>
<message><source>The predictions belong to other anchors, so they are left out.</source>
<translation>预测属于其他锚框，因此略去。</translation></message>
<message><source>The ranking needs</source>
<translation>排名需要</translation></message>
<message><source>The raw outputs cannot be used: {why}</source>
<translation>原始输出无法使用：{why}</translation></message>
<message><source>The raw outputs do not fit this recipe: {why}</source>
<translation>原始输出与此配方不符：{why}</translation></message>
<message><source>The recipe is {own} again.</source>
<translation>配方恢复为 {own}。</translation></message>
<message><source>The recipe is {recipe}, which the outputs name; yours, {own}, returns with the next dataset.</source>
<translation>配方为输出所指的 {recipe}；您的 {own} 在下一个数据集恢复。</translation></message>
<message><source>The rule gives it no positive anchor: nothing learns it.</source>
<translation>规则没有给它正锚框：没有什么学习它。</translation></message>
<message><source>The rule of this recipe has no low-quality matches.</source>
<translation>此配方的规则没有低质量匹配。</translation></message>
<message><source>The second stage keeps its proposals and outputs.</source>
<translation>第二阶段的提议框和输出保持不变。</translation></message>
<message><source>The selected anchor in A and in B</source>
<translation>A 和 B 中所选的锚框</translation></message>
<message><source>The shape most like its own is in no layer, so no anchor learns it.</source>
<translation>最相似的形状不在任何层中，因此没有锚框学习它。</translation></message>
<message><source>The shape most like its own is in no layer; these have a shape IoU over {further:.3f}.</source>
<translation>最相似的形状不在任何层中；这些的形状 IoU 大于 {further:.3f}。</translation></message>
<message><source>The shape most like its own of all is in layer {layer}, with a shape IoU of {shape:.4f}; others learn it over {further:.3f}.</source>
<translation>所有形状中最相似的在第 {layer} 层，形状 IoU 为 {shape:.4f}；其他的超过 {further:.3f} 时学习它。</translation></message>
<message><source>The squares count {v} times besides.</source>
<translation>平方项另计 {v} 次。</translation></message>
<message><source>The targets t* deviate by {spread}.</source>
<translation>目标 t* 的标准差为 {spread}。</translation></message>
<message><source>The term with q counts {w} times.</source>
<translation>含 q 的项计 {w} 次。</translation></message>
<message><source>The total loss is NaN or infinite: one step on this picture spoils the training.</source>
<translation>总损失为 NaN 或无穷：在此图片上走一步会毁掉训练。</translation></message>
<message><source>The trainer has reported no loss yet.</source>
<translation>训练器尚未报告损失。</translation></message>
<message><source>The trainer saw another picture, not this file: only its boxes are known</source>
<translation>训练器看到的是另一图片，不是此文件：只知道其框</translation></message>
<message><source>The trainer took it as {label}, so it is in the sums as that.</source>
<translation>训练器将它作为{label}，因此以此计入和。</translation></message>
<message><source>The trainer's are of a batch of {n} pictures.</source>
<translation>训练器的数字来自 {n} 张图片的批。</translation></message>
<message><source>The trainer's numbers</source>
<translation>训练器的数字</translation></message>
<message><source>The two grids have no anchor in common, so the ground truths alone are compared.</source>
<translation>两个网格没有共同的锚框，因此只比较真值框。</translation></message>
<message><source>The view is on the clipboard</source>
<translation>视图已复制到剪贴板</translation></message>
<message><source>The whole box costs {v} besides.</source>
<translation>整个框另计 {v}。</translation></message>
<message numerus="yes"><source>The {n} in the list</source>
<translation><numerusform>列表中的 {n} 个</numerusform></translation></message>
<message><source>There are no raw outputs for this picture, so no t, no predicted box, no losses. A dump brings them.</source>
<translation>此图片没有原始输出，因此没有 t、预测框和损失。转储可提供。</translation></message>
<message><source>There is no smooth L1 here. YOLOv3 puts t_x and t_y behind a sigmoid, which says where in its cell the centre lies, and compares that with t* by binary cross entropy; w and h by the square of t − t*, no sigmoid.</source>
<translation>这里没有 smooth L1。YOLOv3 将 t_x 和 t_y 放在 sigmoid 之后，表示中心在单元格中的位置，用二元交叉熵与 t* 比较；w 和 h 用 t − t* 的平方，无 sigmoid。</translation></message>
<message><source>There is no smooth L1 here: Explain has the box loss of this recipe in formulas.</source>
<translation>这里没有 smooth L1：“解释”中有此配方框损失的公式。</translation></message>
<message><source>There is no smooth L1 here: the box learns by {loss}, its sides by the distribution over bins (DFL).</source>
<translation>这里没有 smooth L1：框由 {loss} 学习，边由 bins 上的分布 (DFL) 学习。</translation></message>
<message><source>There is no {place} {near_it}, so {hopeless}</source>
<translation>{near_it}没有{place}，因此{hopeless}</translation></message>
<message><source>These collide: its one objectness follows ground truth {n}, listed last.</source>
<translation>它们冲突：其唯一的目标性跟随最后列出的真值框 {n}。</translation></message>
<message><source>These outputs do not fit the recipe: {answer}</source>
<translation>这些输出与配方不符：{answer}</translation></message>
<message><source>They are in no other count.</source>
<translation>它们不计入其他任何数目。</translation></message>
<message><source>This anchor belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>此锚框不属于任何真值框，因此没有目标 t* 和框损失。</translation></message>
<message><source>This language is used from the next start on.</source>
<translation>此语言从下次启动起使用。</translation></message>
<message><source>This one, {name}</source>
<translation>此项，{name}</translation></message>
<message><source>This page could not be made: {error}</source>
<translation>无法建立此页面：{error}</translation></message>
<message><source>This page is missing: {path} ({reason})</source>
<translation>此页缺失：{path} ({reason})</translation></message>
<message><source>This picture has no ground truth in the assignment, so no anchor has an IoU.</source>
<translation>此图片没有参与分配的真值框，因此没有锚框有 IoU。</translation></message>
<message><source>This picture has no outputs of a second stage.</source>
<translation>此图片没有第二阶段的输出。</translation></message>
<message><source>This picture's loss</source>
<translation>此图片的损失</translation></message>
<message><source>This point belongs to no ground truth, so it has no target t* and no box loss.</source>
<translation>此点不属于任何真值框，因此没有目标 t* 和框损失。</translation></message>
<message><source>This recipe has no loss of coordinates: its box loss compares decoded boxes.</source>
<translation>此配方没有坐标损失：其框损失比较解码框。</translation></message>
<message><source>This recipe has no smooth L1. Where in its cell the centre lies costs a binary cross entropy; the sides cost the square of t − t*.</source>
<translation>此配方没有 smooth L1。中心在单元格中的位置用二元交叉熵；边用 t − t* 的平方。</translation></message>
<message><source>This recipe has no smooth L1: YOLOv3 takes cross entropies of t_x and t_y behind a sigmoid, and squares of t_w and t_h.</source>
<translation>此配方没有 smooth L1：YOLOv3 对 sigmoid 后的 t_x 和 t_y 用交叉熵，对 t_w 和 t_h 用平方。</translation></message>
<message><source>This recipe labels by geometry alone: no checkpoint changes an assignment.</source>
<translation>此配方只按几何打标签：检查点不会改变分配。</translation></message>
<message><source>This recipe's rule compares no anchor by IoU.</source>
<translation>此配方的规则不按 IoU 比较锚框。</translation></message>
<message><source>This recorder watches no picture.</source>
<translation>此记录器不监视图片。</translation></message>
<message><source>This stage lost no box.</source>
<translation>此阶段没有丢失任何框。</translation></message>
<message><source>This {place} is not {near}, so no prediction can make it positive.</source>
<translation>此{place}不{near}，因此没有预测能使它为正。</translation></message>
<message><source>Threshold</source>
<translation>阈值</translation></message>
<message><source>Tiny box</source>
<translation>极小的框</translation></message>
<message><source>Too small</source>
<translation>太小</translation></message>
<message><source>Too small, or not a number</source>
<translation>太小，或不是数</translation></message>
<message><source>Took</source>
<translation>取了</translation></message>
<message><source>Top {most}</source>
<translation>前 {most}</translation></message>
<message><source>Total</source>
<translation>合计</translation></message>
<message><source>Tour of the demo</source>
<translation>演示导览</translation></message>
<message><source>Training</source>
<translation>训练</translation></message>
<message><source>Trying the plausible layouts…</source>
<translation>正在尝试可能的布局…</translation></message>
<message><source>Turn the pictures as EXIF says</source>
<translation>按 EXIF 旋转图片</translation></message>
<message><source>Twice a sigmoid: the centre within half a cell around cell c, of stride s; sides up to four times.</source>
<translation>两倍 sigmoid：中心在步长为 s 的单元格 c 周围半格之内；边至多四倍。</translation></message>
<message><source>Two datasets</source>
<translation>两个数据集</translation></message>
<message><source>Two datasets under one recipe, side by side.</source>
<translation>同一配方下的两个数据集，并排。</translation></message>
<message><source>U is the union, C the smallest box around both.</source>
<translation>U 是并集，C 是包围二者的最小框。</translation></message>
<message><source>Undecided</source>
<translation>未定</translation></message>
<message><source>Undecided without outputs: in neither sum.</source>
<translation>没有输出则未定：不计入任何和。</translation></message>
<message><source>Undecided: candidate of ground truth {value}</source>
<translation>未定：真值框 {value} 的候选</translation></message>
<message numerus="yes"><source>Undecided: candidate of ground truth {value} and {n} others</source>
<translation><numerusform>未定：真值框 {value} 和另外 {n} 个的候选</numerusform></translation></message>
<message><source>Undecided: may be taken</source>
<translation>未定：可被取</translation></message>
<message><source>Undecided: outputs are missing</source>
<translation>未定：缺少输出</translation></message>
<message><source>Undo</source>
<translation>撤销</translation></message>
<message><source>Undo the last change</source>
<translation>撤销上一次更改</translation></message>
<message><source>Unmatched, its shape is in no layer</source>
<translation>未匹配，其形状不在任何层中</translation></message>
<message><source>Unmatched, no anchor of such sides</source>
<translation>未匹配，没有这种边长的锚框</translation></message>
<message><source>Unmatched, no candidate is its own</source>
<translation>未匹配，没有自己的候选</translation></message>
<message><source>Unmatched, no candidate over its threshold</source>
<translation>未匹配，没有超过其阈值的候选</translation></message>
<message><source>Unmatched, none at IoU {positive:.2f}</source>
<translation>未匹配，没有达到 IoU {positive:.2f} 的</translation></message>
<message><source>Unmatched, none in its cell</source>
<translation>未匹配，其单元格中没有</translation></message>
<message><source>Use as recipe</source>
<translation>用作配方</translation></message>
<message><source>Waiting for {name}</source>
<translation>等待 {name}</translation></message>
<message><source>Warnings</source>
<translation>警告</translation></message>
<message><source>Way</source>
<translation>历程</translation></message>
<message><source>Way by stage</source>
<translation>各阶段的历程</translation></message>
<message><source>Ways to open the folder</source>
<translation>打开文件夹的方式</translation></message>
<message><source>What B is</source>
<translation>B 是什么</translation></message>
<message><source>What became of boxes</source>
<translation>框的去向</translation></message>
<message><source>What becomes of anchors that leave the picture.</source>
<translation>超出图片的锚框如何处理。</translation></message>
<message><source>What do the class scores cost?</source>
<translation>类别分数的代价是什么？</translation></message>
<message><source>What does IoU cost?</source>
<translation>IoU 的代价是什么？</translation></message>
<message><source>What does SIoU cost?</source>
<translation>SIoU 的代价是什么？</translation></message>
<message><source>What does balanced L1 cost?</source>
<translation>Balanced L1 的代价是什么？</translation></message>
<message><source>What does bounded IoU cost?</source>
<translation>Bounded IoU 的代价是什么？</translation></message>
<message><source>What does complete IoU cost?</source>
<translation>Complete IoU 的代价是什么？</translation></message>
<message><source>What does distance IoU cost?</source>
<translation>Distance IoU 的代价是什么？</translation></message>
<message><source>What does generalised IoU cost?</source>
<translation>Generalised IoU 的代价是什么？</translation></message>
<message><source>What does it add to the loss?</source>
<translation>它对损失贡献多少？</translation></message>
<message><source>What does objectness cost?</source>
<translation>目标性的代价是什么？</translation></message>
<message><source>What does smooth EIoU cost?</source>
<translation>Smooth EIoU 的代价是什么？</translation></message>
<message><source>What exactly is smooth L1?</source>
<translation>smooth L1 究竟是什么？</translation></message>
<message><source>What exactly is the Huber loss?</source>
<translation>Huber 损失究竟是什么？</translation></message>
<message><source>What gets worse: {what}.</source>
<translation>变差的：{what}。</translation></message>
<message><source>What is left of it stays in the picture without a ground truth, so its points are trained as background.</source>
<translation>剩余部分仍在图像中但没有真值框，因此其点被当作背景训练。</translation></message>
<message><source>What is there instead of smooth L1?</source>
<translation>代替 smooth L1 的是什么？</translation></message>
<message><source>What is wrong with the filter</source>
<translation>筛选哪里有误</translation></message>
<message><source>What moved</source>
<translation>变化</translation></message>
<message><source>What should the head say?</source>
<translation>头应该说什么？</translation></message>
<message><source>What should the network say?</source>
<translation>网络应该说什么？</translation></message>
<message><source>What the list is sorted by</source>
<translation>列表的排序依据</translation></message>
<message><source>What would fit?</source>
<translation>什么会相符？</translation></message>
<message><source>What-if · {finding}</source>
<translation>假设 · {finding}</translation></message>
<message><source>What-if, not the data</source>
<translation>假设，非数据</translation></message>
<message><source>What-if: labels, t* and losses follow a moved ground truth; proposals and outputs stay, as no network is run.</source>
<translation>假设：标签、t* 和损失随移动的真值框变化；由于不运行网络，提议框和输出保持不变。</translation></message>
<message><source>Where ground truths end</source>
<translation>真值框止于何处</translation></message>
<message><source>Where ground truths end, by class, size, side, best anchor and level</source>
<translation>真值框止于何处，按类别、尺寸、边长、最佳锚框和层级</translation></message>
<message><source>Where is the predicted box?</source>
<translation>预测框在哪里？</translation></message>
<message><source>Which anchors are positive, negative or ignored.</source>
<translation>哪些锚框为正、负或忽略。</translation></message>
<message><source>Which anchors enter the loss.</source>
<translation>哪些锚框计入损失。</translation></message>
<message><source>Which anchors the canvas, the tables and the plots show, for example
  {one}
  {other}
Ctrl+Space lists what may be written, Esc goes back to the canvas.</source>
<translation>画布、表格和图表显示哪些锚框，例如
  {one}
  {other}
Ctrl+空格列出可写的内容，Esc 返回画布。</translation></message>
<message><source>Which annotations?</source>
<translation>哪些标注？</translation></message>
<message><source>Which ground truths take part.</source>
<translation>哪些真值框参与。</translation></message>
<message><source>Which map is it pooled from?</source>
<translation>从哪张特征图池化？</translation></message>
<message><source>White is what the annotator drew, green a positive anchor, dotted an ignored one, dashed blue a prediction. Click a box; click again for the others under the same point. 1 to 7 switch the layers.</source>
<translation>白色为标注者所画，绿色为正锚框，点线为忽略的，蓝色虚线为预测。点击框；再点看同一点下的其他框。1 到 7 切换图层。</translation></message>
<message><source>Who takes this point?</source>
<translation>谁取此点？</translation></message>
<message><source>Who wants it</source>
<translation>谁想要它</translation></message>
<message><source>Whole picture</source>
<translation>整张图片</translation></message>
<message><source>Why</source>
<translation>原因</translation></message>
<message><source>Why is this anchor positive?</source>
<translation>此锚框为何为正？</translation></message>
<message><source>Why labels changed</source>
<translation>标签为何改变</translation></message>
<message><source>Why they changed</source>
<translation>为何改变</translation></message>
<message><source>Why this anchor</source>
<translation>为何是此锚框</translation></message>
<message><source>Why: what they are under the recipe that is worse for them.</source>
<translation>原因：在对其较差的配方下的情况。</translation></message>
<message><source>Width and height as corners?</source>
<translation>宽高被当作角点？</translation></message>
<message><source>Width and height exchanged</source>
<translation>宽高互换</translation></message>
<message><source>Width, px</source>
<translation>宽, px</translation></message>
<message><source>Without a positive anchor, for its best one trains another ground truth.</source>
<translation>没有正锚框，因为其最佳锚框训练另一真值框。</translation></message>
<message><source>Without width or height its target is −∞. It is in no other number here.</source>
<translation>没有宽或高，其目标为 −∞。它不计入此处其他数目。</translation></message>
<message><source>Worse: {name}, {now} to {then} of the ground truths reached.</source>
<translation>变差：{name}，达到的真值框从 {now} 到 {then}。</translation></message>
<message><source>Would be in the loss, which needs raw outputs.</source>
<translation>会计入损失，而损失需要原始输出。</translation></message>
<message><source>Would other anchors help?</source>
<translation>其他锚框有帮助吗？</translation></message>
<message><source>Write the boxes with findings into a new file</source>
<translation>将有发现的框写入新文件</translation></message>
<message><source>Write the report into a new folder</source>
<translation>将报告写入新文件夹</translation></message>
<message><source>YOLO, a folder (*)</source>
<translation>YOLO，文件夹 (*)</translation></message>
<message><source>YOLOv5's possible recall</source>
<translation>YOLOv5 的可能召回率</translation></message>
<message><source>Your files</source>
<translation>您的文件</translation></message>
<message><source>Zoom to the selection</source>
<translation>缩放到所选</translation></message>
<message><source>[A-Za-z][\w+.-]+:/</source>
<translation>[A-Za-z][\w+.-]+:/</translation></message>
<message><source>[yolo] layer {layer} trains it, in the cell of its centre: of the shapes of all layers the one most like its own is there, with a shape IoU of {shape:.4f}.</source>
<translation>[yolo] 层 {layer} 训练它，在其中心的单元格：所有层的形状中最像的在那里，形状 IoU {shape:.4f}。</translation></message>
<message numerus="yes"><source>[yolo] layers {layers} train it, in the cells of its centre, by {anchors} anchors.</source>
<translation><numerusform>[yolo] 第 {layers} 层在其中心所在单元用 {anchors} 个锚框训练它。</numerusform></translation></message>
<message><source>a batch axis of 1 in front</source>
<translation>前面有大小为 1 的批次轴</translation></message>
<message><source>a box of no object</source>
<translation>无目标的框</translation></message>
<message><source>a box of this side, px, ...</source>
<translation>此边长的框，px，...</translation></message>
<message><source>a box per anchor, or one per anchor and class</source>
<translation>每个锚框一个框，或每个锚框和类别一个</translation></message>
<message><source>a centre crossed the part of a cell for neighbours</source>
<translation>中心越过相邻单元格的部分</translation></message>
<message><source>a class</source>
<translation>每类</translation></message>
<message><source>a class's score must be above this, compared in float32</source>
<translation>类别分数须高于此值，以 float32 比较</translation></message>
<message><source>a click lists the ground truths of a side; with the keyboard the arrows and Enter</source>
<translation>点击列出该边长的真值框；键盘用方向键和 Enter</translation></message>
<message><source>a dataset, a folder of pictures, a dump of raw outputs, or a folder of checkpoints</source>
<translation>数据集、图片文件夹、原始输出转储或检查点文件夹</translation></message>
<message><source>a decoded box is left out: it has no width or height, is not a number, no anchor is free for it, or too many score higher</source>
<translation>略去一个解码框：没有宽或高、不是数、没有空闲锚框，或分数更高的太多</translation></message>
<message><source>a detection at IoU {reach:.2f} that is no other's</source>
<translation>IoU {reach:.2f} 且不属于其他的检测</translation></message>
<message><source>a detection of its class at IoU {reach:.2f} that is no other's</source>
<translation>IoU {reach:.2f} 且不属于其他的同类检测</translation></message>
<message><source>a folder or an annotation file</source>
<translation>文件夹或标注文件</translation></message>
<message><source>a further loss of t: bins: of the two whole distances beside t* (distribution focal loss); input: mean L1 of distances over the input's sides; raw: L1 of t; the first two by soft target and divided as the box loss</source>
<translation>t 的另一项损失：bins：t* 两侧两个整数距离的 (distribution focal loss)；input：距离除以输入边长的平均 L1；raw：t 的 L1；前两者按软目标加权并如框损失相除</translation></message>
<message><source>a kept proposal at IoU {reach:.2f}, whatever the class</source>
<translation>IoU {reach:.2f} 的保留提议框，不论类别</translation></message>
<message><source>a level</source>
<translation>每层级</translation></message>
<message><source>a level {name}, stride {stride}</source>
<translation>层级 {name}，步长 {stride}</translation></message>
<message><source>a list</source>
<translation>是列表</translation></message>
<message><source>a mini-batch drawn by chance</source>
<translation>随机抽取的小批量</translation></message>
<message><source>a mini-batch's nominal number of anchors, by which the normaliser `batch` divides</source>
<translation>小批量的名义锚框数，归一化 `batch` 以它相除</translation></message>
<message numerus="yes"><source>a mosaic of {n} pictures</source>
<translation><numerusform>由 {n} 张图片拼成的马赛克图</numerusform></translation></message>
<message><source>a name for each level</source>
<translation>每个层级的名称</translation></message>
<message><source>a picture without ground truth</source>
<translation>没有真值框的图片</translation></message>
<message><source>a press, or Enter, lists the ground truths of a row alone</source>
<translation>按下或 Enter 只列出该行的真值框</translation></message>
<message><source>a proposal with a score or box that is not finite is left out first, whole</source>
<translation>分数或框非有限的提议框先整个去掉</translation></message>
<message><source>a ratio of sides crossed the limit, or a centre its cell</source>
<translation>边长比越过界限，或中心越过单元格</translation></message>
<message><source>a seeded sample</source>
<translation>带种子的样本</translation></message>
<message><source>a shorter side below is enlarged to it, px</source>
<translation>短边小于此则放大到此，px</translation></message>
<message><source>a smaller picture is enlarged to size</source>
<translation>较小的图片放大到 size</translation></message>
<message><source>added before rounding down</source>
<translation>取整前相加</translation></message>
<message><source>added to sides before the logarithm</source>
<translation>取对数前加到边长</translation></message>
<message><source>added to sides in strides before the logarithm</source>
<translation>取对数前加到以步长计的边长</translation></message>
<message><source>added to the logarithm, or to the ratio of sides</source>
<translation>加到对数或边长比</translation></message>
<message><source>after mosaic and scaling, not cut by the network's input</source>
<translation>马赛克和缩放之后，未被网络输入裁剪</translation></message>
<message><source>agree</source>
<translation>一致</translation></message>
<message><source>all</source>
<translation>全部</translation></message>
<message><source>all anchors</source>
<translation>所有锚框</translation></message>
<message><source>all boxes are within 0 to {most:.4g}: fractions of the picture where pixels are wanted?</source>
<translation>所有框都在 0 到 {most:.4g} 之间：应为像素却是图片的比例？</translation></message>
<message><source>all of them</source>
<translation>全部</translation></message>
<message><source>all positives and the costliest negatives</source>
<translation>所有正样本和代价最高的负样本</translation></message>
<message><source>all positives and the costliest negatives, by a sum over one maximum of all logits (ssd.pytorch)</source>
<translation>所有正样本和代价最高的负样本，以全部 logit 的一个最大值求和 (ssd.pytorch)</translation></message>
<message><source>all reached</source>
<translation>全部达到的</translation></message>
<message><source>all scores lie from 0 to 1: probabilities, where the recipe wants logits</source>
<translation>所有分数都在 0 到 1 之间：是概率，而配方要 logit</translation></message>
<message><source>all shared</source>
<translation>全部共有的</translation></message>
<message><source>all together: {effect} pos.</source>
<translation>全部一起：正 {effect}</translation></message>
<message><source>all together: {n} changed</source>
<translation>全部一起：{n} 个变化</translation></message>
<message><source>all with a metric above 0</source>
<translation>所有度量大于 0 的</translation></message>
<message><source>alpha, of the score</source>
<translation>alpha，分数的</translation></message>
<message><source>among the best</source>
<translation>在最佳之列</translation></message>
<message><source>among the cheapest</source>
<translation>在最便宜之列</translation></message>
<message><source>an IoU below `negative` wins over the low-quality rule</source>
<translation>低于 `negative` 的 IoU 优先于低质量规则</translation></message>
<message><source>an image, in the median</source>
<translation>每图，中位数</translation></message>
<message><source>an object with {keys}</source>
<translation>是含 {keys} 的对象</translation></message>
<message><source>an object without keys: no images key, so it is not COCO</source>
<translation>没有键的对象：无 images 键，不是 COCO</translation></message>
<message><source>anchor</source>
<translation>锚框</translation></message>
<message><source>anchor IoU ≥ {least}</source>
<translation>锚框 IoU ≥ {least}</translation></message>
<message><source>anchor taken</source>
<translation>锚框被占</translation></message>
<message><source>anchor {anchor}: its raw outputs are not all numbers ({which}); losses leave them out, where a trainer's loss would be NaN, and NMS does where box or score is no number</source>
<translation>锚框 {anchor}：其原始输出不全是数（{which}）；损失略去它们，而训练器的损失会是 NaN；框或分数不是数时 NMS 略去它们</translation></message>
<message><source>anchor {number}: wanted 0 to {last}</source>
<translation>锚框 {number}：应为 0 至 {last}</translation></message>
<message><source>anchor {n}</source>
<translation>锚框 {n}</translation></message>
<message><source>anchor {said}</source>
<translation>锚框 {said}</translation></message>
<message><source>anchor's {side}, network px</source>
<translation>锚框的{side}，网络 px</translation></message>
<message><source>anchors</source>
<translation>锚框</translation></message>
<message><source>anchors an image, mean</source>
<translation>每图锚框，均值</translation></message>
<message><source>anchors in the loss</source>
<translation>计入损失的锚框</translation></message>
<message><source>anchors it owns</source>
<translation>拥有的锚框</translation></message>
<message><source>anchors of a cell in reverse order</source>
<translation>格内锚框顺序相反</translation></message>
<message><source>anchors of a cell in the other order of sizes and ratios</source>
<translation>格内锚框按尺寸与比例的另一种顺序</translation></message>
<message><source>anchors per picture</source>
<translation>每图锚框</translation></message>
<message><source>anchors that leave the picture are ignored beforehand, and compared with no ground truth</source>
<translation>超出图片的锚框事先忽略，不与任何真值框比较</translation></message>
<message><source>anchors that leave the picture are matched like the others</source>
<translation>超出图片的锚框照常匹配</translation></message>
<message><source>anchors that leave the picture are matched, and then ignored</source>
<translation>超出图片的锚框先匹配，再忽略</translation></message>
<message><source>anchors whose centre lies right of the picture or below it are matched, and then ignored (keras-retinanet)</source>
<translation>中心在图片右侧或下方之外的锚框先匹配，再忽略 (keras-retinanet)</translation></message>
<message><source>anchors with a box</source>
<translation>有框的锚框</translation></message>
<message><source>and below this; -inf: never</source>
<translation>并低于此；-inf：从不</translation></message>
<message><source>and stds wanted</source>
<translation>且需要 stds</translation></message>
<message><source>annotated as {width} x {height} px, the file is {w} x {h} px</source>
<translation>标注为 {width} x {height} px，文件为 {w} x {h} px</translation></message>
<message><source>annotations, pictures, raw outputs, ONNX models or recipes, found out from their content</source>
<translation>标注、图片、原始输出、ONNX 模型或配方，按内容识别</translation></message>
<message><source>another anchor is best for its ground truth</source>
<translation>另一锚框对其真值框最佳</translation></message>
<message><source>another box of its own</source>
<translation>自己的另一个框</translation></message>
<message><source>another dataset: {new}, was {old}</source>
<translation>另一数据集：{new}，原为 {old}</translation></message>
<message><source>another ground truth</source>
<translation>另一真值框</translation></message>
<message><source>another ground truth owns it</source>
<translation>另一真值框拥有它</translation></message>
<message><source>another ground truth takes it over</source>
<translation>另一真值框接管它</translation></message>
<message><source>another ground truth wins the contest</source>
<translation>另一真值框赢得争用</translation></message>
<message><source>another layout fits the ground truth better ({words}): the best scored boxes overlap it by {mean} on the mean, not {own}</source>
<translation>另一种布局更符合真值框（{words}）：分数最高的框平均与其重叠 {mean}，而非 {own}</translation></message>
<message><source>another layout fits the ground truth better ({words}): {reasons}</source>
<translation>另一种布局更符合真值框（{words}）：{reasons}</translation></message>
<message><source>another recipe: {new}, was {old}</source>
<translation>另一配方：{new}，原为 {old}</translation></message>
<message><source>another shape is most like its ground truth's</source>
<translation>另一形状最像其真值框</translation></message>
<message><source>answer</source>
<translation>回答</translation></message>
<message><source>answer, near</source>
<translation>回答，接近</translation></message>
<message><source>are only read, never changed or sent anywhere</source>
<translation>只读取，绝不更改或发送</translation></message>
<message><source>area</source>
<translation>面积</translation></message>
<message><source>area in original px²</source>
<translation>面积，原始 px²</translation></message>
<message><source>area left</source>
<translation>剩余面积</translation></message>
<message><source>area of the box in original px², COCO's limits</source>
<translation>框面积，原始 px²，COCO 的界限</translation></message>
<message><source>as first, the last to claim owning; one under `least` makes no anchor positive, but owns one that is</source>
<translation>同 first，最后声明者拥有；低于 `least` 的不使锚框为正，但可拥有已为正的</translation></message>
<message><source>as its {topk} best IoUs add up to {value}</source>
<translation>因其 {topk} 个最佳 IoU 之和为 {value}</translation></message>
<message><source>as listed</source>
<translation>按所列</translation></message>
<message><source>as many as it may</source>
<translation>达到允许数</translation></message>
<message><source>as no box of its class reaches IoU {reach:.2f}</source>
<translation>因没有同类框达到 IoU {reach:.2f}</translation></message>
<message><source>as no box reaches IoU {reach:.2f}</source>
<translation>因没有框达到 IoU {reach:.2f}</translation></message>
<message><source>as the library takes them</source>
<translation>按库所取</translation></message>
<message><source>as the recipe says</source>
<translation>如配方所述</translation></message>
<message><source>as the trainer reports them</source>
<translation>由训练器报告</translation></message>
<message><source>as the trainer took them</source>
<translation>按训练器所取</translation></message>
<message><source>ascending</source>
<translation>升序</translation></message>
<message><source>at least one holds</source>
<translation>至少一个成立</translation></message>
<message><source>at most so many negatives for each positive, or for one where none is; 0: no limit</source>
<translation>每个正样本至多这么多负样本，没有正样本时按一个算；0：无限制</translation></message>
<message><source>at most this share is positive; negatives fill the rest</source>
<translation>至多此份额为正；其余由负样本补足</translation></message>
<message><source>at step {step} · {ago}</source>
<translation>第 {step} 步 · {ago}</translation></message>
<message><source>at x {x:g}, y {y:g}</source>
<translation>位于 x {x:g}、y {y:g}</translation></message>
<message><source>b</source>
<translation>b</translation></message>
<message><source>b = {b} on this level.</source>
<translation>此层级 b = {b}。</translation></message>
<message><source>background</source>
<translation>背景</translation></message>
<message><source>background anchors layer</source>
<translation>background anchors layer 背景 图层</translation></message>
<message><source>background proposals</source>
<translation>背景提议框</translation></message>
<message><source>badly placed</source>
<translation>位置不准</translation></message>
<message><source>balanced L1: slope of hard coordinates</source>
<translation>balanced L1：困难坐标的斜率</translation></message>
<message><source>balanced L1: weight of easy coordinates</source>
<translation>balanced L1：容易坐标的权重</translation></message>
<message><source>bar faint</source>
<translation>柱条淡</translation></message>
<message><source>base sides rounded to whole px, then scaled</source>
<translation>基础边长取整到 px，再缩放</translation></message>
<message><source>batch here</source>
<translation>此处的批</translation></message>
<message><source>batch: sides are padded to multiples of this, px</source>
<translation>batch：边长补齐到此的倍数，px</translation></message>
<message><source>batch: strides added to a side before it is rounded up</source>
<translation>batch：向上取整前加到边长的步长数</translation></message>
<message><source>bce: sigmoid of one logit; softmax: background and object; focal: sigmoid per class; cross_entropy: softmax over classes, background first; yolo: sigmoid of confidence and per class; bce_per_class: sigmoid per class against soft targets; quality_focal: the same, by the error to the power of focal_gamma</source>
<translation>bce：单个 logit 的 sigmoid；softmax：背景与目标；focal：每类 sigmoid；cross_entropy：类别 softmax，背景在前；yolo：置信度及每类的 sigmoid；bce_per_class：每类 sigmoid 对软目标；quality_focal：同上，乘误差的 focal_gamma 次幂</translation></message>
<message><source>before clipping</source>
<translation>裁剪前</translation></message>
<message><source>behind the cut</source>
<translation>落在截断后</translation></message>
<message><source>best</source>
<translation>最佳</translation></message>
<message><source>best IoU</source>
<translation>最佳 IoU</translation></message>
<message><source>best IoU of the proposal</source>
<translation>提议框的最佳 IoU</translation></message>
<message><source>best IoU with a GT</source>
<translation>与真值框的最佳 IoU</translation></message>
<message><source>best IoU with a ground truth</source>
<translation>与真值框的最佳 IoU</translation></message>
<message><source>best IoU with a kept box</source>
<translation>与保留框的最佳 IoU</translation></message>
<message><source>best IoU with any anchor</source>
<translation>与任一锚框的最佳 IoU</translation></message>
<message><source>best IoU with any anchor compared</source>
<translation>与任一所比锚框的最佳 IoU</translation></message>
<message><source>best IoU with any anchor of A</source>
<translation>与 A 中任一锚框的最佳 IoU</translation></message>
<message><source>best IoU with any anchor of B</source>
<translation>与 B 中任一锚框的最佳 IoU</translation></message>
<message><source>best IoU with any decoded box, of any class and score</source>
<translation>与任一解码框的最佳 IoU，不论类别和分数</translation></message>
<message><source>best IoU with any ground truth</source>
<translation>与任一真值框的最佳 IoU</translation></message>
<message><source>best anchors taken</source>
<translation>最佳锚框被占</translation></message>
<message><source>best for GT {gt}</source>
<translation>对 GT {gt} 最佳</translation></message>
<message><source>best for another GT</source>
<translation>对别的真值框最佳</translation></message>
<message><source>best for its GT</source>
<translation>对其真值框最佳</translation></message>
<message><source>best of boxes</source>
<translation>框中最佳</translation></message>
<message><source>best overlap in A</source>
<translation>A 中最佳重叠</translation></message>
<message><source>best overlap in B</source>
<translation>B 中最佳重叠</translation></message>
<message><source>best overlap with any ground truth</source>
<translation>与任一真值框的最佳重叠</translation></message>
<message><source>best shape</source>
<translation>最佳形状</translation></message>
<message><source>beta, of the overlap</source>
<translation>beta，重叠的</translation></message>
<message><source>beta, the knee of smooth L1</source>
<translation>beta，smooth L1 的拐点</translation></message>
<message><source>better anchors suggest k-means kmeans recall coverage unmatched low-quality low quality statistics report findings calibration t* lost</source>
<translation>better anchors suggest k-means kmeans recall coverage 更好的锚框 建议 覆盖 统计 报告 发现 校准 未匹配 低质量 丢失</translation></message>
<message><source>between thresholds crowd anchors layer</source>
<translation>between thresholds crowd anchors layer 阈值之间 图层</translation></message>
<message><source>bin by bin, the sides within each</source>
<translation>逐个区间，各边在其中</translation></message>
<message><source>both</source>
<translation>二者</translation></message>
<message><source>both hold</source>
<translation>二者都成立</translation></message>
<message><source>box</source>
<translation>框</translation></message>
<message><source>box h</source>
<translation>框 h</translation></message>
<message><source>box loss</source>
<translation>框损失</translation></message>
<message><source>box loss, before weight and normaliser; positives only</source>
<translation>框损失，加权与归一化之前；仅正样本</translation></message>
<message><source>box w</source>
<translation>框 w</translation></message>
<message><source>box x</source>
<translation>框 x</translation></message>
<message><source>box y</source>
<translation>框 y</translation></message>
<message><source>box {said}</source>
<translation>框 {said}</translation></message>
<message><source>boxes</source>
<translation>框</translation></message>
<message><source>boxes an image</source>
<translation>每张图片的框</translation></message>
<message><source>boxes are clipped to the picture</source>
<translation>框裁剪到图片</translation></message>
<message><source>boxes are compared in network px, or as fractions of the input: rounding decides ties</source>
<translation>框以网络 px 或输入的分数比较：取整决定并列</translation></message>
<message><source>boxes are decoded, clipped and compared by NMS in px; or as fractions of the padded input's sides less one px, far edges one px earlier, and clipped to all of it (Matterport)</source>
<translation>框以 px 解码、裁剪并由 NMS 比较；或以补齐输入边长减一 px 的分数计，远边提前一 px，并裁剪到整个输入 (Matterport)</translation></message>
<message><source>boxes are written without a class</source>
<translation>框不带类别写出</translation></message>
<message><source>boxes at IoU 0.10 to 0.50 with another class alone</source>
<translation>仅与别类在 IoU 0.10 至 0.50 的框</translation></message>
<message><source>boxes at IoU 0.50 with a ground truth of another class</source>
<translation>与别类真值框 IoU 0.50 的框</translation></message>
<message><source>boxes decoded here are not that network's</source>
<translation>此处解码的框不是那个网络的</translation></message>
<message><source>boxes found</source>
<translation>找到的框</translation></message>
<message><source>boxes go back by the two sizes alone, or by scale and half rest</source>
<translation>框仅按两个尺寸返回，或按比例与一半余量</translation></message>
<message><source>boxes going back are clipped to the original picture</source>
<translation>返回的框裁剪到原始图片</translation></message>
<message numerus="yes"><source>boxes in {n} images</source>
<translation><numerusform>框，共 {n} 张图片</numerusform></translation></message>
<message><source>boxes kept in the end</source>
<translation>最终保留的框</translation></message>
<message><source>boxes leave the picture of {w} x {h} px, but would fit {h} x {w} px: is it turned?</source>
<translation>框超出 {w} x {h} px 的图片，但放得进 {h} x {w} px：图片转过吗？</translation></message>
<message><source>boxes marked as crowds or to be ignored</source>
<translation>标记为人群或应忽略的框</translation></message>
<message><source>boxes of the right class at IoU 0.10 to 0.50</source>
<translation>正确类别在 IoU 0.10 至 0.50 的框</translation></message>
<message><source>boxes of this ground truth left at each stage; near: IoU 0.50, and no other is nearer; the bar is the share of the stage before. A click on a stage lists the boxes lost there, another one all again</source>
<translation>该真值框在各阶段剩余的框；接近：IoU 0.50，且没有其他真值框更近；条形表示相对前一阶段的比例。单击某阶段只列出在该处丢失的框，再次单击则全部列出</translation></message>
<message><source>boxes of which group suppress each other</source>
<translation>哪一组的框相互抑制</translation></message>
<message><source>boxes of whole px: scaled like others, or cut to whole network px (detectron2's loader of COCO JSON)</source>
<translation>整 px 的框：照常缩放，或截为整网络 px（detectron2 的 COCO JSON 加载器）</translation></message>
<message><source>boxes on another of the same class, IoU {most:g} or more</source>
<translation>与同类另一框重叠的框，IoU {most:g} 或以上</translation></message>
<message><source>boxes per picture</source>
<translation>每图框数</translation></message>
<message><source>boxes that fit their picture only if read as corners instead of sizes, or the other way round</source>
<translation>只有读作角点而非尺寸才在图片内的框，或相反</translation></message>
<message><source>boxes that leave their picture by more than {most:g} px</source>
<translation>超出图片 {most:g} px 以上的框</translation></message>
<message><source>boxes that overlap nothing by 0.10</source>
<translation>不与任何物重叠达 0.10 的框</translation></message>
<message><source>boxes that tell of corners counted from 0 instead of 1, or the other way round</source>
<translation>表明角点从 0 而非 1 计的框，或相反</translation></message>
<message><source>boxes under {most:g} px at the shorter side</source>
<translation>短边小于 {most:g} px 的框</translation></message>
<message><source>boxes, x, y, w, h in network px</source>
<translation>框，x, y, w, h，网络 px</translation></message>
<message><source>boxes, x, y, w, h over the input's sides</source>
<translation>框，x, y, w, h，以输入边长为单位</translation></message>
<message><source>boxes, x, y, w, h over the padded input's sides, instead of deltas</source>
<translation>框而非增量，x, y, w, h，以填充后输入边长为单位</translation></message>
<message><source>boxes, x, y, w, h over the picture's sides, instead of deltas</source>
<translation>框而非增量，x, y, w, h，以图像边长为单位</translation></message>
<message><source>boxes, x1, y1, x2, y2 in network px</source>
<translation>框，x1, y1, x2, y2，网络 px</translation></message>
<message><source>boxes, x1, y1, x2, y2 in network px, instead of deltas</source>
<translation>框而非增量，x1, y1, x2, y2，网络 px</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the input's sides</source>
<translation>框，x1, y1, x2, y2，以输入边长为单位</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the padded input's sides, instead of deltas</source>
<translation>框而非增量，x1, y1, x2, y2，以填充后输入边长为单位</translation></message>
<message><source>boxes, x1, y1, x2, y2 over the picture's sides, instead of deltas</source>
<translation>框而非增量，x1, y1, x2, y2，以图像边长为单位</translation></message>
<message><source>boxes.unit = "fraction", but the {n} decoded boxes reach to {most:.4g} as a rule: they seem to be in px, unit = "px"</source>
<translation>boxes.unit = "fraction"，但 {n} 个解码框通常达到 {most:.4g}：似乎是 px，unit = "px"</translation></message>
<message><source>boxes.unit = "px", but no number of the {n} decoded boxes is beyond {most:.3g}: they seem to be fractions, unit = "fraction"</source>
<translation>boxes.unit = "px"，但 {n} 个解码框中没有超过 {most:.3g} 的数：似乎是比例，unit = "fraction"</translation></message>
<message><source>but none did</source>
<translation>但都未取它</translation></message>
<message><source>by IoU alone</source>
<translation>仅按 IoU</translation></message>
<message><source>by a low score</source>
<translation>因分数低</translation></message>
<message><source>by a top-k</source>
<translation>因 top-k</translation></message>
<message><source>by each ground truth's own threshold of IoU, among the anchors nearest to its centre (ATSS)</source>
<translation>按每个真值框自己的 IoU 阈值，在最近其中心的锚框中 (ATSS)</translation></message>
<message><source>by geometry alone</source>
<translation>仅按几何</translation></message>
<message><source>by geometry alone: no prediction is known that would rank them</source>
<translation>仅按几何：没有已知预测可为其排名</translation></message>
<message><source>by score; or class by class, where boxes of the lowest score kept all stay</source>
<translation>按分数；或逐类，最低分数的框全部保留</translation></message>
<message><source>by suppression</source>
<translation>因抑制</translation></message>
<message><source>by the ratios of sides, in the cell of the centre and up to two beside it (YOLOv5)</source>
<translation>按边长比，在中心所在及至多两个相邻单元格 (YOLOv5)</translation></message>
<message><source>by this one · p {score:.3f} · IoU {overlap:.4f}</source>
<translation>被此 · p {score:.3f} · IoU {overlap:.4f}</translation></message>
<message><source>by which the sides of the most similar anchor differ from its own, the worse of both</source>
<translation>最相似锚框的边与自身的差异，取较差者</translation></message>
<message><source>by {library}</source>
<translation>按 {library}</translation></message>
<message><source>by {n}</source>
<translation>被 {n}</translation></message>
<message><source>by {n}, {iou}</source>
<translation>被 {n}，{iou}</translation></message>
<message><source>by {what}</source>
<translation>按 {what}</translation></message>
<message><source>c_p is the cost of the place: {what}.</source>
<translation>c_p 是位置代价：{what}。</translation></message>
<message><source>came with {keys}</source>
<translation>默认为 {keys}</translation></message>
<message><source>candidate {n} of stage {stage}: its raw outputs are not all numbers, and a trainer's loss would be NaN</source>
<translation>阶段 {stage} 的候选 {n}：其原始输出并非全是数，训练器的损失会是 NaN</translation></message>
<message><source>candidate_of &gt;= 1 and label == negative</source>
<translation>candidate_of &gt;= 1 and label == negative</translation></message>
<message><source>candidates</source>
<translation>候选</translation></message>
<message><source>candidates it took, before contests</source>
<translation>争用前所取候选</translation></message>
<message><source>candidates of another ground truth too</source>
<translation>也属另一真值框的候选</translation></message>
<message><source>candidates of each level: the anchors nearest to the ground truth's centre</source>
<translation>各层级候选：最近真值框中心的锚框</translation></message>
<message><source>candidates that are another ground truth's too</source>
<translation>也属另一真值框的候选</translation></message>
<message><source>candidates that enter NMS: per level, per class, or overall</source>
<translation>进入 NMS 的候选：每层级、每类或总共</translation></message>
<message><source>candidates that only a prediction could decide about</source>
<translation>只有预测才能决定的候选</translation></message>
<message><source>cannot be decoded: {why}</source>
<translation>无法解码：{why}</translation></message>
<message><source>cannot be opened: {why}</source>
<translation>无法打开：{why}</translation></message>
<message><source>cannot be read: {why}</source>
<translation>无法读取：{why}</translation></message>
<message><source>cannot be written: {why}</source>
<translation>无法写入：{why}</translation></message>
<message><source>cause</source>
<translation>原因</translation></message>
<message><source>cell x, y</source>
<translation>单元格 x, y</translation></message>
<message><source>cells beyond the picture's own padded size, in a batch</source>
<translation>批中超出图片自身补齐尺寸的单元格</translation></message>
<message><source>cells by which a prediction's centre may lie beyond its own cell</source>
<translation>预测中心可超出自身单元格的格数</translation></message>
<message><source>cells column by column</source>
<translation>格逐列排列</translation></message>
<message><source>centre in strides from the cell's corner, exp of the sides in strides (YOLOX)</source>
<translation>中心以步长计自单元格角，边为步长的 exp (YOLOX)</translation></message>
<message><source>centre outside</source>
<translation>中心在外</translation></message>
<message><source>centre shift in anchor sides</source>
<translation>以锚框边长计的中心偏移</translation></message>
<message><source>centre, px</source>
<translation>中心, px</translation></message>
<message><source>centre, width and height are cut to the input, each by itself</source>
<translation>中心、宽和高各自截到输入</translation></message>
<message><source>centreness</source>
<translation>中心度</translation></message>
<message><source>change</source>
<translation>变化</translation></message>
<message><source>changed</source>
<translation>已变</translation></message>
<message><source>changed, of {anchors:,}</source>
<translation>已变，共 {anchors:,}</translation></message>
<message><source>changed, of {compared:,}</source>
<translation>已变，共 {compared:,}</translation></message>
<message><source>charts graphs histogram iou loss residual t* level</source>
<translation>charts graphs histogram 图表 直方图 iou loss residual t* level</translation></message>
<message><source>cheapest</source>
<translation>最便宜</translation></message>
<message><source>chosen by {words}; a click leaves the choice out</source>
<translation>按{words}选择；点击去掉此选择</translation></message>
<message><source>class</source>
<translation>类别</translation></message>
<message><source>class cost</source>
<translation>类别代价</translation></message>
<message><source>class names in the outputs' file: {names}, columns of its outputs: {columns}; the names are left out</source>
<translation>输出文件给出 {names} 个类别名称，而输出有 {columns} 列：不采用这些名称</translation></message>
<message><source>class {number}</source>
<translation>类别 {number}</translation></message>
<message><source>class {number} (from 0)</source>
<translation>类别 {number}（从 0 起）</translation></message>
<message><source>class {number}, {name}, has no box</source>
<translation>类别 {number}、{name} 没有框</translation></message>
<message><source>class, score</source>
<translation>类别、分数</translation></message>
<message><source>classes are paired by name: the outputs number theirs otherwise than the dataset</source>
<translation>类别按名称对应：输出的编号与数据集不同</translation></message>
<message><source>classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here has no name</source>
<translation>类别采用训练器的编号（输出的列），而不是数据集的编号；此处没有真值框的列没有名称</translation></message>
<message><source>classes are the trainer's numbers, the outputs' columns, not the dataset's; a column without a ground truth here is called as the outputs' file calls it</source>
<translation>类别采用训练器的编号（输出的列），而不是数据集的编号；此处没有真值框的列采用输出文件中的名称</translation></message>
<message><source>classes that no box has</source>
<translation>没有框的类别</translation></message>
<message><source>clear: {words}, recall {recall}, mean IoU {mean}, separation {apart}</source>
<translation>明确：{words}，召回率 {recall}，平均 IoU {mean}，间隔 {apart}</translation></message>
<message><source>clear: {words}: the best scored boxes overlap {mean}</source>
<translation>明确：{words}：分数最高的框重叠 {mean}</translation></message>
<message><source>clear: {words}: the best scored boxes overlap {mean}, not {own}</source>
<translation>明确：{words}：分数最高的框重叠 {mean}，而非 {own}</translation></message>
<message><source>clip and size filter come before the top-k, not after</source>
<translation>裁剪与尺寸筛选在 top-k 之前，而非之后</translation></message>
<message><source>column k is taken for class k</source>
<translation>第 k 列视为类别 k</translation></message>
<message><source>column {surest} is the surest on the background: wanted in column 0</source>
<translation>第 {surest} 列对背景最确信：应为第 0 列</translation></message>
<message><source>compared from step {step}: drag it to another</source>
<translation>自第 {step} 步比较：可拖到另一步</translation></message>
<message><source>comparing</source>
<translation>正在比较</translation></message>
<message><source>comparing, {done} of {total}</source>
<translation>正在比较，{done} / {total}</translation></message>
<message><source>computing…</source>
<translation>计算中…</translation></message>
<message><source>confidence objectness less</source>
<translation>confidence objectness less 更低 置信度</translation></message>
<message><source>confidence objectness more</source>
<translation>confidence objectness more 更高 置信度</translation></message>
<message><source>coordinate</source>
<translation>坐标</translation></message>
<message><source>coordinates in the order dh, dw, dy, dx</source>
<translation>坐标顺序为 dh, dw, dy, dx</translation></message>
<message><source>coordinates in the order dw, dh, dx, dy</source>
<translation>坐标顺序为 dw, dh, dx, dy</translation></message>
<message><source>coordinates in the order dx, dy, dw, dh</source>
<translation>坐标顺序为 dx, dy, dw, dh</translation></message>
<message><source>coordinates in the order dy, dx, dh, dw</source>
<translation>坐标顺序为 dy, dx, dh, dw</translation></message>
<message><source>coordinates whose t* is exactly 0 are left out</source>
<translation>t* 恰为 0 的坐标略去</translation></message>
<message><source>copies from what has the keyboard</source>
<translation>从有键盘焦点处复制</translation></message>
<message><source>corners coded one by one, (x1 - x1 of the anchor) / its width and so on</source>
<translation>角点逐个编码，(x1 - 锚框的 x1) / 其宽，依此类推</translation></message>
<message><source>corners rounded to whole px</source>
<translation>角点取整到 px</translation></message>
<message><source>cost</source>
<translation>代价</translation></message>
<message><source>count what is missing, from where it was stopped</source>
<translation>从停止处统计所缺的</translation></message>
<message><source>counted by version {old} of the program, now {new}</source>
<translation>由程序版本 {old} 统计，现为 {new}</translation></message>
<message><source>counting</source>
<translation>统计中</translation></message>
<message><source>counts</source>
<translation>计数</translation></message>
<message><source>crossed own threshold</source>
<translation>越过自身阈值</translation></message>
<message><source>crossed the cut</source>
<translation>越过截断</translation></message>
<message><source>crossed the ratio</source>
<translation>越过比例</translation></message>
<message><source>crossed {negative:.2f}</source>
<translation>越过 {negative:.2f}</translation></message>
<message><source>crossed {positive:.2f}</source>
<translation>越过 {positive:.2f}</translation></message>
<message><source>crowd</source>
<translation>人群</translation></message>
<message><source>crowd, difficult or ignored</source>
<translation>人群、困难或忽略</translation></message>
<message><source>cursor</source>
<translation>光标</translation></message>
<message><source>cut</source>
<translation>截断</translation></message>
<message><source>cut by top-k</source>
<translation>被 top-k 截去</translation></message>
<message><source>cut {value}</source>
<translation>截断 {value}</translation></message>
<message><source>cut: {taken} of {every}, {why}, {how} a {what} of {value}</source>
<translation>截断：{every} 中的 {taken}，{why}，{how} {what} {value}</translation></message>
<message><source>d</source>
<translation>d</translation></message>
<message><source>d = t − t*</source>
<translation>d = t − t*</translation></message>
<message numerus="yes"><source>d {d}: R {r}, {n} residuals near it</source>
<translation><numerusform>d {d}：R {r}，附近 {n} 个残差</numerusform></translation></message>
<message><source>dataset A</source>
<translation>数据集 A</translation></message>
<message><source>dataset B</source>
<translation>数据集 B</translation></message>
<message><source>datasets with boxes of whole px, which detectron2's loader cuts to whole network px</source>
<translation>含整 px 框的数据集，detectron2 的加载器会截为整网络 px</translation></message>
<message><source>decoded boxes delta regression layer</source>
<translation>decoded boxes delta regression layer 解码框 图层</translation></message>
<message><source>degenerate</source>
<translation>退化</translation></message>
<message><source>deltas bear weights {weights} (deviations {deviations})</source>
<translation>增量带权重 {weights}（标准差 {deviations}）</translation></message>
<message><source>deltas explain {found} of t*, not {own}</source>
<translation>增量解释 t* 的 {found}，而非 {own}</translation></message>
<message><source>deltas lie as {order}</source>
<translation>增量排列为 {order}</translation></message>
<message><source>demo's model</source>
<translation>演示模型</translation></message>
<message><source>descending</source>
<translation>降序</translation></message>
<message><source>deselect unselect escape</source>
<translation>deselect unselect escape 取消选择</translation></message>
<message><source>detection {n}</source>
<translation>检测 {n}</translation></message>
<message><source>detections</source>
<translation>检测</translation></message>
<message><source>detections a picture</source>
<translation>每图检测数</translation></message>
<message><source>detections; of the missed, ground truths</source>
<translation>检测；漏检则为真值框</translation></message>
<message><source>diff difference two models</source>
<translation>diff difference two models 差异 两个模型</translation></message>
<message><source>differences of corners in anchor sides</source>
<translation>以锚框边长计的角点差</translation></message>
<message><source>difficult</source>
<translation>困难</translation></message>
<message><source>distance</source>
<translation>距离</translation></message>
<message><source>distance length size</source>
<translation>distance length size 距离 长度</translation></message>
<message><source>distances from a point to the four sides of its box (FCOS, RTMDet, YOLOv8 to YOLO26)</source>
<translation>点到其框四边的距离（FCOS、RTMDet、YOLOv8 至 YOLO26）</translation></message>
<message><source>distances l, t, r, b in px</source>
<translation>距离 l, t, r, b，px</translation></message>
<message><source>distances l, t, r, b in strides</source>
<translation>距离 l, t, r, b，以步长计</translation></message>
<message><source>distribution</source>
<translation>分布</translation></message>
<message><source>distribution focal loss of the side</source>
<translation>该边的 distribution focal loss</translation></message>
<message><source>divided by the normaliser of its sum</source>
<translation>除以其和的归一化</translation></message>
<message><source>doctor misfit channels order wrong predictions fit</source>
<translation>doctor misfit channels order wrong predictions fit 通道 顺序 不符</translation></message>
<message><source>does not exist, wanted {wanted}</source>
<translation>不存在，应为{wanted}</translation></message>
<message><source>does not fit into the memory</source>
<translation>内存放不下</translation></message>
<message><source>double click or Enter: look at it</source>
<translation>双击或 Enter：查看</translation></message>
<message><source>doubtful: the best scored boxes overlap the {count} ground truths by {mean} on the mean; an untrained network fits no reading</source>
<translation>存疑：分数最高的框与 {count} 个真值框平均重叠 {mean}；未训练的网络不符合任何读法</translation></message>
<message><source>doubtful: {doubt}</source>
<translation>存疑：{doubt}</translation></message>
<message><source>doubtful: {words}, or {others}; more pictures tell more</source>
<translation>存疑：{words}，或{others}；图像越多越清楚</translation></message>
<message><source>down to</source>
<translation>低至</translation></message>
<message><source>drag over the picture; without this, drag with Shift</source>
<translation>在图片上拖动；否则按住 Shift 拖动</translation></message>
<message><source>drag, or ← and →, to show more of A or of B</source>
<translation>拖动，或用 ← 和 →，显示更多 A 或 B</translation></message>
<message><source>drawn of {n} foreground</source>
<translation>从 {n} 个前景中抽取</translation></message>
<message><source>duplicate</source>
<translation>重复</translation></message>
<message><source>d{}</source>
<translation>d{}</translation></message>
<message><source>each class of an anchor, or the best one alone</source>
<translation>锚框的每个类别，或只取最佳</translation></message>
<message><source>each ground truth's best anchor in such cells is positive, the first of those that tie for it</source>
<translation>每个真值框在这些单元格中的最佳锚框为正，并列取第一个</translation></message>
<message><source>each ground truth's best anchor is positive too, the first of those that tie for it</source>
<translation>每个真值框的最佳锚框也为正，并列取第一个</translation></message>
<message><source>each ground truth's best anchors are positive too, every one that ties for it</source>
<translation>每个真值框的最佳锚框也为正，并列全取</translation></message>
<message><source>each ground truth's best anchors in such cells are positive, every one that ties for it</source>
<translation>每个真值框在这些单元格中的最佳锚框为正，并列全取</translation></message>
<message><source>each level's number of anchors, boxes and classes by its number of pairs</source>
<translation>各层级的锚框、框和类别数除以其对数</translation></message>
<message><source>edge, network px, clipped</source>
<translation>边，网络 px，已裁剪</translation></message>
<message><source>edges, network px</source>
<translation>边，网络 px</translation></message>
<message><source>empty</source>
<translation>空</translation></message>
<message><source>end_</source>
<translation>end_</translation></message>
<message><source>ends 1 px before the edge of {picture}, and no box ends at it: is the last pixel meant to be in?</source>
<translation>止于{picture}边缘前 1 px，且没有框止于边缘：是否应包含最后一个像素？</translation></message>
<message><source>ends before it starts; as x, y, width, height {x:g}, {y:g}, {w:g}, {h:g} it would fit {picture}; or are its corners exchanged?</source>
<translation>的终点在起点之前；若作 x、y、宽、高 {x:g}、{y:g}、{w:g}、{h:g} 则放得进{picture}；还是角点颠倒了？</translation></message>
<message><source>enlarged or kept and padded all around, with boxes that follow as masks (Matterport's Mask R-CNN)</source>
<translation>放大或保持并四周补齐，框作为掩码跟随（Matterport 的 Mask R-CNN）</translation></message>
<message><source>enough candidates</source>
<translation>候选足够</translation></message>
<message><source>error</source>
<translation>错误</translation></message>
<message><source>evaluating</source>
<translation>评估中</translation></message>
<message><source>every anchor of the picture by its label, whatever the layers draw and the filter lets through</source>
<translation>图片的每个锚框按其标签，不论图层画什么、筛选放行什么</translation></message>
<message><source>every anchor that is not ignored</source>
<translation>每个未忽略的锚框</translation></message>
<message><source>every anchor ties at IoU 0 and becomes positive</source>
<translation>所有锚框在 IoU 0 并列，成为正</translation></message>
<message><source>every anchor ties at IoU 0, and is negative again for being below the threshold</source>
<translation>所有锚框在 IoU 0 并列，又因低于阈值为负</translation></message>
<message><source>every anchor ties at IoU 0, and the very first becomes positive</source>
<translation>所有锚框在 IoU 0 并列，第一个成为正</translation></message>
<message><source>every box is of a class that the dataset does not have</source>
<translation>每个框的类别数据集中都没有</translation></message>
<message><source>every box layer dense</source>
<translation>every box layer dense 所有框 图层</translation></message>
<message><source>every field of this stage that differs, at once</source>
<translation>此阶段所有不同的字段，一次全换</translation></message>
<message><source>every proposal of this stage by its label, and any ground truths among them</source>
<translation>此阶段的每个提议框按其标签，以及其中的真值框</translation></message>
<message numerus="yes"><source>every {n} steps</source>
<translation><numerusform>每 {n} 步</numerusform></translation></message>
<message><source>example sample start</source>
<translation>example sample start 示例 开始</translation></message>
<message><source>exit close leave</source>
<translation>exit close leave 退出 关闭</translation></message>
<message><source>exp(−cost)</source>
<translation>exp(−cost)</translation></message>
<message><source>expected over samples</source>
<translation>对采样的期望</translation></message>
<message><source>expected {value}</source>
<translation>期望 {value}</translation></message>
<message><source>exponent of the overlap</source>
<translation>重叠的指数</translation></message>
<message><source>exponent of the score</source>
<translation>分数的指数</translation></message>
<message><source>factor of each class, of cross_entropy the background's first; none: 1 each</source>
<translation>各类别的系数，cross_entropy 时背景在前；无：各为 1</translation></message>
<message><source>factor of that loss</source>
<translation>该损失的系数</translation></message>
<message><source>factor of the IoU cost</source>
<translation>IoU 代价的系数</translation></message>
<message><source>factor of the box loss (lambda)</source>
<translation>框损失的系数 (lambda)</translation></message>
<message><source>factor of the class cost</source>
<translation>类别代价的系数</translation></message>
<message><source>factor of the cross entropy of an output `centreness`; 0: the network has no such output</source>
<translation>输出 `centreness` 的交叉熵系数；0：网络没有此输出</translation></message>
<message><source>factor of the objectness or class loss</source>
<translation>目标性或类别损失的系数</translation></message>
<message><source>factor of the positives in the objectness loss</source>
<translation>目标性损失中正样本的系数</translation></message>
<message><source>factor of the smooth L1 of an output `landmarks`, coded as centres are and divided by the positives whose face has some; 0: the network has no such output</source>
<translation>输出 `landmarks` 的 smooth L1 系数，如中心般编码，除以人脸有关键点的正样本数；0：网络没有此输出</translation></message>
<message><source>factors of t, in that order</source>
<translation>t 的系数，按此顺序</translation></message>
<message><source>fate</source>
<translation>去向</translation></message>
<message><source>fate in A</source>
<translation>A 中的去向</translation></message>
<message><source>fate in B</source>
<translation>B 中的去向</translation></message>
<message><source>fate suppressed kept nms top-k too small low score cut steps</source>
<translation>fate suppressed kept nms top-k too small low score cut steps 去向 抑制 保留</translation></message>
<message><source>feature level</source>
<translation>feature level 层级</translation></message>
<message><source>feature maps of {found} cells do not fit an input of {w} x {h} px</source>
<translation>{found} 格的特征图与 {w} x {h} px 的输入不符</translation></message>
<message><source>feature side = side / nominal stride, rounded so</source>
<translation>特征边 = 边 / 名义步长，如此取整</translation></message>
<message><source>few</source>
<translation>少</translation></message>
<message><source>few candidates</source>
<translation>候选少</translation></message>
<message><source>field</source>
<translation>字段</translation></message>
<message><source>file</source>
<translation>文件</translation></message>
<message><source>files beside the dataset that look like annotations and were not read</source>
<translation>数据集旁像标注而未读取的文件</translation></message>
<message><source>fill plain</source>
<translation>填充</translation></message>
<message><source>fill prediction</source>
<translation>填充预测</translation></message>
<message><source>final cut</source>
<translation>最终截断</translation></message>
<message><source>final detections</source>
<translation>最终检测</translation></message>
<message><source>find and run any command (Ctrl+K)</source>
<translation>查找并运行任意命令 (Ctrl+K)</translation></message>
<message><source>first</source>
<translation>第一</translation></message>
<message><source>first centre (x, y) px of each level, instead of offset; empty: offset</source>
<translation>各层级第一个中心 (x, y) px，代替 offset；空：offset</translation></message>
<message><source>first centre, in base boxes</source>
<translation>第一个中心，以基础框计</translation></message>
<message><source>first centre, in strides</source>
<translation>第一个中心，以步长计</translation></message>
<message><source>fit</source>
<translation>拟合</translation></message>
<message><source>fits none: {name}</source>
<translation>都不符：{name}</translation></message>
<message><source>flat index</source>
<translation>扁平索引</translation></message>
<message><source>flat index in A</source>
<translation>A 中的扁平索引</translation></message>
<message><source>flat index in the recipe's order</source>
<translation>配方顺序的扁平索引</translation></message>
<message><source>float dock undock detach rearrange</source>
<translation>float dock undock detach rearrange 停靠 移动</translation></message>
<message><source>float | None</source>
<translation>float | None</translation></message>
<message><source>floor(padded side / feature side) per axis, the exact quotient, or the nominal stride</source>
<translation>每轴 floor(补齐边 / 特征边)、精确商，或名义步长</translation></message>
<message><source>focal: how much easy answers are damped</source>
<translation>focal：容易回答的减弱程度</translation></message>
<message><source>focal: targets are drawn so far towards one half</source>
<translation>focal：目标向二分之一拉近的程度</translation></message>
<message><source>focal: weight of the right class; the others have 1 - alpha</source>
<translation>focal：正确类别的权重；其余为 1 - alpha</translation></message>
<message><source>for want of a positive anchor</source>
<translation>因没有正锚框</translation></message>
<message><source>for {n}</source>
<translation>对 {n}</translation></message>
<message><source>foreground</source>
<translation>前景</translation></message>
<message><source>foreground matched low-quality low quality anchors layer</source>
<translation>foreground matched low-quality anchors layer 前景 图层</translation></message>
<message><source>foreground proposals</source>
<translation>前景提议框</translation></message>
<message><source>foreground, background or ignored</source>
<translation>前景、背景或忽略</translation></message>
<message><source>formula equation t* target delta encode decode smooth l1 beta lambda loss iou nms help documentation</source>
<translation>formula equation 公式 t* target delta encode decode smooth l1 beta lambda loss iou nms 帮助 文档</translation></message>
<message><source>found</source>
<translation>找到</translation></message>
<message><source>found, of {judged} judged by the predictions</source>
<translation>找到，在预测评判的 {judged} 个中</translation></message>
<message><source>four numbers for each class, the background's unused among them; for each class; or for all</source>
<translation>每类四个数，含不用的背景；每类四个；或全部共用四个</translation></message>
<message><source>fourth</source>
<translation>第四</translation></message>
<message><source>fractions of the input</source>
<translation>输入的比例</translation></message>
<message><source>from class scores and boxes to detections</source>
<translation>从类别分数和框到检测</translation></message>
<message><source>from decoded boxes to proposals or detections</source>
<translation>从解码框到提议框或检测</translation></message>
<message><source>from x {x1:.0f} to {x2:.0f} and y {y1:.0f} to {y2:.0f} px</source>
<translation>x {x1:.0f} 到 {x2:.0f}、y {y1:.0f} 到 {y2:.0f} px</translation></message>
<message><source>given by contest</source>
<translation>由争用给予</translation></message>
<message><source>gives each panel a title, to drag it elsewhere, out of the window, or close it</source>
<translation>给每个面板加标题，可拖到别处、窗口外，或关闭</translation></message>
<message><source>glossary</source>
<translation>术语表</translation></message>
<message><source>go to the newest step and follow on (Shift+End)</source>
<translation>到最新一步并继续跟踪 (Shift+End)</translation></message>
<message><source>ground truth</source>
<translation>真值框</translation></message>
<message><source>ground truth in B</source>
<translation>B 中的真值框</translation></message>
<message><source>ground truth that joins</source>
<translation>加入的真值框</translation></message>
<message><source>ground truth {number}</source>
<translation>真值框 {number}</translation></message>
<message><source>ground truth {number} ({name})</source>
<translation>真值框 {number}（{name}）</translation></message>
<message><source>ground truth {number} ({name}) at {corners}</source>
<translation>真值框 {number}（{name}）{corners}</translation></message>
<message><source>ground truth {n}</source>
<translation>真值框 {n}</translation></message>
<message><source>ground truth {n} is of {kind}, but the outputs have {columns}: no loss</source>
<translation>真值框 {n} 属于{kind}，但输出只有 {columns} 个：没有损失</translation></message>
<message><source>ground truth, counted from 1</source>
<translation>真值框，从 1 计</translation></message>
<message><source>ground truths</source>
<translation>真值框</translation></message>
<message><source>ground truths are called as the outputs call them</source>
<translation>真值框采用输出中的名称</translation></message>
<message><source>ground truths are clipped to the resized picture</source>
<translation>真值框裁剪到缩放后的图片</translation></message>
<message><source>ground truths found</source>
<translation>找到的真值框</translation></message>
<message><source>ground truths marked crowd: dropped by the loader, used, or ignoring the anchors in them</source>
<translation>人群真值框：加载器丢弃、使用，或忽略其中的锚框</translation></message>
<message><source>ground truths marked difficult, likewise</source>
<translation>困难真值框，同上</translation></message>
<message><source>ground truths reached</source>
<translation>达到的真值框</translation></message>
<message><source>ground truths without a box, and behind no class or localisation error</source>
<translation>没有框、也不在类别或定位错误背后的真值框</translation></message>
<message><source>ground truths without any side left are dropped</source>
<translation>没有边长剩下的真值框被丢弃</translation></message>
<message numerus="yes"><source>ground truths {list}</source>
<translation><numerusform>真值框 {list}</numerusform></translation></message>
<message><source>gt</source>
<translation>gt</translation></message>
<message><source>gt truth object boxes annotations class layer</source>
<translation>gt truth object boxes annotations class layer 真值框 标注 图层</translation></message>
<message><source>h</source>
<translation>h</translation></message>
<message><source>h, px</source>
<translation>h, px</translation></message>
<message><source>half of the rest before the picture, or none</source>
<translation>图片前放一半余量，或不放</translation></message>
<message><source>has annotations without the images they are of: it is not all of COCO</source>
<translation>有标注而无对应的 images，不是完整的 COCO</translation></message>
<message><source>has its centre beyond the picture</source>
<translation>的中心在图片之外</translation></message>
<message><source>has no box</source>
<translation>没有框</translation></message>
<message><source>has no width or no height</source>
<translation>没有宽或没有高</translation></message>
<message><source>has the area of other corners: as corners {x}, {y}, {right}, {bottom} it would fit {picture}</source>
<translation>的面积属于另外的角点：作角点 {x}、{y}、{right}、{bottom} 则放得进{picture}</translation></message>
<message><source>has {size} bytes, over the limit of {most}</source>
<translation>有 {size} 字节，超过上限 {most}</translation></message>
<message><source>heatmap overlay map</source>
<translation>heatmap overlay map 热图</translation></message>
<message><source>heatmap overlay map objectness confidence</source>
<translation>heatmap overlay map objectness confidence 热图 置信度</translation></message>
<message><source>height</source>
<translation>高度</translation></message>
<message><source>height over width</source>
<translation>高除以宽</translation></message>
<message><source>height over width, a list per level or one for all</source>
<translation>高除以宽，每层级一个列表或共用一个</translation></message>
<message><source>height, network px</source>
<translation>高，网络 px</translation></message>
<message><source>here</source>
<translation>此处</translation></message>
<message><source>highest overlap with any anchor</source>
<translation>与任一锚框的最高重叠</translation></message>
<message><source>highest score of a box that reaches IoU 0.50</source>
<translation>达到 IoU 0.50 的框的最高分数</translation></message>
<message><source>holds a model's weights alone; open its ONNX export, or a dump of its raw outputs</source>
<translation>只含模型权重；请打开其 ONNX 导出或原始输出的转储</translation></message>
<message><source>holds annotations without scores: a dataset, not the results of a detector</source>
<translation>含没有分数的标注：是数据集，不是检测器的结果</translation></message>
<message><source>holds no image that can be used: {why}</source>
<translation>没有可用的图片：{why}</translation></message>
<message><source>holds no meta.json, .npz or .txt of boxes, {wanted}</source>
<translation>不含 meta.json、.npz 或框的 .txt，{wanted}</translation></message>
<message><source>holds no meta.json, wanted the folder of a raw-output dump</source>
<translation>不含 meta.json，应为原始输出转储的文件夹</translation></message>
<message><source>holds no pictures</source>
<translation>不含图像</translation></message>
<message><source>holds only {kinds}, {wanted}</source>
<translation>只含 {kinds}，{wanted}</translation></message>
<message><source>holds {n} meta.json, wanted one, at its top or in its only folder</source>
<translation>含 {n} 个 meta.json，应为一个，在顶层或其唯一的文件夹中</translation></message>
<message><source>how boxes go back to the original picture</source>
<translation>框如何回到原始图片</translation></message>
<message><source>how far t* stays from 0 and 1, 0: as it is</source>
<translation>t* 与 0 和 1 保持的距离，0：不变</translation></message>
<message><source>how ground truths follow the picture into the network</source>
<translation>真值框如何随图片进入网络</translation></message>
<message><source>how many change label or ground truth when only this field of A takes the value of B</source>
<translation>仅将 A 的此字段换成 B 的值时，标签或真值框改变的数目</translation></message>
<message><source>how many decoded boxes are left after each step; the bar is the share that passed it. R@0.5, R@0.7: recall, the share of ground truths that some box left at that step covers at that IoU</source>
<translation>每步后剩下多少解码框；柱条为通过的份额。R@0.5、R@0.7：召回率，该步剩下的框以该 IoU 覆盖的真值框份额</translation></message>
<message><source>how many ground truths it is a candidate of</source>
<translation>它是多少真值框的候选</translation></message>
<message><source>how many it may take: the sum of its best IoUs</source>
<translation>可取多少：其最佳 IoU 之和</translation></message>
<message><source>how much of the targets t* the outputs t explain: 1 all of it, 0 no more than zeros would, below 0 even less; 1 less the mean distance of t and t* over the mean size of t*, over the positive anchors</source>
<translation>输出 t 解释了目标 t* 的多少：1 为全部，0 不比全零强，低于 0 更差；1 减去 t 与 t* 的平均距离除以 t* 的平均大小，对正锚框</translation></message>
<message><source>how much the score rises</source>
<translation>分数上升多少</translation></message>
<message><source>how the arrays would have to be read; 'as the recipe says' is the reading shown now</source>
<translation>数组应如何读取；“如配方所述”为当前读法</translation></message>
<message><source>how they were found; the best of the same cost first: {by}</source>
<translation>如何找到；同代价中最佳在前：{by}</translation></message>
<message><source>if one is the background's, a layout can say so</source>
<translation>若其中一列是背景，布局可以说明</translation></message>
<message><source>ignore &gt;</source>
<translation>忽略 &gt;</translation></message>
<message><source>ignore threshold</source>
<translation>忽略阈值</translation></message>
<message><source>ignored</source>
<translation>忽略</translation></message>
<message><source>ignored anchors</source>
<translation>忽略的锚框</translation></message>
<message><source>ignored only where a class's probability is over this; 0: always</source>
<translation>仅当某类概率超过此值时忽略；0：总是</translation></message>
<message><source>ignored proposals</source>
<translation>忽略的提议框</translation></message>
<message><source>ignored region</source>
<translation>忽略区域</translation></message>
<message><source>image</source>
<translation>图片</translation></message>
<message><source>image {place} of {count}</source>
<translation>图片 {place} / {count}</translation></message>
<message><source>images</source>
<translation>图片</translation></message>
<message><source>images with outputs</source>
<translation>有输出的图片</translation></message>
<message><source>images without a positive</source>
<translation>没有正样本的图片</translation></message>
<message><source>images: {now}, was {before}</source>
<translation>图片：{now}，原为 {before}</translation></message>
<message><source>in all</source>
<translation>总计</translation></message>
<message><source>in an ignored region in one of them</source>
<translation>其中之一在忽略区域中</translation></message>
<message><source>in both grids: of one level, size and ratio, and at one place of the picture: its cell where both scale it alike, else all edges within 2 network px</source>
<translation>两个网格共有：层级、大小和比例相同，且位于图像的同一处：两者缩放图像相同时为同一单元格，否则各边相差不超过 2 个网络 px</translation></message>
<message><source>in double around the origin, not rounded (detectron2)</source>
<translation>double，绕原点，不取整 (detectron2)</translation></message>
<message><source>in double around the origin, ratios of width to height (Matterport's Mask R-CNN)</source>
<translation>double，绕原点，比例为宽比高（Matterport 的 Mask R-CNN）</translation></message>
<message><source>in double, octaves of a base size that follows the input's own stride (EfficientDet)</source>
<translation>double，基础尺寸的倍频程，随输入自身步长 (EfficientDet)</translation></message>
<message><source>in double, sides rounded for each ratio, then scaled; inclusive pixels (the article's code)</source>
<translation>double，各比例边长取整后缩放；含端像素（论文代码）</translation></message>
<message><source>in double, then float32 fractions of the input: centre, width and height (ssd.pytorch)</source>
<translation>double，再为输入的 float32 分数：中心、宽和高 (ssd.pytorch)</translation></message>
<message><source>in double, then float32 fractions of the input: squares in px of it (RetinaFace)</source>
<translation>double，再为输入的 float32 分数：以其 px 计的正方形 (RetinaFace)</translation></message>
<message><source>in float32 around the first centre (MMDetection)</source>
<translation>float32，绕第一个中心 (MMDetection)</translation></message>
<message><source>in float32 around the origin, corners rounded half to even (torchvision)</source>
<translation>float32，绕原点，角点按半偶取整 (torchvision)</translation></message>
<message><source>in float32, corners rounded, inclusive pixels (MMDetection's version 1)</source>
<translation>float32，角点取整，含端像素（MMDetection 第 1 版）</translation></message>
<message><source>in float32, fractions of the input (SSD)</source>
<translation>float32，输入的分数 (SSD)</translation></message>
<message><source>in its cell</source>
<translation>在其单元格</translation></message>
<message><source>in its picture</source>
<translation>在其图像中</translation></message>
<message><source>in its stored picture</source>
<translation>在其存储的图片中</translation></message>
<message><source>in the assignment</source>
<translation>在分配中</translation></message>
<message><source>in the cell beside, nearer to this one than to the other</source>
<translation>在旁边的单元格，离此比离另一边近</translation></message>
<message><source>in the cost x of ground truths counts by the input's height (as YOLOv7), or by its width</source>
<translation>代价中真值框的 x 按输入的高计（如 YOLOv7），或按宽</translation></message>
<message><source>in the library's order</source>
<translation>按库的顺序</translation></message>
<message><source>in the mini-batch</source>
<translation>在小批量中</translation></message>
<message><source>in the mosaic</source>
<translation>在马赛克中</translation></message>
<message><source>in the network's input</source>
<translation>在网络输入中</translation></message>
<message><source>in the order of the RPN's list; a ground truth joins in training</source>
<translation>按 RPN 列表的顺序；训练时加入真值框</translation></message>
<message><source>in the order of the way: the furthest first; a ground truth joins the proposals in training</source>
<translation>按历程顺序：最远的在前；训练时真值框加入提议框</translation></message>
<message><source>in the sums</source>
<translation>计入和</translation></message>
<message><source>in {n} pairs with ground truths</source>
<translation>在 {n} 对真值框中</translation></message>
<message><source>index</source>
<translation>索引</translation></message>
<message><source>information</source>
<translation>信息</translation></message>
<message><source>input {w} × {h}</source>
<translation>输入 {w} × {h}</translation></message>
<message><source>inside a ground truth</source>
<translation>在真值框内</translation></message>
<message><source>inside a ground truth or near its centre</source>
<translation>在真值框内或其中心附近</translation></message>
<message><source>inside it</source>
<translation>其内</translation></message>
<message><source>inside it or near its centre</source>
<translation>其内或其中心附近</translation></message>
<message><source>into ``size`` with the picture's own aspect in whole numbers, and padded to it (darknet)</source>
<translation>按图片自身宽高比以整数放入 ``size`` 并补齐 (darknet)</translation></message>
<message><source>into ``size`` with the picture's own aspect, and padded to it</source>
<translation>按图片自身宽高比放入 ``size`` 并补齐</translation></message>
<message><source>into ``size`` with the picture's own aspect, boxes moved by the whole px painted (Ultralytics' letterbox)</source>
<translation>按图片自身宽高比放入 ``size``，框按所画整 px 移动（Ultralytics 的 letterbox）</translation></message>
<message><source>into ``size`` with the picture's own aspect, half of the rest painted on each side (YOLOv5's letterbox)</source>
<translation>按图片自身宽高比放入 ``size``，余量两侧各画一半（YOLOv5 的 letterbox）</translation></message>
<message><source>iou</source>
<translation>iou</translation></message>
<message><source>iou &gt; 0.4 and label == {label}</source>
<translation>iou &gt; 0.4 and label == {label}</translation></message>
<message><source>iou: -ln IoU, 1 - IoU or 1 - IoU^2</source>
<translation>iou：-ln IoU、1 - IoU 或 1 - IoU^2</translation></message>
<message><source>is JSON, but {what}, wanted COCO results: a list of image_id, category_id, bbox and score</source>
<translation>是 JSON，但{what}，应为 COCO 结果：image_id、category_id、bbox 和 score 的列表</translation></message>
<message><source>is JSON, but {what}, {wanted}</source>
<translation>是 JSON，但{what}，{wanted}</translation></message>
<message><source>is a .zip that holds no meta.json, so no raw-output dump; unpack a dataset first</source>
<translation>是不含 meta.json 的 .zip，故非原始输出转储；数据集请先解压</translation></message>
<message><source>is a JSON list without scores, wanted COCO results: image_id, category_id, bbox, score</source>
<translation>是没有分数的 JSON 列表，应为 COCO 结果：image_id, category_id, bbox, score</translation></message>
<message><source>is a folder, wanted a file name</source>
<translation>是文件夹，应为文件名</translation></message>
<message><source>is a link, and nothing is written through one; choose another name</source>
<translation>是链接，不通过链接写入；请换一个名称</translation></message>
<message><source>is a list of detections; open it as predictions of its dataset</source>
<translation>是检测结果列表；请作为其数据集的预测打开</translation></message>
<message><source>is below</source>
<translation>低于</translation></message>
<message><source>is empty (0 bytes)</source>
<translation>为空（0 字节）</translation></message>
<message><source>is empty (0 bytes), wanted JSON</source>
<translation>为空（0 字节），应为 JSON</translation></message>
<message><source>is empty (0 bytes), wanted a picture</source>
<translation>为空（0 字节），应为图像</translation></message>
<message><source>is empty (0 bytes), wanted rows of a table</source>
<translation>为空（0 字节），应为表格的行</translation></message>
<message><source>is empty, {wanted}</source>
<translation>为空，{wanted}</translation></message>
<message><source>is given the anchors ground truth {n} makes positive at IoU 0</source>
<translation>得到真值框 {n} 在 IoU 0 处使之为正的锚框</translation></message>
<message><source>is left without width or height by rounding</source>
<translation>因取整而没有宽或高</translation></message>
<message><source>is marked {kind}, {area:.6g} px²</source>
<translation>标为 {kind}，{area:.6g} px²</translation></message>
<message><source>is neither a file nor a folder, wanted {wanted}</source>
<translation>既非文件也非文件夹，应为{wanted}</translation></message>
<message><source>is nested too deep after byte {at}</source>
<translation>在第 {at} 字节之后嵌套过深</translation></message>
<message><source>is nested too deep at byte {at}</source>
<translation>在第 {at} 字节处嵌套过深</translation></message>
<message><source>is no ONNX model, or cut off: {why}</source>
<translation>不是 ONNX 模型，或被截断：{why}</translation></message>
<message><source>is no TOML: {why}</source>
<translation>不是 TOML：{why}</translation></message>
<message><source>is no file, wanted a picture</source>
<translation>不是文件，应为图像</translation></message>
<message><source>is no picture by its name</source>
<translation>按名称不是图像</translation></message>
<message><source>is not JSON that can be read: nested too deep</source>
<translation>不是可读的 JSON：嵌套过深</translation></message>
<message><source>is not JSON: line {line}, column {column}: {why}</source>
<translation>不是 JSON：第 {line} 行第 {column} 列：{why}</translation></message>
<message><source>is not JSON: {why}</source>
<translation>不是 JSON：{why}</translation></message>
<message><source>is not VOC: its root is &lt;annotations&gt;; and not CVAT: it holds no &lt;image&gt; or &lt;track&gt;</source>
<translation>不是 VOC：根为 &lt;annotations&gt;；也不是 CVAT：没有 &lt;image&gt; 或 &lt;track&gt;</translation></message>
<message><source>is not a folder of pictures</source>
<translation>不是图像文件夹</translation></message>
<message><source>is not a pickle, or cut off: {why}</source>
<translation>不是 pickle，或被截断：{why}</translation></message>
<message><source>is not a picture that can be read: it is {kind}, wanted JPEG, PNG or the like</source>
<translation>不是可读的图像：是 {kind}，应为 JPEG、PNG 等</translation></message>
<message><source>is not a picture: it starts with {found}</source>
<translation>不是图像：以 {found} 开头</translation></message>
<message><source>is not over</source>
<translation>未超过</translation></message>
<message><source>is not text: it holds a zero byte at {at}</source>
<translation>不是文本：{at} 处有零字节</translation></message>
<message><source>is not {encoding}: byte 0x{byte} at {at}</source>
<translation>不是 {encoding}：{at} 处字节 0x{byte}</translation></message>
<message><source>is of no known kind ({suffix}), {wanted}</source>
<translation>种类未知（{suffix}），{wanted}</translation></message>
<message><source>is of no known kind, {wanted}</source>
<translation>种类未知，{wanted}</translation></message>
<message><source>is of rules that rank</source>
<translation>属于会排名的规则</translation></message>
<message><source>is one of several names of a file (hard links); choose another name</source>
<translation>是同一文件的多个名称之一（硬链接）；请换一个名称</translation></message>
<message><source>is over</source>
<translation>超过</translation></message>
<message><source>is packed with gzip; unpack it first</source>
<translation>用 gzip 压缩；请先解压</translation></message>
<message><source>is {encoding}, wanted UTF-8</source>
<translation>是 {encoding}，应为 UTF-8</translation></message>
<message><source>is {value:.3g} px at its shorter side</source>
<translation>的短边为 {value:.3g} px</translation></message>
<message><source>is {value:.4g} {unit} at its smaller side</source>
<translation>的小边为 {value:.4g} {unit}</translation></message>
<message><source>it can only take anchors of others, as far as those cost little.</source>
<translation>它只能取别人的锚框，只要代价小。</translation></message>
<message><source>it can only take points of others, as far as those cost little.</source>
<translation>它只能取别人的点，只要代价小。</translation></message>
<message><source>it can only take those of others, at a cost of 100,000 more.</source>
<translation>它只能取别人的，代价多 100,000。</translation></message>
<message><source>it costs least for</source>
<translation>代价最小的是</translation></message>
<message><source>it does not hold</source>
<translation>不成立</translation></message>
<message><source>it fell behind the cut</source>
<translation>落到截断之后</translation></message>
<message><source>it gets no anchor</source>
<translation>它得不到锚框</translation></message>
<message><source>it has none</source>
<translation>没有</translation></message>
<message><source>it stays after contests in one of them</source>
<translation>仅其一在争用后留下</translation></message>
<message><source>it took none</source>
<translation>未取</translation></message>
<message><source>it took the {chosen:,} {superlative}, {towards} {cut}</source>
<translation>取了{superlative}的 {chosen:,} 个，{towards} {cut}</translation></message>
<message><source>it took the {superlative} one, at {cut}</source>
<translation>取了{superlative}的一个，{cut}</translation></message>
<message><source>its centre is not inside the ground truth</source>
<translation>其中心不在真值框内</translation></message>
<message><source>its class</source>
<translation>其类别</translation></message>
<message><source>its cost crossed the cut</source>
<translation>其代价越过截断</translation></message>
<message><source>its cost for the ground truth it costs least</source>
<translation>对代价最低的真值框的代价</translation></message>
<message><source>its label in the stage, and whether it is in the mini-batch</source>
<translation>其在该阶段的标签，以及是否在小批量中</translation></message>
<message><source>its likeliest class</source>
<translation>其最可能的类别</translation></message>
<message><source>its metric crossed the cut</source>
<translation>其度量越过截断</translation></message>
<message><source>its name</source>
<translation>其名称</translation></message>
<message><source>its own</source>
<translation>自己的</translation></message>
<message><source>its prediction crossed the ignore threshold</source>
<translation>其预测越过忽略阈值</translation></message>
<message><source>its root is &lt;{found}&gt;, wanted &lt;{root}&gt;</source>
<translation>根为 &lt;{found}&gt;，应为 &lt;{root}&gt;</translation></message>
<message><source>its shape crossed the threshold for further anchors</source>
<translation>其形状越过追加锚框的阈值</translation></message>
<message><source>judged</source>
<translation>已评判</translation></message>
<message><source>just as much and which comes first</source>
<translation>相同且后者在先</translation></message>
<message><source>just as much, and comes first,</source>
<translation>相同，且在先，</translation></message>
<message><source>just as much, which comes first</source>
<translation>相同，后者在先</translation></message>
<message><source>k</source>
<translation>k</translation></message>
<message><source>k of the first of them</source>
<translation>其中第一个的 k</translation></message>
<message><source>keep sides &gt;= or &gt; min_size</source>
<translation>保留边 &gt;= 或 &gt; min_size</translation></message>
<message><source>kept</source>
<translation>保留</translation></message>
<message><source>kept above {least}</source>
<translation>高于 {least} 保留</translation></message>
<message><source>kept boxes</source>
<translation>保留的框</translation></message>
<message><source>kept for {whose}</source>
<translation>为 {whose} 保留</translation></message>
<message><source>kept proposals, best scores first</source>
<translation>保留的提议框，分数高者在前</translation></message>
<message><source>kept suppressed fate nms detections roi top-k layer</source>
<translation>kept suppressed fate nms detections roi top-k layer 保留 抑制 去向</translation></message>
<message><source>knee of smooth L1, also of EIoU's, bounded IoU's and balanced L1's; 0 is L1; sigma of the article's code is 1 / sqrt(beta)</source>
<translation>smooth L1 的拐点，也用于 EIoU、bounded IoU 和 balanced L1；0 为 L1；论文代码的 sigma 为 1 / sqrt(beta)</translation></message>
<message><source>knee β = {beta}</source>
<translation>拐点 β = {beta}</translation></message>
<message><source>l</source>
<translation>l</translation></message>
<message><source>l1</source>
<translation>L1</translation></message>
<message><source>label</source>
<translation>标签</translation></message>
<message><source>label in A</source>
<translation>A 中的标签</translation></message>
<message><source>label in B</source>
<translation>B 中的标签</translation></message>
<message><source>label in {title}</source>
<translation>{title} 中的标签</translation></message>
<message><source>labels by geometry alone</source>
<translation>仅按几何打标签</translation></message>
<message><source>landmarks</source>
<translation>关键点</translation></message>
<message><source>language translation locale</source>
<translation>language translation locale 语言 翻译</translation></message>
<message><source>large</source>
<translation>大</translation></message>
<message><source>largest ratio of a side to the anchor's, either way, not reached</source>
<translation>边与锚框边的最大比，任一方向，不含</translation></message>
<message><source>last step {step} · {ago}</source>
<translation>最后一步 {step} · {ago}</translation></message>
<message><source>latest last live catch up</source>
<translation>latest last live catch up 最新</translation></message>
<message><source>lay both over the picture of the row chosen below</source>
<translation>将二者叠在下方所选行的图片上</translation></message>
<message><source>leave out what is the same in A and in B, on both pictures</source>
<translation>在两张图片上略去 A 与 B 相同的</translation></message>
<message><source>leaves the picture</source>
<translation>超出图片</translation></message>
<message><source>leaves {picture}; as corners {x}, {y}, {right}, {bottom} it would fit</source>
<translation>超出{picture}；作角点 {x}、{y}、{right}、{bottom} 则放得进</translation></message>
<message><source>leaves {picture}; with {x:g}, {y:g} for its corner instead of its centre it would fit</source>
<translation>超出{picture}；若 {x:g}、{y:g} 是角点而非中心则放得进</translation></message>
<message><source>left</source>
<translation>剩余</translation></message>
<message><source>left out</source>
<translation>略去</translation></message>
<message><source>level</source>
<translation>层级</translation></message>
<message><source>level == 3 and 0.3 &lt;= iou &lt; 0.7 or not sampled</source>
<translation>level == 3 and 0.3 &lt;= iou &lt; 0.7 or not sampled</translation></message>
<message><source>level == 3 and score &gt; 0.5 or not sampled</source>
<translation>level == 3 and score &gt; 0.5 or not sampled</translation></message>
<message><source>level of the best anchor</source>
<translation>最佳锚框的层级</translation></message>
<message><source>level_mean: class targets are drawn so far towards one half</source>
<translation>level_mean：类别目标向二分之一拉近的程度</translation></message>
<message><source>level_mean: factor of the right class in its entropy</source>
<translation>level_mean：正确类别在其熵中的系数</translation></message>
<message><source>level_mean: factors of objectness by level; further levels have the last</source>
<translation>level_mean：各层级目标性的系数；其后层级用最后一个</translation></message>
<message><source>level_mean: how much easy answers are damped; 0: not at all</source>
<translation>level_mean：容易回答的减弱程度；0：不减弱</translation></message>
<message><source>levels from the largest stride to the smallest</source>
<translation>层级从最大步长到最小</translation></message>
<message><source>levels of objectness in the other order than those of deltas</source>
<translation>目标性的层级顺序与增量相反</translation></message>
<message><source>lies on ground truth {n} of the same class, IoU {iou:.3f}</source>
<translation>位于同类真值框 {n} 之上，IoU {iou:.3f}</translation></message>
<message><source>lies outside, clipped to no width or height</source>
<translation>位于外面，裁剪后没有宽或高</translation></message>
<message><source>lies wholly outside {picture}</source>
<translation>完全在{picture}之外</translation></message>
<message><source>list thumbnails findings unmatched low-quality low quality zero-size</source>
<translation>list thumbnails findings unmatched low-quality zero-size 列表 发现</translation></message>
<message><source>live watch run recorder step rolling</source>
<translation>live watch run recorder step rolling 跟踪 训练</translation></message>
<message><source>load import coco json picture image annotations recipe</source>
<translation>load import coco json picture image annotations recipe 打开 图片 配方</translation></message>
<message><source>load import coco voc yolo images annotations</source>
<translation>load import coco voc yolo images annotations 打开 图片</translation></message>
<message><source>load predictions results checkpoint onnx dump model coco</source>
<translation>load predictions results checkpoint onnx dump model coco 打开 预测 模型</translation></message>
<message><source>load predictions results checkpoints dump timeline</source>
<translation>load predictions results checkpoints dump timeline 打开 预测</translation></message>
<message><source>load toml config settings</source>
<translation>load toml config settings 打开 设置</translation></message>
<message><source>log of the side's ratio is cut above this before exp; inf: never</source>
<translation>边长比的对数在 exp 前截于此之上；inf：从不</translation></message>
<message><source>logit</source>
<translation>logit</translation></message>
<message><source>looking for better anchors</source>
<translation>正在寻找更好的锚框</translation></message>
<message><source>looks like GeoJSON: it is not COCO</source>
<translation>像是 GeoJSON，不是 COCO</translation></message>
<message><source>looks like a pickle, which is read only where its name says so: .pkl or .pickle</source>
<translation>像是 pickle，只有名称为 .pkl 或 .pickle 时才读取</translation></message>
<message><source>loss</source>
<translation>损失</translation></message>
<message><source>loss of the image</source>
<translation>图片的损失</translation></message>
<message><source>loss: box and {scores}</source>
<translation>损失：框与{scores}</translation></message>
<message><source>lost</source>
<translation>丢失</translation></message>
<message><source>lost ground truths behind it</source>
<translation>其背后丢失的真值框</translation></message>
<message><source>lost: {now}, was {before}</source>
<translation>丢失：{now}，原为 {before}</translation></message>
<message><source>low score</source>
<translation>分数低</translation></message>
<message><source>low-quality</source>
<translation>低质量</translation></message>
<message><source>low-quality only</source>
<translation>仅低质量</translation></message>
<message><source>mAP 0.50</source>
<translation>mAP 0.50</translation></message>
<message><source>mAP 0.50 to 0.95</source>
<translation>mAP 0.50 至 0.95</translation></message>
<message><source>mAP 0.75</source>
<translation>mAP 0.75</translation></message>
<message><source>mAP and its errors</source>
<translation>mAP 及其错误</translation></message>
<message><source>mAP and the errors of the boxes, part {n} of {of}</source>
<translation>mAP 与框的错误，第 {n} / {of} 部分</translation></message>
<message><source>mAP is not compared: there is none now, was {before}</source>
<translation>不比较 mAP：现在没有，原为 {before}</translation></message>
<message><source>mAP: {now}, was {before}</source>
<translation>mAP：{now}，原为 {before}</translation></message>
<message><source>magnify centre center</source>
<translation>magnify centre center 放大 中心</translation></message>
<message><source>main view workspace</source>
<translation>main view workspace 工作区</translation></message>
<message><source>matched</source>
<translation>已匹配</translation></message>
<message><source>matched like the others</source>
<translation>照常匹配</translation></message>
<message><source>maths</source>
<translation>数学</translation></message>
<message><source>maximise presentation</source>
<translation>maximise presentation 最大化 演示</translation></message>
<message><source>mean IoU of ground truths with the best of those boxes</source>
<translation>真值框与其中最佳框的平均 IoU</translation></message>
<message><source>mean best IoU</source>
<translation>平均最佳 IoU</translation></message>
<message><source>mean logit of positives less that of negatives</source>
<translation>正样本平均 logit 减负样本的</translation></message>
<message><source>mean of a box with an anchor in the mini-batch</source>
<translation>有锚框在小批量中的框的均值</translation></message>
<message><source>mean of the four</source>
<translation>四者均值</translation></message>
<message><source>mean score</source>
<translation>平均分数</translation></message>
<message><source>mean {loss} loss</source>
<translation>平均{loss}损失</translation></message>
<message><source>mean ± std of t*</source>
<translation>t* 的均值 ± 标准差</translation></message>
<message><source>means</source>
<translation>means</translation></message>
<message><source>means by level</source>
<translation>按层级的均值</translation></message>
<message><source>median px</source>
<translation>中位 px</translation></message>
<message><source>median √area, found</source>
<translation>√面积中位，找到</translation></message>
<message><source>median √area, lost</source>
<translation>√面积中位，丢失</translation></message>
<message><source>medium</source>
<translation>中</translation></message>
<message><source>metric</source>
<translation>度量</translation></message>
<message><source>mini-batch minibatch batch anchors layer</source>
<translation>mini-batch minibatch batch anchors layer 小批量 图层</translation></message>
<message><source>mirrored left to right</source>
<translation>左右镜像</translation></message>
<message><source>mirrored left to right and top to bottom</source>
<translation>左右及上下镜像</translation></message>
<message><source>mirrored top to bottom</source>
<translation>上下镜像</translation></message>
<message><source>missed</source>
<translation>漏检</translation></message>
<message><source>more</source>
<translation>更多</translation></message>
<message><source>more, IoU {iou},</source>
<translation>更多，IoU {iou}，</translation></message>
<message><source>mosaic of {n}</source>
<translation>{n} 张拼图</translation></message>
<message><source>most</source>
<translation>最多</translation></message>
<message><source>most the longer side may have, px</source>
<translation>长边至多，px</translation></message>
<message><source>moved</source>
<translation>移动</translation></message>
<message><source>moves the picture, and presses what has the keyboard</source>
<translation>移动图片，并按下有键盘焦点者</translation></message>
<message><source>moving_average: its value before this picture</source>
<translation>moving_average：此图片之前的值</translation></message>
<message><source>name</source>
<translation>名称</translation></message>
<message><source>named by the outputs; yours, {own}, returns with the next dataset</source>
<translation>由输出指定；您的 {own} 在下一个数据集恢复</translation></message>
<message><source>names no columns of a picture and its box; its first row is {row}</source>
<translation>没有图片及其框的列名；首行为 {row}</translation></message>
<message><source>names no pictures {under}</source>
<translation>{under}没有所列图片</translation></message>
<message><source>names: wanted texts</source>
<translation>names：应为文本</translation></message>
<message><source>near</source>
<translation>接近</translation></message>
<message><source>needs a dataset</source>
<translation>需要数据集</translation></message>
<message><source>needs a dataset and raw outputs</source>
<translation>需要数据集和原始输出</translation></message>
<message><source>needs predictions</source>
<translation>需要预测</translation></message>
<message><source>needs raw outputs</source>
<translation>需要原始输出</translation></message>
<message><source>neg. &lt;</source>
<translation>负 &lt;</translation></message>
<message><source>negative</source>
<translation>负</translation></message>
<message><source>negative anchors</source>
<translation>负锚框</translation></message>
<message><source>negative points</source>
<translation>负样本点</translation></message>
<message><source>negative threshold</source>
<translation>负阈值</translation></message>
<message><source>neighbour cell</source>
<translation>相邻单元格</translation></message>
<message><source>network px</source>
<translation>网络 px</translation></message>
<message><source>network px  x {x}  y {y}</source>
<translation>网络 px  x {x}  y {y}</translation></message>
<message><source>network px a px of the picture</source>
<translation>图片每 px 的网络 px</translation></message>
<message><source>network px²</source>
<translation>网络 px²</translation></message>
<message><source>never 0.50</source>
<translation>从未 0.50</translation></message>
<message><source>never a candidate</source>
<translation>绝非候选</translation></message>
<message><source>never reaches IoU 0.50</source>
<translation>从未达到 IoU 0.50</translation></message>
<message><source>new</source>
<translation>新</translation></message>
<message><source>new / old per axis, or the one scale for both</source>
<translation>每轴 新 / 旧，或二者共用一个比例</translation></message>
<message><source>no</source>
<translation>否</translation></message>
<message><source>no anchor is positive, so nothing can be compared</source>
<translation>没有正锚框，无可比较</translation></message>
<message><source>no anchor passes the rule</source>
<translation>没有锚框通过规则</translation></message>
<message><source>no anchor reaches the threshold</source>
<translation>没有锚框达到阈值</translation></message>
<message><source>no box</source>
<translation>没有框</translation></message>
<message><source>no boxes any more of {classes}</source>
<translation>不再有 {classes} 的框</translation></message>
<message><source>no candidate</source>
<translation>没有候选</translation></message>
<message><source>no cut, none is taken</source>
<translation>无截止线，均未被取用</translation></message>
<message><source>no ground truth has a say beyond the thresholds</source>
<translation>真值框不能在阈值之外决定</translation></message>
<message><source>no ground truth has it as a candidate</source>
<translation>没有真值框以它为候选</translation></message>
<message><source>no ground truth is most like its shape in its cell</source>
<translation>单元格中没有最像其形状的真值框</translation></message>
<message><source>no ground truth of such sides has its centre near</source>
<translation>没有这种边长的真值框中心在附近</translation></message>
<message><source>no ground truth: the library cannot train on this picture; all anchors are shown as negative</source>
<translation>没有真值框：库无法在此图片上训练；所有锚框显示为负</translation></message>
<message><source>no hypothesis fits: {problem}</source>
<translation>没有符合的假设：{problem}</translation></message>
<message><source>no hypothesis ranks positives above more than {share} of negatives</source>
<translation>没有假设使正样本分数高于超过 {share} 的负样本</translation></message>
<message><source>no key</source>
<translation>无按键</translation></message>
<message><source>no known class</source>
<translation>未知类别</translation></message>
<message><source>no list</source>
<translation>不是列表</translation></message>
<message><source>no longer there</source>
<translation>已不在</translation></message>
<message><source>no object</source>
<translation>不是对象</translation></message>
<message><source>no other dataset</source>
<translation>无其他数据集</translation></message>
<message><source>no other outputs</source>
<translation>无其他输出</translation></message>
<message><source>no other recipe</source>
<translation>无其他配方</translation></message>
<message><source>no pair</source>
<translation>无配对</translation></message>
<message><source>no picture</source>
<translation>没有图片</translation></message>
<message><source>no picture has outputs that can be used</source>
<translation>没有图像带可用的输出</translation></message>
<message><source>no positive anchor</source>
<translation>没有正锚框</translation></message>
<message><source>no prediction</source>
<translation>没有预测</translation></message>
<message><source>no prediction can make one positive for it: it is never learned.</source>
<translation>没有预测能使它有正样本：永远学不到。</translation></message>
<message><source>no proposal at IoU {v}</source>
<translation>IoU {v} 处没有提议框</translation></message>
<message><source>no ratio fits</source>
<translation>没有相符的比例</translation></message>
<message><source>no recipe was edited and nothing tried out</source>
<translation>没有编辑过配方，也没有试过任何值</translation></message>
<message><source>no step was recorded</source>
<translation>未记录任何步</translation></message>
<message><source>no step yet, watching {path}</source>
<translation>尚无步，正在监视 {path}</translation></message>
<message><source>no such file or folder</source>
<translation>没有这样的文件或文件夹</translation></message>
<message><source>no such file or folder, {wanted}</source>
<translation>没有此文件或文件夹，{wanted}</translation></message>
<message><source>no suffix</source>
<translation>无扩展名</translation></message>
<message><source>no target</source>
<translation>无目标</translation></message>
<message><source>no, NaN or ∞</source>
<translation>无，NaN 或 ∞</translation></message>
<message><source>no, {value:.2g} % apart</source>
<translation>否，相差 {value:.2g} %</translation></message>
<message><source>nominal stride of each level, px</source>
<translation>各层级的名义步长，px</translation></message>
<message><source>none</source>
<translation>无</translation></message>
<message><source>none of {every} is taken</source>
<translation>{every} 个都未被取</translation></message>
<message><source>none yet</source>
<translation>尚无</translation></message>
<message><source>none: decoded boxes have no loss</source>
<translation>无：解码框没有损失</translation></message>
<message><source>none: it is in no loss</source>
<translation>无：不计入损失</translation></message>
<message><source>none: no decoded box belongs to it</source>
<translation>无：没有解码框属于它</translation></message>
<message><source>normalised</source>
<translation>归一化</translation></message>
<message><source>not XML: {why}</source>
<translation>不是 XML：{why}</translation></message>
<message><source>not YAML that can be read: {why}</source>
<translation>不是可读的 YAML：{why}</translation></message>
<message><source>not among the nearest</source>
<translation>不在最近之列</translation></message>
<message><source>not among the nearest anchors of its level</source>
<translation>不在其层级最近的锚框之列</translation></message>
<message><source>not evaluated as yet</source>
<translation>尚未评估</translation></message>
<message><source>not found</source>
<translation>未找到</translation></message>
<message numerus="yes"><source>not in the file: findings of {n} images with another of the same name but for the ending, which this format takes for one</source>
<translation><numerusform>不在文件中：{n} 张图片的发现，另有除扩展名外同名的图片，此格式视其为一张</numerusform></translation></message>
<message numerus="yes"><source>not in the file: findings of {n} images with another of the same name, which a tool takes for one</source>
<translation><numerusform>未写入文件：有同名图片、工具会视为同一张的 {n} 张图片的发现</numerusform></translation></message>
<message numerus="yes"><source>not in the file: findings of {n} whole images, for which this format has no place</source>
<translation><numerusform>不在文件中：{n} 张整图的发现，此格式没有存放之处</numerusform></translation></message>
<message numerus="yes"><source>not in the file: {n} findings in images of unknown size</source>
<translation><numerusform>不在文件中：未知尺寸图片中的 {n} 个发现</numerusform></translation></message>
<message numerus="yes"><source>not in the file: {n} findings of the dataset as a whole</source>
<translation><numerusform>不在文件中：关于整个数据集的 {n} 个发现</numerusform></translation></message>
<message><source>not kept</source>
<translation>未保留</translation></message>
<message><source>not looked through</source>
<translation>未检查</translation></message>
<message><source>not now</source>
<translation>现在不</translation></message>
<message><source>not readable as .zip: {why}</source>
<translation>无法作为 .zip 读取：{why}</translation></message>
<message><source>not readable as TOML: {why}</source>
<translation>无法作为 TOML 读取：{why}</translation></message>
<message><source>not scanned yet</source>
<translation>尚未扫描</translation></message>
<message><source>note</source>
<translation>说明</translation></message>
<message><source>nothing</source>
<translation>无</translation></message>
<message><source>nothing else</source>
<translation>别无其他</translation></message>
<message><source>nothing odd</source>
<translation>没有异常</translation></message>
<message><source>now</source>
<translation>现在</translation></message>
<message><source>number</source>
<translation>编号</translation></message>
<message><source>number in its image, and class</source>
<translation>其图片中的编号，及类别</translation></message>
<message><source>numbers in the order {order}</source>
<translation>数的顺序为 {order}</translation></message>
<message><source>numbers of the network for each distance: 1, or one for each whole distance from 0</source>
<translation>网络每个距离的数：1，或从 0 起每个整数距离一个</translation></message>
<message><source>o</source>
<translation>o</translation></message>
<message><source>object truth gt box annotation</source>
<translation>object truth gt box annotation 目标 真值框 标注</translation></message>
<message><source>objectness</source>
<translation>目标性</translation></message>
<message><source>objectness + class</source>
<translation>目标性 + 类别</translation></message>
<message><source>objectness has the anchors of a cell as the recipe</source>
<translation>目标性的格内锚框同配方</translation></message>
<message><source>objectness has {order}</source>
<translation>目标性有{order}</translation></message>
<message><source>objectness lies as {order}</source>
<translation>目标性排列为 {order}</translation></message>
<message><source>objectness or class loss and box loss with their normalisers</source>
<translation>目标性或类别损失与框损失及其归一化</translation></message>
<message><source>octagon</source>
<translation>octagon</translation></message>
<message><source>octaves of each level, in multiples of base_sizes</source>
<translation>各层级的倍频程，base_sizes 的倍数</translation></message>
<message><source>of a cell's anchors: by ratio then size, by size then ratio, or both squares and then the first size's ratios</source>
<translation>单元格的锚框：先比例后尺寸，先尺寸后比例，或先两个正方形再首个尺寸的各比例</translation></message>
<message><source>of a recipe with a second stage: proposals with their labels in the anchors' place</source>
<translation>用于有第二阶段的配方：以带标签的提议框代替锚框</translation></message>
<message><source>of anchors alone</source>
<translation>仅锚框的</translation></message>
<message><source>of another anchor of the cell</source>
<translation>同格另一锚框的</translation></message>
<message><source>of class {name}</source>
<translation>类别 {name} 的</translation></message>
<message><source>of fitting sides in the cell of a centre or beside</source>
<translation>边长相符且在中心的单元格或旁边</translation></message>
<message><source>of fitting sides in the cell of its centre or beside</source>
<translation>边长相符且在其中心的单元格或旁边</translation></message>
<message><source>of ground truth {owner} number {rank} of {many:,} with a {ranked_by} of {value_at}; {cut_words}</source>
<translation>在真值框 {owner} 的 {many:,} 个中列第 {rank}，{ranked_by} {value_at}；{cut_words}</translation></message>
<message><source>of its positives, those that only the low-quality rule makes positive</source>
<translation>其正样本中，仅由低质量规则使之为正的</translation></message>
<message><source>of its side</source>
<translation>（边长比例）</translation></message>
<message><source>of mAP 0.50, gained if this error alone were mended: they do not add up</source>
<translation>若仅修正此错误可得的 mAP 0.50：不可相加</translation></message>
<message><source>of the anchor</source>
<translation>锚框的</translation></message>
<message><source>of the anchor with the ground truth</source>
<translation>锚框与真值框的</translation></message>
<message><source>of the best anchor</source>
<translation>最佳锚框的</translation></message>
<message><source>of the best points</source>
<translation>最佳点的</translation></message>
<message><source>of the box for that class with the ground truth</source>
<translation>该类框与真值框的</translation></message>
<message><source>of the cell above</source>
<translation>上方格的</translation></message>
<message><source>of the cell below</source>
<translation>下方格的</translation></message>
<message><source>of the cell left</source>
<translation>左侧格的</translation></message>
<message><source>of the cell right</source>
<translation>右侧格的</translation></message>
<message><source>of the decoded box with the ground truth</source>
<translation>解码框与真值框的</translation></message>
<message><source>of the moved box</source>
<translation>移动后的框的</translation></message>
<message><source>of the number of positives</source>
<translation>正样本数的</translation></message>
<message><source>of the other pictures</source>
<translation>其他图像的</translation></message>
<message><source>of the picture mirrored</source>
<translation>左右镜像图像的</translation></message>
<message><source>of the picture turned round</source>
<translation>旋转 180 度图像的</translation></message>
<message><source>of the picture upside down</source>
<translation>上下颠倒图像的</translation></message>
<message><source>of the predicted box</source>
<translation>预测框的</translation></message>
<message><source>of these by the low-quality rule</source>
<translation>其中由低质量规则的</translation></message>
<message><source>on background</source>
<translation>在背景上</translation></message>
<message><source>on disk, since it was read: {names}</source>
<translation>读取后磁盘上的变化：{names}</translation></message>
<message><source>on the command line: {options}</source>
<translation>命令行：{options}</translation></message>
<message><source>on: boxes belong to the turned pictures; off: to the pixels as stored</source>
<translation>开：框属于旋转后的图片；关：属于存储的像素</translation></message>
<message><source>one dump, or the checkpoints of one training</source>
<translation>一个转储，或一次训练的各检查点</translation></message>
<message><source>one level more, of stride {stride} px and half the smallest size</source>
<translation>再加一层，步长 {stride} px，尺寸为最小的一半</translation></message>
<message><source>one more box of a ground truth that has one</source>
<translation>已有框的真值框的又一个框</translation></message>
<message><source>one or two positives</source>
<translation>一两个正样本</translation></message>
<message><source>one picture and every anchor on it</source>
<translation>一张图片及其上每个锚框</translation></message>
<message><source>only cells with a centre may be positive</source>
<translation>只有含中心的单元格可为正</translation></message>
<message><source>only in the cells that hold a ground truth's centre, with strict thresholds (YOLO)</source>
<translation>仅在含真值框中心的单元格，用严格阈值 (YOLO)</translation></message>
<message><source>only outputs can tell</source>
<translation>只有输出才知道</translation></message>
<message><source>only predictions decide which anchors are positive</source>
<translation>只有预测决定哪些锚框为正</translation></message>
<message><source>only predictions decide which points are positive</source>
<translation>只有预测决定哪些点为正</translation></message>
<message><source>only where that best IoU is at least this</source>
<translation>仅当该最佳 IoU 不低于此</translation></message>
<message><source>only where that best IoU is over this</source>
<translation>仅当该最佳 IoU 高于此</translation></message>
<message><source>open predictions first: Ctrl+P</source>
<translation>请先打开预测：Ctrl+P</translation></message>
<message><source>opens the menu {name}</source>
<translation>打开菜单 {name}</translation></message>
<message><source>opens the same annotations with the pictures of another folder</source>
<translation>用另一文件夹的图片打开相同标注</translation></message>
<message><source>optional; without them you see labels and targets, with them t, losses and proposals</source>
<translation>可选；没有时可见标签和目标，有则可见 t、损失和提议框</translation></message>
<message><source>or means wanted</source>
<translation>或需要 means</translation></message>
<message><source>order of the four numbers in the network's output and in t</source>
<translation>网络输出和 t 中四个数的顺序</translation></message>
<message><source>order worst loss</source>
<translation>order worst loss 顺序 最差</translation></message>
<message><source>original px  x {x}  y {y}</source>
<translation>原始 px  x {x}  y {y}</translation></message>
<message><source>original {original}  →  network {network}{scale}  →  padded {padded}</source>
<translation>原始 {original}  →  网络 {network}{scale}  →  补齐 {padded}</translation></message>
<message><source>other GT owns it</source>
<translation>别的真值框拥有它</translation></message>
<message><source>other cell</source>
<translation>其他单元格</translation></message>
<message><source>other shape or cell</source>
<translation>其他形状或单元格</translation></message>
<message><source>other sizes and ratios, each counted over the whole dataset</source>
<translation>其他尺寸和比例，各对整个数据集统计</translation></message>
<message><source>outputs</source>
<translation>输出</translation></message>
<message><source>outputs A</source>
<translation>输出 A</translation></message>
<message><source>outputs B</source>
<translation>输出 B</translation></message>
<message><source>outside</source>
<translation>外部</translation></message>
<message><source>outside the assignment in one of them</source>
<translation>其中之一不参与分配</translation></message>
<message><source>outside the crop</source>
<translation>在裁剪之外</translation></message>
<message><source>outside the mosaic</source>
<translation>在马赛克之外</translation></message>
<message><source>outside the picture in one of them</source>
<translation>其中之一在图片外</translation></message>
<message><source>over</source>
<translation>高于</translation></message>
<message><source>over the boxes of a stage before: the mean of all stages' logits, or of all stages' scores</source>
<translation>对前一阶段的框：各阶段 logit 的均值，或各阶段分数的均值</translation></message>
<message><source>over the cut</source>
<translation>超过截断</translation></message>
<message><source>overlap of the decoded box with the ground truth</source>
<translation>解码框与真值框的重叠</translation></message>
<message><source>overlap to the beta</source>
<translation>重叠的 beta 次幂</translation></message>
<message><source>overlap with the box that suppressed it</source>
<translation>与抑制它的框的重叠</translation></message>
<message><source>overlaps no anchor</source>
<translation>与锚框不重叠</translation></message>
<message><source>p</source>
<translation>p</translation></message>
<message><source>p NaN, so it has no rank</source>
<translation>p NaN，因此没有名次</translation></message>
<message><source>p of its own class</source>
<translation>自己类别的 p</translation></message>
<message><source>p of the background</source>
<translation>背景的 p</translation></message>
<message><source>p {lowest:.3f} and up</source>
<translation>p {lowest:.3f} 及以上</translation></message>
<message><source>p, the best class's</source>
<translation>p，最佳类别的</translation></message>
<message><source>padded</source>
<translation>补齐</translation></message>
<message><source>padded to a multiple of this, 1: not</source>
<translation>补齐到此的倍数，1：不补</translation></message>
<message><source>padded to long x long; to the next multiples of 64, whatever long; or neither scaled nor padded</source>
<translation>补齐到 long x long；到下一个 64 的倍数，不论 long；或既不缩放也不补齐</translation></message>
<message><source>padded to the next multiple of stride, to size, or not at all, stretched to size</source>
<translation>补齐到下一个 stride 的倍数、到 size，或不补，拉伸到 size</translation></message>
<message><source>padded to the square, or to the shape of the pictures in the batch</source>
<translation>补齐到正方形，或到批中图片的形状</translation></message>
<message><source>pairs</source>
<translation>对</translation></message>
<message><source>pairs of a level's stride, px, and by what the sigmoid is stretched about the middle of its cell; 1 elsewhere (darknet's scale_x_y)</source>
<translation>层级步长 px 与 sigmoid 绕单元格中点拉伸倍数的对；其余为 1（darknet 的 scale_x_y）</translation></message>
<message><source>panels docks default restore</source>
<translation>panels docks default restore 面板 默认</translation></message>
<message><source>part of a cell from whose edge on the cell beside is taken too, not reached</source>
<translation>单元格从其边起也取相邻单元格的部分，不含</translation></message>
<message><source>part of the box loss, of a box in the mini-batch</source>
<translation>框损失的份额，小批量中的一个框</translation></message>
<message><source>part of the class loss, of a box in the mini-batch</source>
<translation>类别损失的份额，小批量中的一个框</translation></message>
<message><source>part of the total loss</source>
<translation>总损失的份额</translation></message>
<message><source>per box</source>
<translation>每框</translation></message>
<message><source>picture missing</source>
<translation>图片缺失</translation></message>
<message><source>picture unreadable</source>
<translation>图片无法读取</translation></message>
<message><source>pictures annotated with another size than their file has</source>
<translation>标注尺寸与文件不同的图片</translation></message>
<message><source>pictures missing: their file was not found</source>
<translation>图片缺失：未找到其文件</translation></message>
<message><source>pictures unreadable: their file tells no size</source>
<translation>图片无法读取：其文件未说明尺寸</translation></message>
<message><source>pictures whose width and height are exchanged, in the annotation or by the boxes</source>
<translation>标注中或从框看宽高互换的图片</translation></message>
<message><source>pictures with all boxes within 0 to 1 where pixels are wanted</source>
<translation>应为像素而所有框都在 0 至 1 内的图片</translation></message>
<message><source>pictures without any box</source>
<translation>没有任何框的图片</translation></message>
<message><source>plain sums</source>
<translation>直接求和</translation></message>
<message><source>point</source>
<translation>点</translation></message>
<message><source>points</source>
<translation>点</translation></message>
<message><source>points in the loss</source>
<translation>损失中的点</translation></message>
<message><source>pooled from {level}</source>
<translation>从 {level} 池化</translation></message>
<message><source>pos. ≥</source>
<translation>正 ≥</translation></message>
<message><source>positive</source>
<translation>正</translation></message>
<message><source>positive anchors</source>
<translation>正锚框</translation></message>
<message><source>positive anchors in A</source>
<translation>A 中的正锚框</translation></message>
<message><source>positive anchors in A by the low-quality rule</source>
<translation>A 中由低质量规则的正锚框</translation></message>
<message><source>positive anchors in B</source>
<translation>B 中的正锚框</translation></message>
<message><source>positive anchors in B by the low-quality rule</source>
<translation>B 中由低质量规则的正锚框</translation></message>
<message><source>positive anchors more in B</source>
<translation>B 中多出的正锚框</translation></message>
<message><source>positive points</source>
<translation>正样本点</translation></message>
<message><source>positive threshold</source>
<translation>正阈值</translation></message>
<message><source>positive, negative or ignored</source>
<translation>正、负或忽略</translation></message>
<message><source>positives</source>
<translation>正样本</translation></message>
<message><source>positives a box</source>
<translation>每框正样本</translation></message>
<message><source>positives count alike in the box loss; by the centreness of the anchor in its ground truth, whose sum, at least 1, then divides the loss; or by the soft target of the class</source>
<translation>正样本在框损失中同等计；按锚框在其真值框中的中心度，其和（至少 1）除损失；或按类别的软目标</translation></message>
<message><source>positives each</source>
<translation>每个真值框的正样本</translation></message>
<message><source>positives score above {found} of negatives, not {own}</source>
<translation>正样本分数高于 {found} 的负样本，而非 {own}</translation></message>
<message><source>positives score above {here} of negatives, by the scores {of} above {there}</source>
<translation>正样本分数高于 {here} 的负样本，按{of}分数则为 {there}</translation></message>
<message><source>precision in which boxes are scaled</source>
<translation>缩放框的精度</translation></message>
<message><source>precision in which the scale is computed</source>
<translation>计算比例的精度</translation></message>
<message><source>precision of anchors and IoU; it decides ties</source>
<translation>锚框和 IoU 的精度；决定并列</translation></message>
<message><source>precision of decoding; the result is float32</source>
<translation>解码精度；结果为 float32</translation></message>
<message><source>precision of t*; the result is float32</source>
<translation>t* 的精度；结果为 float32</translation></message>
<message><source>precision of the threshold that a float32 IoU is compared with</source>
<translation>与 float32 IoU 比较的阈值的精度</translation></message>
<message><source>predicted</source>
<translation>预测</translation></message>
<message><source>predicted box of the selected anchor, or of every positive</source>
<translation>所选锚框或每个正锚框的预测框</translation></message>
<message><source>predicted box of the selected point, or of every positive</source>
<translation>所选点的预测框，或每个正样本点的预测框</translation></message>
<message><source>prediction</source>
<translation>预测</translation></message>
<message><source>prediction fits</source>
<translation>预测相符</translation></message>
<message><source>predicts IoU &gt; {ignore:.2f}</source>
<translation>预测 IoU &gt; {ignore:.2f}</translation></message>
<message><source>presets conventions library torchvision detectron2 mmdet anchors</source>
<translation>presets conventions library torchvision detectron2 mmdet anchors 库 约定</translation></message>
<message><source>presses or enters what has the keyboard</source>
<translation>按下或进入有键盘焦点者</translation></message>
<message><source>proposal</source>
<translation>提议框</translation></message>
<message><source>proposal {n}</source>
<translation>提议框 {n}</translation></message>
<message><source>proposal {n} was pooled from another map than this recipe's stage {stage} says</source>
<translation>提议框 {n} 的池化特征图与此配方阶段 {stage} 所说不同</translation></message>
<message><source>proposal {n}, cut later,</source>
<translation>提议框 {n}，后被截去，</translation></message>
<message><source>proposal {n}: IoU {iou}, p {score}</source>
<translation>提议框 {n}：IoU {iou}，p {score}</translation></message>
<message><source>proposals</source>
<translation>提议框</translation></message>
<message><source>proposals in the loss</source>
<translation>计入损失的提议框</translation></message>
<message><source>proposals with their labels</source>
<translation>带标签的提议框</translation></message>
<message><source>px</source>
<translation>px</translation></message>
<message><source>px an anchor may leave the picture before it counts as outside</source>
<translation>锚框可超出图片的 px，超过则算外部</translation></message>
<message><source>px by which an anchor's centre must lie inside the ground truth, not reached</source>
<translation>锚框中心须在真值框内的 px，不含</translation></message>
<message><source>px by which one group is shifted from the next; 0: as far as the largest coordinate, and one</source>
<translation>一组相对下一组移动的 px；0：最大坐标加一</translation></message>
<message><source>px of the longer side, and of the square</source>
<translation>长边的 px，也是正方形的</translation></message>
<message><source>px of the network; or of the picture, from before NMS, or from before decoding</source>
<translation>网络的 px；或图片的，从 NMS 前，或从解码前</translation></message>
<message><source>px of which picture min_size counts</source>
<translation>min_size 按哪张图片的 px 计</translation></message>
<message><source>px that the rest is a part of, where padded so far</source>
<translation>余量须为其倍数的 px，若补齐至此</translation></message>
<message><source>px the centre may move along an axis</source>
<translation>中心沿一轴可移动的 px</translation></message>
<message><source>px to which a shorter side of a ground truth is enlarged for its candidates; 0: none (YOLO26)</source>
<translation>真值框短边为候选放大到的 px；0：不放大 (YOLO26)</translation></message>
<message><source>q is the soft target; the maxima are of the points it owns.</source>
<translation>q 是软目标；最大值取自它拥有的点。</translation></message>
<message><source>q, the target of the entropy, is how well the pair listed last fits by the IoU of the box loss, 0 or more.</source>
<translation>q 是熵的目标，为最后列出的对按框损失的 IoU 的拟合，不小于 0。</translation></message>
<message><source>r</source>
<translation>r</translation></message>
<message><source>radius</source>
<translation>半径</translation></message>
<message><source>radius around the centre</source>
<translation>中心周围的半径</translation></message>
<message><source>radius of the distance's cost</source>
<translation>距离代价的半径</translation></message>
<message><source>rank</source>
<translation>名次</translation></message>
<message><source>rank {rank} by p · p {score}</source>
<translation>按 p 名次 {rank} · p {score}</translation></message>
<message><source>ratio</source>
<translation>比例</translation></message>
<message><source>ratios of a cell in reverse order (w/h where the recipe has h/w)</source>
<translation>格内比例顺序相反（配方为 h/w，此处为 w/h）</translation></message>
<message><source>reached</source>
<translation>达到</translation></message>
<message><source>reached: best IoU ≥ {v}</source>
<translation>达到：最佳 IoU ≥ {v}</translation></message>
<message><source>reaches</source>
<translation>达到</translation></message>
<message><source>reaches {value} {unit} beyond {picture}</source>
<translation>超出{picture} {value} {unit}</translation></message>
<message><source>reading the annotations</source>
<translation>正在读取标注</translation></message>
<message><source>reading the predictions</source>
<translation>正在读取预测</translation></message>
<message><source>reads the files again; picture, recipe and selection stay where they are still there</source>
<translation>重新读取文件；图片、配方和选择尽量保留</translation></message>
<message><source>recall at {iou}</source>
<translation>{iou} 处的召回率</translation></message>
<message><source>recall: {now} of the boxes reach IoU {at}, was {before}</source>
<translation>召回率：{now} 的框达到 IoU {at}，原为 {before}</translation></message>
<message><source>recipe </source>
<translation>配方 </translation></message>
<message><source>recipe  {name}</source>
<translation>配方  {name}</translation></message>
<message><source>recipe A</source>
<translation>配方 A</translation></message>
<message><source>recipe B</source>
<translation>配方 B</translation></message>
<message><source>records that could not be read and were left out</source>
<translation>无法读取而略去的记录</translation></message>
<message><source>records that several files may equally belong to, so that their boxes are left out</source>
<translation>可能属于多个文件、因此略去其框的记录</translation></message>
<message><source>records that were read all the same, though odd</source>
<translation>异常但仍读取的记录</translation></message>
<message><source>refresh update read again</source>
<translation>refresh update read again 刷新 重读</translation></message>
<message><source>refused: it declares a document type</source>
<translation>已拒绝：声明了文档类型</translation></message>
<message><source>refused: {why}</source>
<translation>已拒绝：{why}</translation></message>
<message><source>reset to {name}</source>
<translation>重置为 {name}</translation></message>
<message><source>residual d = t − t*</source>
<translation>残差 d = t − t*</translation></message>
<message><source>residual t − t*</source>
<translation>残差 t − t*</translation></message>
<message><source>residuals</source>
<translation>残差</translation></message>
<message><source>residuals {said}; beta {beta:.4f}</source>
<translation>残差 {said}；beta {beta:.4f}</translation></message>
<message><source>right</source>
<translation>正确</translation></message>
<message><source>right: IoU ≥ 0.50</source>
<translation>正确：IoU ≥ 0.50</translation></message>
<message><source>right: positive</source>
<translation>正确：正</translation></message>
<message><source>root of the area, original px</source>
<translation>面积的根，原始 px</translation></message>
<message><source>rotate orientation</source>
<translation>rotate orientation 旋转 方向</translation></message>
<message><source>rows csv loss fate suppressed kept low-quality low quality</source>
<translation>rows csv loss fate suppressed kept low-quality 行 去向</translation></message>
<message><source>rows of six numbers, guessed to be x1, y1, x2, y2, {order}</source>
<translation>每行六个数，推测为 x1、y1、x2、y2、{order}</translation></message>
<message><source>s</source>
<translation>s</translation></message>
<message><source>s is the score of the class, o the CIoU of the predicted box, for ground truth {n}.</source>
<translation>s 是类别分数，o 是预测框的 CIoU，对真值框 {n}。</translation></message>
<message><source>sampled</source>
<translation>已采样</translation></message>
<message><source>sampled: number sampled; sampled_parts: max(positives, 1) + max(negatives, 1); batch: the batch's nominal size; positives: at least 1; positives_plus_one, four times for the box; moving_average: 0.9 before + 0.1 positives; none: plain sums; sampled_and_positives: number sampled, for the box four times the positives; level_mean: by level the means of each pair's box and class and of each anchor's objectness, whose target is the last pair's IoU (YOLOv5); targets: the sum of the soft targets, at least 1</source>
<translation>sampled：采样数；sampled_parts：max(正, 1) + max(负, 1)；batch：批的名义大小；positives：至少 1；positives_plus_one，框为四倍；moving_average：0.9 前值 + 0.1 正样本；none：直接求和；sampled_and_positives：采样数，框为正样本的四倍；level_mean：按层级取每对框与类别及每个锚框目标性的均值，其目标为最后一对的 IoU (YOLOv5)；targets：软目标之和，至少 1</translation></message>
<message><source>save coco voc yolo labelme csv parquet json results predictions proposals detections</source>
<translation>save coco voc yolo labelme csv parquet json results predictions proposals detections 保存 导出</translation></message>
<message><source>says how raw outputs are laid out; open it together with them</source>
<translation>说明原始输出的布局；请与其一起打开</translation></message>
<message><source>says {w} x {h} px, which its {size} bytes cannot hold</source>
<translation>称有 {w} x {h} px，而其 {size} 字节放不下</translation></message>
<message><source>scale {axis}</source>
<translation>比例 {axis}</translation></message>
<message><source>scaled and moved</source>
<translation>缩放并移动后</translation></message>
<message><source>score</source>
<translation>分数</translation></message>
<message><source>score +</source>
<translation>分数 +</translation></message>
<message><source>score &gt; min_score comes before the first top-k; otherwise &gt;=, after it</source>
<translation>score &gt; min_score 在首个 top-k 之前；否则 &gt;= 在其后</translation></message>
<message><source>score of the RPN, 0 to 1</source>
<translation>RPN 的分数，0 至 1</translation></message>
<message><source>score p</source>
<translation>分数 p</translation></message>
<message><source>score p in A</source>
<translation>A 中的分数 p</translation></message>
<message><source>score p in B</source>
<translation>B 中的分数 p</translation></message>
<message><source>score to the alpha</source>
<translation>分数的 alpha 次幂</translation></message>
<message><source>score to the alpha times overlap to the beta, of its best ground truth</source>
<translation>分数的 alpha 次幂乘重叠的 beta 次幂，对其最佳真值框</translation></message>
<message><source>score −</source>
<translation>分数 −</translation></message>
<message><source>score, 0 to 1</source>
<translation>分数，0 至 1</translation></message>
<message><source>score, 0 to 1: objectness or the best class</source>
<translation>分数，0 至 1：目标性或最佳类别</translation></message>
<message><source>score, by:</source>
<translation>分数，按：</translation></message>
<message><source>score, class</source>
<translation>分数、类别</translation></message>
<message><source>scores are probabilities, not logits</source>
<translation>分数是概率而非 logit</translation></message>
<message><source>scores are the background's, or object before background</source>
<translation>分数属于背景，或物体在背景之前</translation></message>
<message><source>scores, negatives</source>
<translation>分数，负样本</translation></message>
<message><source>scores, positives</source>
<translation>分数，正样本</translation></message>
<message><source>screenshot picture image png clipboard snapshot</source>
<translation>screenshot picture image png clipboard snapshot 截图 剪贴板</translation></message>
<message><source>screenshot picture image png svg jpeg snapshot print</source>
<translation>screenshot picture image png svg jpeg snapshot print 截图 打印</translation></message>
<message><source>search find query where label iou level score fate suppressed kept</source>
<translation>search find query where label iou level score fate suppressed kept 查找 筛选</translation></message>
<message><source>search palette actions</source>
<translation>search palette actions 查找 命令</translation></message>
<message><source>search picture file name</source>
<translation>search picture file name 查找 图片 文件名</translation></message>
<message><source>searching</source>
<translation>搜索中</translation></message>
<message><source>second</source>
<translation>第二</translation></message>
<message><source>selected</source>
<translation>所选</translation></message>
<message><source>settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality low quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize</source>
<translation>settings options config anchor sizes ratios scales strides threshold iou nms top-k matcher low-quality loss smooth l1 beta lambda normaliser normalizer sampler stds means resize 设置 阈值</translation></message>
<message><source>several numbers for each side, the distances' distribution</source>
<translation>每边多个数，即距离的分布</translation></message>
<message><source>shape IoU &gt; {further:.2f}</source>
<translation>形状 IoU &gt; {further:.2f}</translation></message>
<message><source>shapes (w, h) px in no layer: a ground truth most like one of them has no anchor</source>
<translation>不在任何层中的形状 (w, h) px：最像其中之一的真值框没有锚框</translation></message>
<message><source>share</source>
<translation>份额</translation></message>
<message><source>share of all judged</source>
<translation>全部所评的份额</translation></message>
<message><source>share of area in such a region above which an anchor is ignored</source>
<translation>在此类区域中的面积份额，超过则忽略锚框</translation></message>
<message><source>share of ground truths that a high-scoring decoded box covers at IoU 0.5</source>
<translation>高分解码框以 IoU 0.5 覆盖的真值框份额</translation></message>
<message><source>share of pairs in which a positive anchor scores above a negative one: 1 always, 0.5 is chance</source>
<translation>正锚框分数高于负锚框的对的份额：1 总是，0.5 为随机</translation></message>
<message><source>share of the class</source>
<translation>占类别的份额</translation></message>
<message><source>share of the picture's box loss, %; those in the loss only</source>
<translation>占图片框损失的份额，%；仅计入损失者</translation></message>
<message><source>shared</source>
<translation>共有</translation></message>
<message><source>shares every candidate</source>
<translation>每个候选都共有</translation></message>
<message><source>shortcuts keyboard hotkeys bindings help</source>
<translation>shortcuts keyboard hotkeys bindings help 快捷键 键盘</translation></message>
<message><source>show changed fields only</source>
<translation>只显示改变的字段</translation></message>
<message><source>show the outputs under the chosen reading; the file stays as it is</source>
<translation>以所选读法显示输出；文件不变</translation></message>
<message><source>side * scale to whole px</source>
<translation>边 * 比例取整到 px</translation></message>
<message><source>side of each level's base box, px, which sizes multiply</source>
<translation>各层级基础框的边，px，乘以 sizes</translation></message>
<message><source>side {name}: expected {value} strides</source>
<translation>边 {name}：期望 {value} 步长</translation></message>
<message><source>sides coded without a logarithm, w / w of the anchor</source>
<translation>边长不取对数编码，w / 锚框的 w</translation></message>
<message><source>sides coded without a logarithm, w / w of the anchor - 1</source>
<translation>边长不取对数编码，w / 锚框的 w - 1</translation></message>
<message><source>sides of each level's squares, px</source>
<translation>各层级正方形的边，px</translation></message>
<message><source>sides within {limit:g}</source>
<translation>边长比 {limit:g} 内</translation></message>
<message><source>similar shape</source>
<translation>相似形状</translation></message>
<message><source>simulated predictions are for looking only and are not exported</source>
<translation>模拟预测仅供查看，不导出</translation></message>
<message><source>simulated, not from a model</source>
<translation>模拟，非模型</translation></message>
<message><source>size</source>
<translation>尺寸</translation></message>
<message><source>sizes</source>
<translation>尺寸</translation></message>
<message><source>sizes and ratios, step by step, those best by the criterion</source>
<translation>尺寸与比例，逐步取按准则最好的</translation></message>
<message><source>sizes of a cell in reverse order</source>
<translation>格内尺寸顺序相反</translation></message>
<message><source>sizes of each level, in fractions of the input: the first for all ratios, the others for squares</source>
<translation>各层级尺寸，以输入的分数计：第一个用于所有比例，其余用于正方形</translation></message>
<message><source>sizes of each level, in multiples of base_sizes</source>
<translation>各层级尺寸，base_sizes 的倍数</translation></message>
<message><source>sizes of each level, px: the square root of the area</source>
<translation>各层级尺寸，px：面积的平方根</translation></message>
<message><source>small</source>
<translation>小</translation></message>
<message><source>smallest score</source>
<translation>最小分数</translation></message>
<message><source>smallest side, px; -1: no filter</source>
<translation>最小边，px；-1：不筛选</translation></message>
<message><source>smooth L1; Huber, which is beta times that; squares and cross entropies of coordinates; balanced L1; or, of decoded boxes, IoU and its kin</source>
<translation>smooth L1；Huber，即其 beta 倍；坐标的平方与交叉熵；balanced L1；或解码框的 IoU 类</translation></message>
<message><source>so many negatives for each positive</source>
<translation>每个正样本这么多负样本</translation></message>
<message><source>so many of the best candidates of a ground truth</source>
<translation>一个真值框这么多最佳候选</translation></message>
<message><source>so many of them stay after contests; 0: all</source>
<translation>争用后留下这么多；0：全部</translation></message>
<message><source>soft labels, as many as the IoUs add up to</source>
<translation>软标签，数目为 IoU 之和</translation></message>
<message><source>soft target of its class</source>
<translation>其类别的软目标</translation></message>
<message><source>square root of its area, network px</source>
<translation>面积的平方根，网络 px</translation></message>
<message><source>square root of the area, network px</source>
<translation>面积的平方根，网络 px</translation></message>
<message><source>starts at 0, where {format} counts pixels from 1</source>
<translation>从 0 开始，而 {format} 的像素从 1 数起</translation></message>
<message><source>starts at 1, and no box of the dataset starts at 0: counted from 1, a pixel off?</source>
<translation>从 1 开始，且数据集中没有框从 0 开始：从 1 数起，差一个像素？</translation></message>
<message><source>stay at this step while the training goes on (Shift+Space)</source>
<translation>训练继续时停在此步 (Shift+空格)</translation></message>
<message><source>std of t*, h</source>
<translation>t* 标准差，h</translation></message>
<message><source>std of t*, w</source>
<translation>t* 标准差，w</translation></message>
<message><source>stds</source>
<translation>stds</translation></message>
<message><source>step training iteration epoch earlier</source>
<translation>step training iteration epoch earlier 步 之前</translation></message>
<message><source>step training iteration epoch later</source>
<translation>step training iteration epoch later 步 之后</translation></message>
<message><source>step {step}</source>
<translation>第 {step} 步</translation></message>
<message><source>step {step} written {ago}</source>
<translation>第 {step} 步写于 {ago}</translation></message>
<message><source>step {step}, {place} of {count}</source>
<translation>第 {step} 步，{place} / {count}</translation></message>
<message><source>step {step}: p {score}</source>
<translation>第 {step} 步：p {score}</translation></message>
<message><source>stop hold live freeze</source>
<translation>stop hold live freeze 停止</translation></message>
<message><source>stop reading; what was open stays (Esc)</source>
<translation>停止读取；已打开的保留 (Esc)</translation></message>
<message><source>stopped</source>
<translation>已停止</translation></message>
<message><source>stride along x where it is not the one along y, px; empty: the same</source>
<translation>x 向步长，与 y 向不同时，px；空：相同</translation></message>
<message><source>strides around a ground truth's centre within which points are near</source>
<translation>真值框中心周围多少步长内的点算近</translation></message>
<message><source>strides from a ground truth's centre at which the distance costs 1; ten times as much each stride more</source>
<translation>离真值框中心多少步长处距离代价为 1；每多一步长为十倍</translation></message>
<message><source>strides from the corner that the centre is counted from to the point</source>
<translation>从中心计起的角到点的步长</translation></message>
<message><source>strides {factor} times the recipe's</source>
<translation>步长为配方的 {factor} 倍</translation></message>
<message><source>subtracted from t</source>
<translation>从 t 减去</translation></message>
<message><source>such an anchor is ignored before all else; or, from that share on, merely never negative</source>
<translation>此类锚框先于一切被忽略；或自该份额起只是不为负</translation></message>
<message><source>such an anchor is trained towards the ground truth it overlaps most, or the one that claims it: the last to claim, or the first</source>
<translation>此类锚框以重叠最多的真值框为目标，或以声明它的为目标：最后或最先声明者</translation></message>
<message><source>suggested</source>
<translation>建议</translation></message>
<message><source>suggested, IoU ≥ {least}</source>
<translation>建议，IoU ≥ {least}</translation></message>
<message><source>sum</source>
<translation>和</translation></message>
<message><source>sum of the four</source>
<translation>四者之和</translation></message>
<message><source>sum over its anchors in the mini-batch</source>
<translation>小批量中其锚框之和</translation></message>
<message><source>suppress when IoU &gt; nms, or &gt;= nms</source>
<translation>IoU &gt; nms 时抑制，或 &gt;= nms</translation></message>
<message><source>suppressed</source>
<translation>被抑制</translation></message>
<message><source>t</source>
<translation>t</translation></message>
<message><source>t below</source>
<translation>下方 t</translation></message>
<message><source>t is divided by them afterwards</source>
<translation>t 其后除以它们</translation></message>
<message><source>t says how far each side of the box lies from the anchor's, in widths and heights of the anchor.</source>
<translation>t 表示框的每边离锚框的边多远，以锚框的宽高计。</translation></message>
<message><source>t*</source>
<translation>t*</translation></message>
<message><source>t* above</source>
<translation>上方 t*</translation></message>
<message><source>t* by proposal</source>
<translation>按提议框的 t*</translation></message>
<message><source>t* from box</source>
<translation>来自框的 t*</translation></message>
<message><source>t* of GT {number}</source>
<translation>真值框 {number} 的 t*</translation></message>
<message><source>t, with t* dashed</source>
<translation>t，虚线为 t*</translation></message>
<message><source>t1</source>
<translation>t1</translation></message>
<message><source>t_l, t_t, t_r and t_b say how far from the point the sides of the box lie.</source>
<translation>t_l、t_t、t_r 和 t_b 表示框的各边离点多远。</translation></message>
<message><source>t_x and t_y say where in its cell c, of stride s, the centre lies: from 0 to 1.</source>
<translation>t_x 和 t_y 表示中心在步长为 s 的单元格 c 中的位置：从 0 到 1。</translation></message>
<message><source>t_{name} is cut at {bound} before exp.</source>
<translation>t_{name} 在 exp 前截于 {bound}。</translation></message>
<message><source>taken</source>
<translation>已取</translation></message>
<message><source>taken over</source>
<translation>被接管</translation></message>
<message><source>takes no part</source>
<translation>不参与</translation></message>
<message><source>target</source>
<translation>目标</translation></message>
<message><source>target {value}</source>
<translation>目标 {value}</translation></message>
<message><source>targets</source>
<translation>目标</translation></message>
<message><source>task-aligned, one-to-many</source>
<translation>task-aligned，一对多</translation></message>
<message><source>task-aligned, one-to-one</source>
<translation>task-aligned，一对一</translation></message>
<message><source>that anchor is given to {other}, which it overlaps {how_much}</source>
<translation>该锚框给予 {other}，与之重叠{how_much}</translation></message>
<message><source>that anchor overlaps {other} {how_much}</source>
<translation>该锚框与 {other} 重叠{how_much}</translation></message>
<message><source>that it is decoded from</source>
<translation>由其解码</translation></message>
<message><source>the IoU of the box loss, the objectness target of the pair listed last</source>
<translation>框损失的 IoU，最后列出的对的目标性目标</translation></message>
<message><source>the [yolo] layer with the most similar shape, from 1; the panel names all that train it</source>
<translation>形状最相似的 [yolo] 层，从 1 起；面板列出训练它的所有层</translation></message>
<message><source>the anchor it came from</source>
<translation>它来自的锚框</translation></message>
<message><source>the anchor of the most similar shape, of all layers, in the cell of the centre (darknet's YOLOv3 and v4)</source>
<translation>所有层中形状最相似的锚框，在中心的单元格（darknet 的 YOLOv3 和 v4）</translation></message>
<message><source>the anchor's label, the same in both</source>
<translation>锚框的标签，两者相同</translation></message>
<message><source>the anchors it is paired with, each counted once</source>
<translation>与它配对的锚框，各计一次</translation></message>
<message><source>the anchors it may take, by geometry alone</source>
<translation>仅按几何它可取的锚框</translation></message>
<message><source>the anchors nearest to its centre, of all levels</source>
<translation>所有层级中最近其中心的锚框</translation></message>
<message><source>the anchors over {positive:.2f} overlap another ground truth more</source>
<translation>超过 {positive:.2f} 的锚框与另一真值框重叠更多</translation></message>
<message><source>the axis of numbers at the other end</source>
<translation>数的轴在另一端</translation></message>
<message><source>the background's column among the class logits</source>
<translation>背景在类别 logit 中的列</translation></message>
<message><source>the best IoU from which a ground truth makes its best anchor positive</source>
<translation>真值框使其最佳锚框为正所需的最佳 IoU</translation></message>
<message><source>the best shape of all layers</source>
<translation>所有层中的最佳形状</translation></message>
<message><source>the best {most}</source>
<translation>最佳 {most}</translation></message>
<message><source>the box at {corners}, left out from {place},</source>
<translation>从 {place} 略去的框 {corners}</translation></message>
<message><source>the box of anchor {n:,}</source>
<translation>锚框 {n:,} 的框</translation></message>
<message><source>the cheapest anchors of those a ratio of sides allows, as many as the best IoUs add up to (YOLOv7)</source>
<translation>边长比允许者中最便宜的锚框，数目为最佳 IoU 之和 (YOLOv7)</translation></message>
<message><source>the cheapest points inside, with classes softened by IoU and a cost of the distance (RTMDet)</source>
<translation>内部最便宜的点，类别按 IoU 软化，含距离代价 (RTMDet)</translation></message>
<message><source>the cheapest points near a ground truth, as many as its best IoUs add up to (YOLOX)</source>
<translation>真值框附近最便宜的点，数目为其最佳 IoU 之和 (YOLOX)</translation></message>
<message><source>the checkpoint whose outputs are shown (, and .)</source>
<translation>显示其输出的检查点（, 和 .）</translation></message>
<message><source>the cost of the class</source>
<translation>类别代价</translation></message>
<message><source>the cost of the place</source>
<translation>位置代价</translation></message>
<message><source>the dataset has {images} images and {boxes} boxes, was {before} and {then}</source>
<translation>数据集有 {images} 张图片和 {boxes} 个框，原为 {before} 和 {then}</translation></message>
<message><source>the deltas {of} fit better, on the whole: their order is not one of those tried here</source>
<translation>总体上{of}增量更符合：其顺序不在此处尝试之列</translation></message>
<message><source>the ends of the lost ones</source>
<translation>丢失者的终点</translation></message>
<message><source>the evaluation was stopped</source>
<translation>评估已停止</translation></message>
<message><source>the first class is shifted too, as the background counts as class 0</source>
<translation>第一类也移动，因背景算类别 0</translation></message>
<message><source>the first column of classes is sure nearly everywhere, as a background's: background first</source>
<translation>类别第一列几乎处处确信，如背景列：背景在前</translation></message>
<message><source>the first is taken for the confidence</source>
<translation>首列视为置信度</translation></message>
<message><source>the first of them</source>
<translation>其中第一个</translation></message>
<message><source>the first {most}</source>
<translation>前 {most}</translation></message>
<message><source>the first {shown} of {every}</source>
<translation>{every} 个中的前 {shown} 个</translation></message>
<message><source>the first, for it overlaps none</source>
<translation>第一个，因它不与任何重叠</translation></message>
<message><source>the folder {folder} does not exist; make it first, or choose another place</source>
<translation>文件夹 {folder} 不存在；请先创建，或另选位置</translation></message>
<message><source>the ground truth it is assigned to, counted from 1</source>
<translation>分配给的真值框，从 1 计</translation></message>
<message><source>the ground truth it is trained towards</source>
<translation>训练所向的真值框</translation></message>
<message><source>the ground truth it overlaps most</source>
<translation>重叠最多的真值框</translation></message>
<message><source>the ground truth its best anchor is trained towards instead of it</source>
<translation>其最佳锚框改向训练的真值框</translation></message>
<message><source>the ground truth of its class that it overlaps most</source>
<translation>同类中重叠最多的真值框</translation></message>
<message><source>the ground truth of its target, else of its best IoU</source>
<translation>其目标的真值框，否则为 IoU 最佳的真值框</translation></message>
<message><source>the ground truth that got it, and the number that decided where several took it</source>
<translation>得到它的真值框，及多者取它时起决定的数</translation></message>
<message><source>the ground truths that took it, before contests</source>
<translation>争用前取它的真值框</translation></message>
<message><source>the head's box of the selected proposal, or of the foreground</source>
<translation>头对所选提议框或前景的框</translation></message>
<message><source>the highest best IoU, score or loss of the anchors at each place; chosen in the View menu</source>
<translation>各处锚框的最高最佳 IoU、分数或损失；在视图菜单选择</translation></message>
<message><source>the highest metric, score or loss of the points at each place; chosen in the View menu</source>
<translation>每处各点中最高的指标、得分或损失；在“视图”菜单中选择</translation></message>
<message><source>the image's name</source>
<translation>图片名</translation></message>
<message><source>the largest overlap there is that of</source>
<translation>重叠最大的是</translation></message>
<message><source>the last column is the surest on the background: background last</source>
<translation>最后一列对背景最确信：背景在后</translation></message>
<message><source>the last column of classes is sure nearly everywhere, as a background's: background last</source>
<translation>类别最后一列几乎处处确信，如背景列：背景在后</translation></message>
<message><source>the last place at which a box that reaches IoU 0.50 was there</source>
<translation>仍有框达到 IoU 0.50 的最后一处</translation></message>
<message><source>the last stage: pairs of a proposal and a class, by the map pooled from; R@0.5: by boxes of its class</source>
<translation>最后阶段：提议框与类别的对，按池化的特征图；R@0.5：由其类别的框</translation></message>
<message><source>the level k = floor(level + log2(sqrt(w h) / side)), cut to the maps pooled from</source>
<translation>层级 k = floor(level + log2(sqrt(w h) / side))，截到池化所用的特征图</translation></message>
<message><source>the level of its best anchor</source>
<translation>其最佳锚框的层级</translation></message>
<message><source>the library drops it</source>
<translation>库会丢弃它</translation></message>
<message><source>the library whose conventions are computed</source>
<translation>按其约定计算的库</translation></message>
<message><source>the long side made ``long``, sides rounded up, half of the rest painted on each side (YOLOv5's loader)</source>
<translation>长边为 ``long``，边向上取整，余量两侧各画一半（YOLOv5 的加载器）</translation></message>
<message><source>the map it is pooled from</source>
<translation>从其池化的特征图</translation></message>
<message><source>the maps pooled from, finest first</source>
<translation>池化所用的特征图，最细在前</translation></message>
<message><source>the mini-batch the trainer drew</source>
<translation>训练器抽取的小批量</translation></message>
<message><source>the network saw this picture as {place} of its input, recipe {recipe} says {wanted}; anchors and boxes are shown in the network's input</source>
<translation>网络看到的此图片是其输入中的 {place}，而配方 {recipe} 说 {wanted}；锚框和框按网络输入显示</translation></message>
<message><source>the network's input is half the stated size</source>
<translation>网络输入为所述尺寸的一半</translation></message>
<message><source>the network's input is twice the stated size</source>
<translation>网络输入为所述尺寸的两倍</translation></message>
<message><source>the outputs are decoded boxes put back on the anchors they fit best; no other anchor has a prediction, and none has a loss</source>
<translation>输出是解码框，已放回最匹配的锚框；其他锚框没有预测，且所有锚框都没有损失</translation></message>
<message><source>the outputs are of a picture of {across} x {there} px, this one is {width} x {height} px: boxes may lie elsewhere</source>
<translation>输出来自 {across} x {there} px 的图片，此图为 {width} x {height} px：框可能偏位</translation></message>
<message><source>the outputs are proposals without classes, not a detector's last boxes</source>
<translation>输出是没有类别的提议框，而非检测器的最终框</translation></message>
<message><source>the outputs have {columns} columns of classes, the dataset {classes} classes: column k is taken for class k</source>
<translation>输出有 {columns} 列类别，数据集有 {classes} 类：第 k 列视为类别 k</translation></message>
<message><source>the outputs hold no centreness: its loss is missing, and scores are those of the classes alone</source>
<translation>输出没有中心度：其损失缺失，分数只是类别的</translation></message>
<message><source>the outputs name their classes ({names}) otherwise than the dataset, whose {name} is not among them: {then}</source>
<translation>输出的类别名称（{names}）与数据集不同，其中没有 {name}：{then}</translation></message>
<message><source>the outputs name their classes ({names}) otherwise than the dataset: {then}</source>
<translation>输出的类别名称（{names}）与数据集不同：{then}</translation></message>
<message><source>the outputs name their classes themselves ({names}), otherwise than the dataset: so they are called here</source>
<translation type="vanished">输出自带类别名（{names}），与数据集不同：此处采用这些名称</translation></message>
<message><source>the outputs name two of their classes ({names}) {name}: {then}</source>
<translation>输出有两个类别（{names}）都叫 {name}：{then}</translation></message>
<message><source>the outputs of stage {name} are not read: recipe {recipe} has no [stage.{name}]</source>
<translation>阶段 {name} 的输出未读取：配方 {recipe} 没有 [stage.{name}]</translation></message>
<message><source>the outputs were recorded under recipe {recipe}, which differs in {stages}: {effects}</source>
<translation>输出按配方 {recipe} 记录，其 {stages} 不同：{effects}</translation></message>
<message><source>the picture</source>
<translation>此图片</translation></message>
<message><source>the picture is {w} x {h} px in the network, smaller than the stride of {level}, {stride:g} px</source>
<translation>图片在网络中为 {w} x {h} px，小于 {level} 的步长 {stride:g} px</translation></message>
<message><source>the picture is {w} x {h} px, smaller than the stride of {level}, {stride:g} px</source>
<translation>图片为 {w} x {h} px，小于 {level} 的步长 {stride:g} px</translation></message>
<message><source>the picture of {w} x {h} (fractions)</source>
<translation>{w} x {h}（比例）的图片</translation></message>
<message><source>the picture of {w} x {h} px</source>
<translation>{w} x {h} px 的图片</translation></message>
<message><source>the picture was not found</source>
<translation>未找到图片</translation></message>
<message><source>the picture was not found, and no size is annotated</source>
<translation>未找到图片，也没有标注尺寸</translation></message>
<message><source>the picture was not found; {path} tells of it, and that is left out</source>
<translation>未找到图片；{path} 提到它，已略去</translation></message>
<message><source>the picture {trouble}</source>
<translation>图片 {trouble}</translation></message>
<message><source>the picture's size is unknown</source>
<translation>图片尺寸未知</translation></message>
<message><source>the points inside with the best score^alpha x overlap^beta (TOOD; YOLOv8, YOLOv10, YOLO26)</source>
<translation>内部 score^alpha x overlap^beta 最佳的点（TOOD；YOLOv8、YOLOv10、YOLO26）</translation></message>
<message><source>the product of both</source>
<translation>二者之积</translation></message>
<message><source>the proposal is in the loss</source>
<translation>该提议框计入损失</translation></message>
<message><source>the proposal is not in the loss</source>
<translation>该提议框不计入损失</translation></message>
<message><source>the proposal that suppressed it, or # its anchor</source>
<translation>抑制它的提议框，或 # 其锚框</translation></message>
<message><source>the proposals, or the boxes decoded by the stage before</source>
<translation>提议框，或前一阶段解码的框</translation></message>
<message><source>the raw outputs laid over the anchors</source>
<translation>叠在锚框上的原始输出</translation></message>
<message><source>the recipe has other values than it had</source>
<translation>配方的值与之前不同</translation></message>
<message><source>the same picture under two recipes, or with two checkpoints</source>
<translation>同一图片用两个配方，或两个检查点</translation></message>
<message><source>the scale at least</source>
<translation>比例至少</translation></message>
<message><source>the scale of the long side only where the rounded long side is over ``long``</source>
<translation>仅当取整后的长边超过 ``long`` 时用长边的比例</translation></message>
<message><source>the score as a logit</source>
<translation>分数，logit</translation></message>
<message><source>the scores {of} fit better, on the whole: their order is not one of those tried here</source>
<translation>总体上{of}分数更符合：其顺序不在此处尝试之列</translation></message>
<message><source>the share is of the anchor's area, of the region's, or of the union of both (IoU)</source>
<translation>份额指锚框面积、区域面积，或二者并集 (IoU)</translation></message>
<message><source>the share of area inside an ignored region above which an anchor is ignored</source>
<translation>在忽略区域内的面积份额，超过则忽略锚框</translation></message>
<message><source>the short side exactly, then both by ``long`` over the longer one</source>
<translation>先精确短边，再以 ``long`` 除以长边缩放二者</translation></message>
<message><source>the smaller of the scales that make the short side ``short`` and the long one ``long``</source>
<translation>使短边为 ``short`` 与使长边为 ``long`` 的比例中较小者</translation></message>
<message><source>the stated sizes are (w, h), not (h, w)</source>
<translation>所述尺寸为 (w, h)，而非 (h, w)</translation></message>
<message><source>the stated sizes are not the network's; those of the recipe's resize are</source>
<translation>所述尺寸不是网络的；配方缩放所得的才是</translation></message>
<message><source>the stored picture it came from</source>
<translation>它来自的存储图片</translation></message>
<message><source>the sum</source>
<translation>和</translation></message>
<message><source>the trainer sampled anchor {anchor} as {theirs}, here it is {ours}: its ground truths or its recipe were others</source>
<translation>训练器把锚框 {anchor} 采样为{theirs}，此处为{ours}：真值框或配方不同</translation></message>
<message><source>the trainer saw this picture {how}; so it is shown here</source>
<translation>训练器看到的此图片 {how}；此处照此显示</translation></message>
<message><source>the trainer's ground truths fit no part of this picture (a mosaic, or too few boxes to tell): boxes and anchors are the trainer's, without the picture, and network px stand for original px</source>
<translation>训练器的真值框与此图片的任何部分都不符（马赛克，或框太少）：框和锚框是训练器的，没有图片，原图 px 以网络 px 代替</translation></message>
<message><source>the trainer's losses are left out</source>
<translation>略去训练器的损失</translation></message>
<message><source>the trainer's losses are of a batch of {n} pictures, too many to compare here: at most {most} at once</source>
<translation>训练器的损失属于 {n} 张图像的批次，数量过多，无法在此比较：一次最多 {most} 张</translation></message>
<message><source>the trainer's losses differ from those here: {losses}</source>
<translation>训练器的损失与此处不同：{losses}</translation></message>
<message><source>the trainer's losses of its batch of {n} pictures differ from those here: {losses}</source>
<translation>训练器在其 {n} 张图像的批次上的损失与此处不同：{losses}</translation></message>
<message><source>the trainer's mini-batch and losses are left out</source>
<translation>略去训练器的小批量和损失</translation></message>
<message><source>the trainer's mini-batch is left out</source>
<translation>略去训练器的小批量</translation></message>
<message><source>the trainer's mini-batch is not recorded, and another is drawn here</source>
<translation>训练器的小批量未被记录，此处抽取了另一个</translation></message>
<message><source>the trainer's sample</source>
<translation>训练器的样本</translation></message>
<message><source>the trainer's sample of {stage} has candidate {n} under another label than this recipe</source>
<translation>训练器的 {stage} 样本中候选 {n} 的标签与此配方不同</translation></message>
<message><source>the two pictures beside each other</source>
<translation>两张图片并排</translation></message>
<message><source>the whole box</source>
<translation>整个框</translation></message>
<message><source>the whole dataset under the recipe in use, counted</source>
<translation>整个数据集按所用配方统计</translation></message>
<message><source>the {nth} number is no multiple of what it should say</source>
<translation>{nth}个数不是其应有值的倍数</translation></message>
<message><source>the {nth} number is off by {mean} on the whole</source>
<translation>{nth}个数总体偏差 {mean}</translation></message>
<message><source>the {nth} number runs against what it should say</source>
<translation>{nth}个数与其应有值方向相反</translation></message>
<message><source>the {n} lost, reached</source>
<translation>丢失的 {n} 个，达到</translation></message>
<message><source>the {shown} best of {every}</source>
<translation>{every} 中最佳的 {shown}</translation></message>
<message><source>theme colours colors appearance</source>
<translation>theme colours colors appearance 主题 颜色</translation></message>
<message><source>theme colours colors appearance black night</source>
<translation>theme colours colors appearance black night 主题 黑 夜间</translation></message>
<message><source>theme colours colors appearance white bright</source>
<translation>theme colours colors appearance white bright 主题 白</translation></message>
<message><source>then</source>
<translation>然后</translation></message>
<message><source>there is no prediction in one of them</source>
<translation>其中之一没有预测</translation></message>
<message><source>these panels stand in Inspect</source>
<translation>这些面板属于“检查”</translation></message>
<message><source>third</source>
<translation>第三</translation></message>
<message><source>this box</source>
<translation>此框</translation></message>
<message><source>this is {what} as the network saw it, after augmentation</source>
<translation>这是增强后网络所见的 {what}</translation></message>
<message><source>this picture</source>
<translation>此图片</translation></message>
<message><source>threshold</source>
<translation>阈值</translation></message>
<message><source>time</source>
<translation>时间</translation></message>
<message><source>tiny</source>
<translation>极小</translation></message>
<message><source>to ``size`` whatever the picture's aspect</source>
<translation>到 ``size``，不论图片宽高比</translation></message>
<message><source>too little left</source>
<translation>剩余太少</translation></message>
<message><source>too small</source>
<translation>太小</translation></message>
<message><source>top-k cut</source>
<translation>top-k 截断</translation></message>
<message><source>total</source>
<translation>合计</translation></message>
<message><source>total loss {v}</source>
<translation>总损失 {v}</translation></message>
<message><source>total loss {v}, what-if</source>
<translation>总损失 {v}，假设</translation></message>
<message><source>total {total}</source>
<translation>合计 {total}</translation></message>
<message><source>trainer</source>
<translation>训练器</translation></message>
<message><source>training may refuse it</source>
<translation>训练可能拒绝它</translation></message>
<message><source>truth</source>
<translation>真值框</translation></message>
<message><source>try the plausible layouts of these outputs against the ground truth</source>
<translation>用真值框尝试这些输出的可能布局</translation></message>
<message><source>tutorial introduction help start</source>
<translation>tutorial introduction help start 教程 帮助</translation></message>
<message><source>twice a sigmoid for the centre, half a cell beyond its cell, and the square for the sides (YOLOv5)</source>
<translation>中心为两倍 sigmoid，可超出单元格半格，边为平方 (YOLOv5)</translation></message>
<message><source>type a number or drag an edge</source>
<translation>输入数字或拖动边</translation></message>
<message><source>t{}</source>
<translation>t{}</translation></message>
<message><source>t{}_star</source>
<translation>t{}_star</translation></message>
<message><source>undecided</source>
<translation>未定</translation></message>
<message><source>under no hypothesis do deltas explain more than {share} of t*</source>
<translation>没有假设使增量解释超过 {share} 的 t*</translation></message>
<message><source>under the cut</source>
<translation>低于截断</translation></message>
<message><source>under {root}</source>
<translation>在 {root} 下</translation></message>
<message><source>under {root}: {link} is a link that leads out of it, and is not followed</source>
<translation>在 {root} 下：{link} 是通向外部的链接，不予跟随</translation></message>
<message><source>unexpected {name}: {error}</source>
<translation>意外，{name}：{error}</translation></message>
<message><source>unknown_size: {now} images are in no count, was {before}</source>
<translation>unknown_size：{now} 张图片不计入，原为 {before}</translation></message>
<message><source>unmatched</source>
<translation>未匹配</translation></message>
<message><source>unmatched low-quality low quality zero-size</source>
<translation>unmatched low-quality zero-size 未匹配 低质量</translation></message>
<message><source>unmatched, anchor taken</source>
<translation>未匹配，锚框被占</translation></message>
<message><source>up to</source>
<translation>至多</translation></message>
<message><source>v compares the angles of the diagonals; its weight α is no variable of the gradient.</source>
<translation>v 比较对角线的角度；其权重 α 不参与梯度。</translation></message>
<message><source>version licence</source>
<translation>version licence 版本 许可证</translation></message>
<message><source>w</source>
<translation>w</translation></message>
<message><source>w × h, px</source>
<translation>宽 × 高, px</translation></message>
<message><source>w, px</source>
<translation>w, px</translation></message>
<message><source>w_k is the class's own factor, of loss.class_factors.</source>
<translation>w_k 是该类别自己的系数，来自 loss.class_factors。</translation></message>
<message><source>wanted a raw-output dump (a folder with meta.json, or a .zip of it, or a folder of such), COCO results (.json), text of class score x1 y1 x2 y2 or MOT Challenge's det.txt (.txt), an ONNX model, arrays (.npz), an export as .parquet, or a .pkl of decoded boxes</source>
<translation>应为原始输出转储（含 meta.json 的文件夹、其 .zip，或此类文件夹的文件夹）、COCO 结果（.json）、class score x1 y1 x2 y2 文本或 MOT Challenge 的 det.txt（.txt）、ONNX 模型、数组（.npz）、.parquet 导出，或解码框的 .pkl</translation></message>
<message><source>wanted annotations ({titles}) or pictures</source>
<translation>应为标注（{titles}）或图片</translation></message>
<message><source>wanted shorter side, px</source>
<translation>期望的短边，px</translation></message>
<message><source>wanted {kinds}</source>
<translation>应为 {kinds}</translation></message>
<message><source>wanted: t* of deviation 1</source>
<translation>期望：t* 标准差为 1</translation></message>
<message><source>warnings</source>
<translation>警告</translation></message>
<message><source>was taken by one, but is not among those that stay after contests: {ranked_by} {value}</source>
<translation>被一个取走，但争用后未留下：{ranked_by} {value}</translation></message>
<message><source>weights</source>
<translation>weights</translation></message>
<message><source>weights make each deviation of t* 1; means and stds, with weights of 1, its mean 0 too</source>
<translation>weights 使 t* 的每个标准差为 1；means 和 stds（weights 为 1 时）还使均值为 0</translation></message>
<message><source>weights wanted</source>
<translation>期望的 weights</translation></message>
<message><source>what A is compared with: another recipe, another checkpoint or other raw outputs</source>
<translation>A 与什么比较：另一配方、另一检查点或其他原始输出</translation></message>
<message><source>what NMS and the final top-k compare</source>
<translation>NMS 和最后的 top-k 比较什么</translation></message>
<message><source>what became of its box</source>
<translation>其框的去向</translation></message>
<message><source>what became of its box in {title}</source>
<translation>其框在 {title} 中的去向</translation></message>
<message><source>what became of the answer of its likeliest class</source>
<translation>其最可能类别的回答的去向</translation></message>
<message><source>what became of the box</source>
<translation>框的去向</translation></message>
<message><source>what becomes of it in {title}</source>
<translation>在 {title} 中的去向</translation></message>
<message><source>what distances are counted in</source>
<translation>距离的单位</translation></message>
<message><source>what is lost is not compared: there are no predictions now</source>
<translation>不比较丢失的：现在没有预测</translation></message>
<message><source>what is odd, in the order of the dataset</source>
<translation>异常之处，按数据集顺序</translation></message>
<message><source>what is wrong with a detection</source>
<translation>检测错在何处</translation></message>
<message><source>what it adds to the total loss</source>
<translation>对总损失的贡献</translation></message>
<message><source>what it is found as under the recipe that is worse for it</source>
<translation>在对其较差的配方下的情况</translation></message>
<message><source>what its annotation says besides: area, truncated, occluded, pose, ...</source>
<translation>其标注的其他内容：area、truncated、occluded、pose、...</translation></message>
<message><source>what of it lies in the network's input</source>
<translation>位于网络输入中的部分</translation></message>
<message><source>what pre_nms counts over; points: so many points by their best class, then so many of their pairs</source>
<translation>pre_nms 按什么计；points：先按最佳类别取这么多点，再取它们这么多对</translation></message>
<message><source>what stands out</source>
<translation>突出之处</translation></message>
<message><source>what suppressed it</source>
<translation>什么抑制了它</translation></message>
<message><source>what the first top-k compares</source>
<translation>首个 top-k 比较什么</translation></message>
<message><source>what the loader and the assigner do with ground truths of each kind</source>
<translation>加载器和分配器如何处理各类真值框</translation></message>
<message><source>what the trainer's loss took</source>
<translation>训练器的损失所取的</translation></message>
<message><source>what was dropped names no file or folder</source>
<translation>拖入的不是文件或文件夹</translation></message>
<message><source>what-if</source>
<translation>假设</translation></message>
<message><source>what-if, not the data: changed {names}</source>
<translation>假设，非数据：改变了 {names}</translation></message>
<message><source>where epsilon enters, and when CIoU's aspect counts: as MMDetection, or torchvision and detectron2</source>
<translation>epsilon 加在何处，CIoU 的宽高比何时计入：如 MMDetection，或 torchvision 与 detectron2</translation></message>
<message><source>where in its cell the centre lies, behind a sigmoid (YOLO)</source>
<translation>中心在单元格中的位置，经 sigmoid (YOLO)</translation></message>
<message><source>where the picture stands in the padded input</source>
<translation>图片在补齐输入中的位置</translation></message>
<message><source>where they end</source>
<translation>止于何处</translation></message>
<message><source>whether it enters the loss</source>
<translation>是否计入损失</translation></message>
<message><source>which it overlaps most (IoU {iou:.4f})</source>
<translation>它与之重叠最多（IoU {iou:.4f}）</translation></message>
<message><source>while training ground truths join the proposals: last, matched by IoU as any; or first, each its own match</source>
<translation>训练时真值框加入提议框：在末尾，照常按 IoU 匹配；或在开头，各与自身匹配</translation></message>
<message><source>whose box suppressed its own, at which IoU of NMS; or for whom its best box is kept</source>
<translation>谁的框以多大的 NMS IoU 抑制了它的框；或其最佳框为谁保留</translation></message>
<message><source>why</source>
<translation>原因</translation></message>
<message><source>why explain label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate</source>
<translation>why explain 为何 解释 label cause iou t* target delta encode decode residual smooth l1 beta lambda loss what-if fate</translation></message>
<message><source>why it bears its label</source>
<translation>为何有此标签</translation></message>
<message><source>why it is no ground truth</source>
<translation>为何不是真值框</translation></message>
<message><source>why the label changed; the sheet gives the cause in A and in B</source>
<translation>标签为何改变；表中给出 A 和 B 中的原因</translation></message>
<message><source>width</source>
<translation>宽度</translation></message>
<message><source>width and height are cut to the input</source>
<translation>宽和高截到输入</translation></message>
<message><source>width and height of the input, padding included, network px</source>
<translation>输入的宽和高，含补齐，网络 px</translation></message>
<message><source>width over height, a list per level or one for all</source>
<translation>宽除以高，每层级一个列表或共用一个</translation></message>
<message><source>width over height, each also turned, a list per level or one for all</source>
<translation>宽除以高，各含其倒数，每层级一个列表或共用一个</translation></message>
<message><source>width, network px</source>
<translation>宽，网络 px</translation></message>
<message><source>widths and heights in px around the first cell's centre (YOLO)</source>
<translation>绕第一个单元格中心的宽和高，px (YOLO)</translation></message>
<message><source>widths are x2 - x1 + 1</source>
<translation>宽为 x2 - x1 + 1</translation></message>
<message><source>with GT {t}</source>
<translation>与真值框 {t}</translation></message>
<message><source>with all that is chosen there, as from a place of the audit to its list</source>
<translation>保留那里的全部选择，如从审计的一处回到其列表</translation></message>
<message><source>with at most this many boxes classes are kept apart by shifting them in float32 instead of one by one</source>
<translation>框不超过此数时，以 float32 平移区分类别，而非逐个处理</translation></message>
<message><source>with at most this many boxes groups are kept apart by shifting them in float32 instead of one by one</source>
<translation>框不超过此数时，以 float32 平移区分各组，而非逐个处理</translation></message>
<message><source>with classes counted from 0</source>
<translation>类别从 0 数起</translation></message>
<message><source>with that ground truth</source>
<translation>与该真值框</translation></message>
<message><source>without classes</source>
<translation>没有类别</translation></message>
<message><source>without the low-quality rule it would have no positive anchor</source>
<translation>若无低质量规则它没有正锚框</translation></message>
<message><source>won by another</source>
<translation>被另一个赢得</translation></message>
<message><source>words terms definitions low-quality low quality fate funnel recall help documentation</source>
<translation>words terms definitions 词 术语 low-quality fate funnel recall 帮助 文档</translation></message>
<message><source>write tables, a summary and a page for a browser, as audit --output does</source>
<translation>写出表格、摘要和浏览器页面，同 audit --output</translation></message>
<message><source>write the boxes with findings for a tool of annotation: COCO, FiftyOne</source>
<translation>为标注工具写出有发现的框：COCO、FiftyOne</translation></message>
<message><source>writing the report</source>
<translation>正在写报告</translation></message>
<message><source>wrong class</source>
<translation>类别错误</translation></message>
<message><source>wrong class, badly placed</source>
<translation>类别错误，位置不准</translation></message>
<message><source>x</source>
<translation>x</translation></message>
<message><source>x and y are the centre's; ground truth and predicted box in network px, t without a unit</source>
<translation>x 和 y 为中心的；真值框和预测框为网络 px，t 无单位</translation></message>
<message><source>x1</source>
<translation>x1</translation></message>
<message><source>x1 + w / 2, or (x1 + x2) / 2</source>
<translation>x1 + w / 2，或 (x1 + x2) / 2</translation></message>
<message><source>x2</source>
<translation>x2</translation></message>
<message><source>x_0 and y_0 are the corner of the point's cell, of stride s; sides count in strides too.</source>
<translation>x_0 和 y_0 是步长为 s 的点单元格的角；边也以步长计。</translation></message>
<message><source>y</source>
<translation>y</translation></message>
<message><source>y1</source>
<translation>y1</translation></message>
<message><source>y2</source>
<translation>y2</translation></message>
<message><source>yes</source>
<translation>是</translation></message>
<message><source>yolo: coordinates weigh 2 - w h of the ground truth, relative (darknet)</source>
<translation>yolo：坐标权重为 2 - w h，真值框的相对值 (darknet)</translation></message>
<message><source>yolo: factor of t_w and t_h, beside box_weight</source>
<translation>yolo：t_w 和 t_h 的系数，另有 box_weight</translation></message>
<message><source>yolo: factor of the class entropies, beside objectness_weight</source>
<translation>yolo：类别熵的系数，另有 objectness_weight</translation></message>
<message><source>yolo: smallest confidence, before everything else</source>
<translation>yolo：最小置信度，先于其他一切</translation></message>
<message><source>yolo: what a positive's right class is trained towards: 1, or its soft target</source>
<translation>yolo：正样本正确类别的训练目标：1，或其软目标</translation></message>
<message><source>yolo: what min_score and the first top-k compare: the class's probability, or its product with the confidence, which then has to be above min_confidence too; the last: of one class the confidence alone</source>
<translation>yolo：min_score 和首个 top-k 比较什么：类别概率，或其与置信度之积（此时置信度也须高于 min_confidence）；最后一种：单类时仅置信度</translation></message>
<message><source>z is object minus background: this is the softmax of both.</source>
<translation>z 是目标减背景：即二者的 softmax。</translation></message>
<message><source>zero-size box</source>
<translation>零尺寸框</translation></message>
<message><source>zero-size boxes: without width or height, or that end before they start</source>
<translation>零尺寸框：没有宽或高、或终点在起点之前</translation></message>
<message><source>zoom actual size pixels original</source>
<translation>zoom actual size pixels original 缩放 实际大小</translation></message>
<message><source>zoom whole picture</source>
<translation>zoom whole picture 缩放 整张图片</translation></message>
<message><source>{0} raw outputs, and this picture has none. Open some with Ctrl+P.</source>
<translation>{0}原始输出，而此图片没有。用 Ctrl+P 打开。</translation></message>
<message><source>{anchor:,}: IoU {iou}, p {score}</source>
<translation>{anchor:,}：IoU {iou}，p {score}</translation></message>
<message><source>{anchor:,}: IoU {iou}, {head} {cost}</source>
<translation>{anchor:,}：IoU {iou}，{head} {cost}</translation></message>
<message><source>{anchor}: rank {rank}, {parts}</source>
<translation>{anchor}：名次 {rank}，{parts}</translation></message>
<message><source>{arrays}, guessed to be x1, y1, x2, y2, {kinds},</source>
<translation>{arrays}，推测为 x1、y1、x2、y2，{kinds}，</translation></message>
<message><source>{array} is not read, wanted logits and deltas of one name, as roi_logits and roi_deltas</source>
<translation>{array} 未读取，需要同名的 logits 和 deltas，如 roi_logits 和 roi_deltas</translation></message>
<message><source>{a} in A, {b} in B</source>
<translation>A 中 {a}，B 中 {b}</translation></message>
<message><source>{a} of {b}</source>
<translation>{a} / {b}</translation></message>
<message><source>{a} to {b}: {count}</source>
<translation>{a} 至 {b}：{count}</translation></message>
<message><source>{a} → {b}</source>
<translation>{a} → {b}</translation></message>
<message><source>{before} → {after}</source>
<translation>{before} → {after}</translation></message>
<message><source>{both}: a dataset or pictures, or the folder of both</source>
<translation>{both}：数据集或图像，或两者所在的文件夹</translation></message>
<message><source>{boxes} boxes in {images} pictures</source>
<translation>{images} 张图片中 {boxes} 个框</translation></message>
<message><source>{boxes} of {images}</source>
<translation>{boxes} / {images}</translation></message>
<message><source>{boxes}, in {images}</source>
<translation>{boxes}，在 {images}中</translation></message>
<message><source>{box}: found, then {end}, score {before} to {after}</source>
<translation>{box}：找到，后为 {end}，分数 {before} 至 {after}</translation></message>
<message><source>{box}: {before} to {after}, best IoU {iou} to {then}</source>
<translation>{box}：{before} 至 {after}，最佳 IoU {iou} 至 {then}</translation></message>
<message><source>{changed} of {judged} ground truths end elsewhere in B.</source>
<translation>{judged} 个真值框中有 {changed} 个在 B 中止于别处。</translation></message>
<message><source>{changed} of {judged} ground truths end elsewhere: {before} are found by {one}, {after} by {other}.</source>
<translation>{judged} 个真值框中 {changed} 个终点不同：{before} 个由 {one} 找到，{after} 个由 {other} 找到。</translation></message>
<message><source>{change} points</source>
<translation>{change} 个百分点</translation></message>
<message><source>{command}: {reason}</source>
<translation>{command}: {reason}</translation></message>
<message><source>{count} anchors are positive and overlap no ground truth.</source>
<translation>{count} 个锚框为正但不与真值框重叠。</translation></message>
<message><source>{count} of {all} anchors in both grids change label or ground truth.</source>
<translation>两个网格共有的 {all} 个锚框中 {count} 个改变标签或真值框。</translation></message>
<message><source>{count} of {used} share every candidate with others.</source>
<translation>{used} 个中 {count} 个的每个候选都与别的共有。</translation></message>
<message><source>{count} of {used} with fewer candidates than the rule may take.</source>
<translation>{used} 个中 {count} 个的候选少于规则允许。</translation></message>
<message><source>{count} of {used} with one or two positive anchors.</source>
<translation>{used} 个中 {count} 个有一两个正锚框。</translation></message>
<message><source>{count} zero-size boxes: no width or no height.</source>
<translation>{count} 个零尺寸框：没有宽或高。</translation></message>
<message><source>{count}, and the low-quality rule adds {low_quality:,}</source>
<translation>{count}，低质量规则另加 {low_quality:,}</translation></message>
<message><source>{differing} of {compared} anchors in both grids change label or ground truth; {only_a} stand only in {a}, {only_b} only in {b}.</source>
<translation>两个网格共有的 {compared} 个锚框中 {differing} 个改变标签或真值框；{only_a} 个只在 {a}，{only_b} 个只在 {b}。</translation></message>
<message><source>{done} of {all}</source>
<translation>{done} / {all}</translation></message>
<message><source>{done} of {n}</source>
<translation>{done} / {n}</translation></message>
<message numerus="yes"><source>{done} of {n} images</source>
<translation><numerusform>{done} / {n} 张图片</numerusform></translation></message>
<message><source>{done} of {total} images</source>
<translation>{done} / {total} 张图片</translation></message>
<message><source>{done} of {total} images · {pace} images/s · {left} s left</source>
<translation>{done} / {total} 张图片 · {pace} 张/s · 剩余 {left} s</translation></message>
<message><source>{drawn} of {total}</source>
<translation>{drawn} / {total}</translation></message>
<message><source>{example} (and {n:,} more)</source>
<translation>{example}（另有 {n:,} 个）</translation></message>
<message><source>{factor} times the input's sides</source>
<translation>输入边长的 {factor} 倍</translation></message>
<message><source>{finding}, IoU {iou:.4f}. Changed: {names}. Nothing of this is saved or exported.</source>
<translation>{finding}，IoU {iou:.4f}。改变：{names}。这些都不保存或导出。</translation></message>
<message><source>{finding}. Changed: {names}. Nothing of this is saved or exported.</source>
<translation>{finding}。改变：{names}。这些都不保存或导出。</translation></message>
<message><source>{first} overlaps no anchor: its best IoU is 0, every anchor ties for it, and the low-quality rule makes {which} positive</source>
<translation>{first} 不与任何锚框重叠：其最佳 IoU 为 0，所有锚框并列，低质量规则使{which}为正</translation></message>
<message><source>{fit:.4f} (GT {gt})</source>
<translation>{fit:.4f} (真值框 {gt})</translation></message>
<message><source>{formats}, and folders of pictures</source>
<translation>{formats}，以及图片文件夹</translation></message>
<message><source>{found}, and {least} is wanted</source>
<translation>{found}，需要 {least}</translation></message>
<message><source>{found}, wanted {wanted} for this recipe{more}</source>
<translation>{found}，此配方需要 {wanted}{more}</translation></message>
<message><source>{found}; as the recipe says the arrays do not fit at all</source>
<translation>{found}；按配方所述数组完全不符</translation></message>
<message><source>{found}; as the recipe says {recall}, {mean}, {apart}</source>
<translation>{found}；如配方所述为 {recall}、{mean}、{apart}</translation></message>
<message><source>{found}; more pictures tell more</source>
<translation>{found}；图像越多越清楚</translation></message>
<message><source>{found}; with the {positives} positive anchors of the {pictures} pictures looked at, anything below {chance} may be chance</source>
<translation>{found}；在所看 {pictures} 张图像的 {positives} 个正锚框下，低于 {chance} 的可能是偶然</translation></message>
<message><source>{gone} of {all} boxes lost in augmentation</source>
<translation>{all} 个框中有 {gone} 个在增强中丢失</translation></message>
<message><source>{gt} ({gt_too})</source>
<translation>{gt}（{gt_too}）</translation></message>
<message><source>{gt} has fewer candidates than the {topk} it may take</source>
<translation>{gt} 的候选少于它可取的 {topk} 个</translation></message>
<message><source>{gt} has no candidate: no {place} {near_it}</source>
<translation>{gt} 没有候选：没有{place}{near_it}</translation></message>
<message><source>{gt} has no positive anchor of its own: its best one belongs to another</source>
<translation>{gt} 没有自己的正锚框：最好的属于另一个</translation></message>
<message><source>{gt} has no positive anchor: its shape is in no layer</source>
<translation>{gt} 没有正锚框：任何层都没有其形状</translation></message>
<message><source>{gt} has no positive anchor: no anchor has such sides</source>
<translation>{gt} 没有正锚框：没有这样边长的锚框</translation></message>
<message><source>{gt} has no positive anchor: no candidate inside reaches its threshold</source>
<translation>{gt} 没有正锚框：内部没有候选达到其阈值</translation></message>
<message><source>{gt} has no positive: it took none, or lost all</source>
<translation>{gt} 没有正样本：没有取到，或全部失去</translation></message>
<message><source>{gt} is not among the trainer's recorded: it takes no part</source>
<translation>{gt} 不在训练器所记录的之中：不参与</translation></message>
<message><source>{gt} is of {kind}, but stage {stage} has outputs for classes 0 to {last}: no losses</source>
<translation>{gt} 属于{kind}，但阶段 {stage} 的输出为类别 0 到 {last}：没有损失</translation></message>
<message><source>{gt} is unmatched: its best anchors belong to ground truth {owner}</source>
<translation>{gt} 未匹配：其最好的锚框属于真值框 {owner}</translation></message>
<message><source>{gt} is unmatched: no anchor overlaps it enough</source>
<translation>{gt} 未匹配：没有锚框与它重叠足够</translation></message>
<message><source>{gt} overlaps no anchor: {effect}</source>
<translation>{gt} 不与任何锚框重叠：{effect}</translation></message>
<message><source>{gt} overlaps none of its candidates</source>
<translation>{gt} 不与其任何候选重叠</translation></message>
<message><source>{gt} takes no part in the assignment: such regions are left out</source>
<translation>{gt} 不参与分配：这类区域被略去</translation></message>
<message><source>{gt} takes no part in the assignment: such regions make the anchors in them ignored</source>
<translation>{gt} 不参与分配：这类区域内的锚框被忽略</translation></message>
<message><source>{gt} {what}</source>
<translation>{gt} {what}</translation></message>
<message><source>{gt} {why}; {then}</source>
<translation>{gt} {why}；{then}</translation></message>
<message><source>{guess} in fractions of the stored picture: a layout says what they are</source>
<translation>{guess} 单位为存储图片的比例：布局可说明其含义</translation></message>
<message><source>{guess} in px of the stored picture: a layout says what they are</source>
<translation>{guess} 单位为存储图片的 px：布局可说明其含义</translation></message>
<message><source>{images} pictures</source>
<translation>{images} 张图片</translation></message>
<message><source>{images} · {seconds} s</source>
<translation>{images} · {seconds} s</translation></message>
<message><source>{image}: {words}</source>
<translation>{image}：{words}</translation></message>
<message numerus="yes"><source>{kept} of {n} boxes kept</source>
<translation><numerusform>{n} 个框中保留 {kept} 个</numerusform></translation></message>
<message><source>{keys} taken from {names}.</source>
<translation>{keys} 取自 {names}。</translation></message>
<message><source>{key} belongs to {names}. Setting it here takes it away there.</source>
<translation>{key} 属于 {names}。在此设置会从那里移除。</translation></message>
<message><source>{key} is free.</source>
<translation>{key} 空闲。</translation></message>
<message><source>{key} {meaning}; no command can have it.</source>
<translation>{key} {meaning}；命令不能使用。</translation></message>
<message><source>{kind}: {now}, was {before}</source>
<translation>{kind}：{now}，原为 {before}</translation></message>
<message><source>{label} {bounds}: {count} of {total}</source>
<translation>{label} {bounds}：{count} / {total}</translation></message>
<message><source>{left:,} = {join} + &lt;b&gt;{kept:,} kept&lt;/b&gt;</source>
<translation>{left:,} = {join} + &lt;b&gt;保留 {kept:,}&lt;/b&gt;</translation></message>
<message><source>{left:,} anchors have a decoded box, {lost:,} have none</source>
<translation>{left:,} 个锚框有解码框，{lost:,} 个没有</translation></message>
<message><source>{left:,} left, {lost:,} lost here</source>
<translation>剩 {left:,}，此处丢失 {lost:,}</translation></message>
<message><source>{length} network px ({across} × {down})</source>
<translation>{length} 网络 px（{across} × {down}）</translation></message>
<message><source>{length} network px ({across} × {down})  ·  {own} original px ({own_across} × {own_down})</source>
<translation>{length} 网络 px（{across} × {down}）  ·  {own} 原始 px（{own_across} × {own_down}）</translation></message>
<message><source>{level} are cut by the first {pre} {group}, {final} by the last {post}, {small} are too small.</source>
<translation>{group}前 {pre} 个截去 {level} 个，最后 {post} 个截去 {final} 个，{small} 个太小。</translation></message>
<message><source>{level} cell ({x}, {y}) · stride {stride:g}</source>
<translation>{level} 单元格 ({x}, {y}) · 步长 {stride:g}</translation></message>
<message><source>{level} cell ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}</source>
<translation>{level} 单元格 ({x}, {y}) · {size:.4g}, h/w {ratio:.4g}</translation></message>
<message><source>{line}</source>
<translation>{line}</translation></message>
<message><source>{loss} loss</source>
<translation>{loss}损失</translation></message>
<message><source>{lost} of {judged} ground truths are lost, all of them {how}.</source>
<translation>{judged} 个真值框中丢失 {lost} 个，全部{how}。</translation></message>
<message><source>{lost} of {judged} ground truths are lost, {part} of them {how}.</source>
<translation>{judged} 个真值框中丢失 {lost} 个，其中 {part} 个{how}。</translation></message>
<message><source>{low} to {high}</source>
<translation>{low} 至 {high}</translation></message>
<message><source>{named}: one file of raw outputs at a time, or the folder that holds them</source>
<translation>{named}：一次一个原始输出文件，或其所在文件夹</translation></message>
<message><source>{names}, no longer what this anchor answers to</source>
<translation>{names}，不再是此锚框所回答的</translation></message>
<message><source>{name} by {share}</source>
<translation>{name}：{share}</translation></message>
<message><source>{name} can be opened in {choices} ways. Which one?</source>
<translation>{name} 有 {choices} 种打开方式。用哪种？</translation></message>
<message><source>{name} changed</source>
<translation>{name} 已改变</translation></message>
<message><source>{name} is gone</source>
<translation>{name} 已不在</translation></message>
<message><source>{name} is shown under your recipe {own}; the demo's model is listed under Predictions.</source>
<translation>{name} 以您的配方 {own} 显示；演示模型列在“预测”下。</translation></message>
<message><source>{name} is there already, so nothing was exported; choose its whole name to replace it</source>
<translation>{name} 已存在，因此未导出；要替换请选其全名</translation></message>
<message><source>{name} is {value}</source>
<translation>{name} 为 {value}</translation></message>
<message><source>{name} layer</source>
<translation>{name} 图层</translation></message>
<message><source>{name} waits for a dataset or pictures: open or drop them.</source>
<translation>{name} 等待数据集或图片：请打开或拖入。</translation></message>
<message><source>{name} workspace</source>
<translation>{name} 工作区</translation></message>
<message><source>{name}, as shipped</source>
<translation>{name}，出厂</translation></message>
<message><source>{name}, costs more</source>
<translation>{name}，代价更高</translation></message>
<message><source>{name}, network input {size} px</source>
<translation>{name}，网络输入 {size} px</translation></message>
<message numerus="yes"><source>{name}, one of {n} pictures; its ground truths are still being read</source>
<translation><numerusform>{name}，{n} 张图片之一；其真值框仍在读取</numerusform></translation></message>
<message><source>{name}, reached</source>
<translation>{name}，达到</translation></message>
<message><source>{name}, {end}: {count} of {boxes} ({share})</source>
<translation>{name}，{end}：{count} / {boxes}（{share}）</translation></message>
<message numerus="yes"><source>{name}, {n} candidates</source>
<translation><numerusform>{name}，{n} 个候选</numerusform></translation></message>
<message><source>{name}, {words}</source>
<translation>{name}, {words}</translation></message>
<message><source>{name}: no loss: the outputs have no column for a class of the ground truths</source>
<translation>{name}：没有损失：输出没有真值框某类别的列</translation></message>
<message><source>{name}: the picture was not found, and no size is annotated</source>
<translation>{name}：未找到图片，也没有标注尺寸</translation></message>
<message><source>{name}: what a click selects and the layers show, {what} (H)</source>
<translation>{name}：点击所选与图层所示，{what} (H)</translation></message>
<message><source>{name}: {found} of {total} pictures found.</source>
<translation>{name}：{total} 张图片中找到 {found} 张。</translation></message>
<message><source>{name}: {lost} of {boxes} lost</source>
<translation>{name}：{boxes} 中丢失 {lost}</translation></message>
<message><source>{name}: {what}, {how}.</source>
<translation>{name}: {what}, {how}.</translation></message>
<message><source>{near}, under its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation.</source>
<translation>{near}，低于其阈值 {threshold:.4f}：候选 IoU 的均值加标准差。</translation></message>
<message><source>{near}, which reaches its threshold {threshold:.4f}: the mean of its candidates' IoU plus their deviation; and its centre lies inside.{rivals}</source>
<translation>{near}，达到其阈值 {threshold:.4f}：候选 IoU 的均值加标准差；且中心在内。{rivals}</translation></message>
<message><source>{near}, which reaches the threshold {threshold:.4f}; but its centre is not inside that ground truth by more than {inside:g} px.</source>
<translation>{near}，达到阈值 {threshold:.4f}；但其中心在该真值框内不超过 {inside:g} px。</translation></message>
<message><source>{near}; but a single candidate has no deviation, so nothing reaches the threshold.</source>
<translation>{near}；但单个候选没有标准差，因此没有达到阈值的。</translation></message>
<message><source>{none} of its {all} positive anchors overlap no ground truth</source>
<translation>其 {all} 个正锚框中有 {none} 个不与任何真值框重叠</translation></message>
<message><source>{numbers}</source>
<translation>{numbers}</translation></message>
<message><source>{number} {name} of {picture}</source>
<translation>{picture} 的 {number} {name}</translation></message>
<message><source>{n} GT</source>
<translation>{n} 真值框</translation></message>
<message numerus="yes"><source>{n} anchors</source>
<translation><numerusform>{n} 个锚框</numerusform></translation></message>
<message><source>{n} anchors left out: no decoded box belongs to them</source>
<translation>略去 {n} 个锚框：没有解码框属于它们</translation></message>
<message numerus="yes"><source>{n} anchors under the cursor</source>
<translation><numerusform>光标下 {n} 个锚框</numerusform></translation></message>
<message numerus="yes"><source>{n} anchors, every one decoded</source>
<translation><numerusform>{n} 个锚框，均已解码</numerusform></translation></message>
<message numerus="yes"><source>{n} annotations without a picture are left out.</source>
<translation><numerusform>略去 {n} 个没有图片的标注。</numerusform></translation></message>
<message><source>{n} are suppressed, {another} of them by a box of another ground truth.</source>
<translation>{n} 个被抑制，其中 {another} 个由另一真值框的框所致。</translation></message>
<message><source>{n} background</source>
<translation>{n} 背景</translation></message>
<message numerus="yes"><source>{n} boxes</source>
<translation><numerusform>{n} 个框</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes are of a class the dataset does not have.</source>
<translation><numerusform>{n} 个框的类别在数据集中没有。</numerusform></translation></message>
<message><source>{n} boxes left out: the dataset has no class {name}</source>
<translation>略去 {n} 个框：数据集没有类别 {name}</translation></message>
<message numerus="yes"><source>{n} boxes with findings</source>
<translation><numerusform>{n} 个有发现的框</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; each has a threshold of its own</source>
<translation><numerusform>{n} 个框；各有自己的阈值</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; points have no IoU with them</source>
<translation><numerusform>{n} 个框；点与之没有 IoU</numerusform></translation></message>
<message numerus="yes"><source>{n} boxes; this rule compares no IoU</source>
<translation><numerusform>{n} 个框；此规则不比较 IoU</numerusform></translation></message>
<message><source>{n} clusters of width and height, the smallest at the finest level</source>
<translation>{n} 个宽高聚类，最小的在最细层级</translation></message>
<message numerus="yes"><source>{n} fields changed from {base}</source>
<translation><numerusform>与 {base} 相比改变 {n} 个字段</numerusform></translation></message>
<message><source>{n} foreground</source>
<translation>{n} 前景</translation></message>
<message numerus="yes"><source>{n} foreground proposals</source>
<translation><numerusform>{n} 个前景提议框</numerusform></translation></message>
<message numerus="yes"><source>{n} ground truths</source>
<translation><numerusform>{n} 个真值框</numerusform></translation></message>
<message><source>{n} h ago</source>
<translation>{n} 小时前</translation></message>
<message numerus="yes"><source>{n} ignored</source>
<translation><numerusform>{n} 忽略</numerusform></translation></message>
<message numerus="yes"><source>{n} images</source>
<translation><numerusform>{n} 张图片</numerusform></translation></message>
<message><source>{n} images cannot be used, such as {why}</source>
<translation>{n} 张图片不可用，如 {why}</translation></message>
<message numerus="yes"><source>{n} images have another size than annotated: anchors follow the annotated size, outputs the file's.</source>
<translation><numerusform>{n} 张图片的尺寸与标注不同：锚框按标注，输出按文件。</numerusform></translation></message>
<message numerus="yes"><source>{n} images have no box in the file, and count as images without detections.</source>
<translation><numerusform>{n} 张图片在文件中没有框，按没有检测计。</numerusform></translation></message>
<message numerus="yes"><source>{n} images have no outputs and are in no number here.</source>
<translation><numerusform>{n} 张图片没有输出，不计入此处任何数。</numerusform></translation></message>
<message><source>{n} images have no predictions</source>
<translation>{n} 张图片没有预测</translation></message>
<message numerus="yes"><source>{n} images have outputs that cannot be used.</source>
<translation><numerusform>{n} 张图片的输出无法使用。</numerusform></translation></message>
<message numerus="yes"><source>{n} images left out, the first: {why}.</source>
<translation><numerusform>略去 {n} 张图片，第一张：{why}。</numerusform></translation></message>
<message numerus="yes"><source>{n} images were recorded with other ground truths than the annotated ones; theirs are not judged.</source>
<translation><numerusform>{n} 张图片以不同于标注的真值框记录；其真值框不予判定。</numerusform></translation></message>
<message numerus="yes"><source>{n} images, as {name}: {why}.</source>
<translation><numerusform>{n} 张图片，如 {name}：{why}。</numerusform></translation></message>
<message numerus="yes"><source>{n} images, {some} predicted</source>
<translation><numerusform>{n} 张图片，{some} 张有预测</numerusform></translation></message>
<message numerus="yes"><source>{n} lost</source>
<translation><numerusform>丢失 {n}</numerusform></translation></message>
<message><source>{n} low</source>
<translation>{n} 低</translation></message>
<message><source>{n} low-quality</source>
<translation>{n} 低质量</translation></message>
<message numerus="yes"><source>{n} matches</source>
<translation><numerusform>{n} 项匹配</numerusform></translation></message>
<message><source>{n} min ago</source>
<translation>{n} 分钟前</translation></message>
<message><source>{n} missed: {ends}.</source>
<translation>漏检 {n}：{ends}。</translation></message>
<message numerus="yes"><source>{n} more</source>
<translation><numerusform>还有 {n} 项</numerusform></translation></message>
<message numerus="yes"><source>{n} negative</source>
<translation><numerusform>{n} 负</numerusform></translation></message>
<message numerus="yes"><source>{n} negatives</source>
<translation><numerusform>{n} 个负样本</numerusform></translation></message>
<message numerus="yes"><source>{n} new positives</source>
<translation><numerusform>{n} 个新正样本</numerusform></translation></message>
<message><source>{n} of {all}</source>
<translation>{n} / {all}</translation></message>
<message numerus="yes"><source>{n} of {all} ground truths have another state in B.</source>
<translation><numerusform>{all} 个真值框中有 {n} 个在 B 中状态不同。</numerusform></translation></message>
<message numerus="yes"><source>{n} of {judged} ground truths judged have no positive at any of {steps} steps.</source>
<translation><numerusform>所评 {judged} 个真值框中 {n} 个在 {steps} 步中都没有正样本。</numerusform></translation></message>
<message numerus="yes"><source>{n} of {total} pictures bear names that several files have; none is taken.</source>
<translation><numerusform>{total} 张图片中 {n} 张的名称有多个文件；均未取用。</numerusform></translation></message>
<message numerus="yes"><source>{n} of {total} pictures were not found</source>
<translation><numerusform>{total} 张图片中 {n} 张未找到</numerusform></translation></message>
<message><source>{n} of {used} boxes ({share}) have as many candidates as the rule may take</source>
<translation>{used} 个框中 {n} 个（{share}）的候选数达到规则允许</translation></message>
<message numerus="yes"><source>{n} of {used} ground truths have no positive anchor. G goes through all and says why.</source>
<translation><numerusform>{used} 个真值框中 {n} 个没有正锚框。G 逐个查看并说明原因。</numerusform></translation></message>
<message numerus="yes"><source>{n} others</source>
<translation><numerusform>另 {n} 个</numerusform></translation></message>
<message numerus="yes"><source>{n} overlap no anchor</source>
<translation><numerusform>{n} 个不与锚框重叠</numerusform></translation></message>
<message numerus="yes"><source>{n} pairs of a proposal and a class</source>
<translation><numerusform>{n} 对提议框与类别</numerusform></translation></message>
<message><source>{n} pictures or more in one</source>
<translation>{n} 张或更多图片合成的一张</translation></message>
<message numerus="yes"><source>{n} points</source>
<translation><numerusform>{n} 个点</numerusform></translation></message>
<message numerus="yes"><source>{n} points under the cursor</source>
<translation><numerusform>光标下 {n} 个点</numerusform></translation></message>
<message numerus="yes"><source>{n} positive</source>
<translation><numerusform>{n} 正</numerusform></translation></message>
<message numerus="yes"><source>{n} positive anchors</source>
<translation><numerusform>{n} 个正锚框</numerusform></translation></message>
<message numerus="yes"><source>{n} positive points</source>
<translation><numerusform>{n} 个正点</numerusform></translation></message>
<message numerus="yes"><source>{n} positives</source>
<translation><numerusform>{n} 个正样本</numerusform></translation></message>
<message numerus="yes"><source>{n} proposals</source>
<translation><numerusform>{n} 个提议框</numerusform></translation></message>
<message><source>{n} proposals under the cursor</source>
<translation>光标下 {n} 个提议框</translation></message>
<message><source>{n} px</source>
<translation>{n} px</translation></message>
<message><source>{n} s ago</source>
<translation>{n} 秒前</translation></message>
<message><source>{n} steps/s</source>
<translation>{n} 步/s</translation></message>
<message><source>{n} times the size on the screen</source>
<translation>屏幕尺寸的 {n} 倍</translation></message>
<message><source>{n} undecided</source>
<translation>{n} 未定</translation></message>
<message numerus="yes"><source>{n} unmatched</source>
<translation><numerusform>{n} 未匹配</numerusform></translation></message>
<message><source>{n} zero-size</source>
<translation>{n} 零尺寸</translation></message>
<message><source>{n} {kind}</source>
<translation>{n} {kind}</translation></message>
<message numerus="yes"><source>{n} {label} anchors in {letter}</source>
<translation><numerusform>{letter} 中 {n} 个锚框（{label}）</numerusform></translation></message>
<message><source>{n}+</source>
<translation>{n}+</translation></message>
<message><source>{objectness:,.5g} and {box:,.5g}</source>
<translation>{objectness:,.5g} 与 {box:,.5g}</translation></message>
<message><source>{of}, {lost}.</source>
<translation>{of}，{lost}。</translation></message>
<message><source>{of}; which one takes it, if any, depends on a prediction that is not known.</source>
<translation>{of}；由谁取走取决于未知的预测。</translation></message>
<message><source>{one} stand in the first grid alone, {other} in the second.</source>
<translation>{one} 个只在第一个网格，{other} 个只在第二个。</translation></message>
<message><source>{one}; {other}</source>
<translation>{one}；{other}</translation></message>
<message><source>{others:,} stand in one grid only; positives {effect}; of those in both {flips:,} change label or ground truth</source>
<translation>{others:,} 个只在一个网格；正样本 {effect}；两者皆有的当中 {flips:,} 个改变标签或真值框</translation></message>
<message><source>{owner} claims it: no anchor overlaps that one more (IoU {highest:.4f}). It overlaps {best} at IoU {iou:.4f}, but in this library the claim wins.</source>
<translation>{owner} 声明它：没有锚框与之重叠更多（IoU {highest:.4f}）。它与 {best} 的 IoU 为 {iou:.4f}，但此库以声明为准。</translation></message>
<message><source>{own}, all of them shared with others</source>
<translation>{own}，全部与别的共有</translation></message>
<message><source>{own}, the best of IoU {best:.4f}; but no candidate's centre lies inside and is free for it.</source>
<translation>{own}，最佳 IoU {best:.4f}；但没有候选中心在内且可用。</translation></message>
<message><source>{own}, the best of IoU {best:.4f}; but {given}.</source>
<translation>{own}，最佳 IoU {best:.4f}；但{given}。</translation></message>
<message><source>{own}, {shared:,} of them shared with others</source>
<translation>{own}，其中 {shared:,} 个与别的共有</translation></message>
<message><source>{own}. It took none: none has a {ranked_by} above 0.</source>
<translation>{own}。一个未取：{ranked_by}都不大于 0。</translation></message>
<message><source>{own}. It took {taken:,}, {how_many}, {towards} a {ranked_by} of {cut}</source>
<translation>{own}。取了 {taken:,} 个，{how_many}，{ranked_by}{towards} {cut}</translation></message>
<message><source>{own}. Which of them it takes depends on a prediction that is not known.</source>
<translation>{own}。取哪些取决于未知的预测。</translation></message>
<message><source>{own}: fewer than the {topk} it may take</source>
<translation>{own}：少于可取的 {topk} 个</translation></message>
<message><source>{own}; {count:,} of them reach it with their centre inside and are its own. The best is {best:.4f}.</source>
<translation>{own}；其中 {count:,} 个中心在内且达到阈值，归它所有。最佳为 {best:.4f}。</translation></message>
<message><source>{part} ground truths have fewer candidates than the rule may take</source>
<translation>{part} 个真值框的候选少于规则允许</translation></message>
<message><source>{passing} anchors pass. </source>
<translation>{passing} 个锚框通过。 </translation></message>
<message numerus="yes"><source>{passing} of {n} anchors</source>
<translation><numerusform>{passing} / {n} 个锚框</numerusform></translation></message>
<message><source>{passing} of {total}</source>
<translation>{passing} / {total}</translation></message>
<message><source>{path}: could not be written: the format {suffix} is not known, wanted .png or .svg</source>
<translation>{path}：无法写入：未知格式 {suffix}，应为 .png 或 .svg</translation></message>
<message><source>{path}: holds Python objects (pickle), which are never loaded; wanted numbers</source>
<translation>{path}：含 Python 对象（pickle），从不加载；应为数字</translation></message>
<message><source>{path}: no longer there</source>
<translation>{path}：已不在</translation></message>
<message><source>{path}: not readable as .npz: {why}</source>
<translation>{path}：无法作为 .npz 读取：{why}</translation></message>
<message><source>{path}: not readable as TOML: {why}</source>
<translation>{path}：无法作为 TOML 读取：{why}</translation></message>
<message><source>{path}: {problem}</source>
<translation>{path}：{problem}</translation></message>
<message><source>{path}: {what}</source>
<translation>{path}: {what}</translation></message>
<message><source>{path}:{place}: {problem}</source>
<translation>{path}:{place}：{problem}</translation></message>
<message numerus="yes"><source>{place} of {n} anchors under the cursor, by IoU</source>
<translation><numerusform>光标下 {n} 个锚框之 {place}，按 IoU</numerusform></translation></message>
<message numerus="yes"><source>{place} of {n} points under the cursor</source>
<translation><numerusform>光标下 {n} 个点之 {place}</numerusform></translation></message>
<message><source>{place} · IoU {iou:.4f}</source>
<translation>{place} · IoU {iou:.4f}</translation></message>
<message><source>{place}: {old} to {new}</source>
<translation>{place}：{old} 改为 {new}</translation></message>
<message><source>{place}{scores} levels of objectness and {deltas} of deltas, wanted {wanted} for this recipe</source>
<translation>{place}目标性 {scores} 层、增量 {deltas} 层，此配方需要 {wanted}</translation></message>
<message><source>{problem} (column {start})</source>
<translation>{problem}（第 {start} 列）</translation></message>
<message><source>{problem}. Every anchor is shown.</source>
<translation>{problem}。显示所有锚框。</translation></message>
<message><source>{problem}. Every point is shown.</source>
<translation>{problem}。显示所有点。</translation></message>
<message><source>{reached} of {used} boxes ({share}) reach IoU {least} with an anchor</source>
<translation>{used} 个框中 {reached} 个（{share}）与锚框达到 IoU {least}</translation></message>
<message><source>{reach}, but that anchor lies in an ignored region and enters no loss.</source>
<translation>{reach}，但该锚框在忽略区域中，不计损失。</translation></message>
<message><source>{reach}, but that anchor {leaves} and enters no loss.</source>
<translation>{reach}，但该锚框{leaves}，不计损失。</translation></message>
<message><source>{reach}, is below {limit}: background.</source>
<translation>{reach}，低于 {limit}：背景。</translation></message>
<message><source>{reach}, is below {limit}: never drawn.</source>
<translation>{reach}，低于 {limit}：从不抽取。</translation></message>
<message><source>{reach}, is between {low} and {high}: ignored.</source>
<translation>{reach}，在 {low} 与 {high} 之间：忽略。</translation></message>
<message><source>{reach}, under the threshold {positive:.2f}, and this recipe has no low-quality rule.</source>
<translation>{reach}，低于阈值 {positive:.2f}，且此配方没有低质量规则。</translation></message>
<message><source>{reach}, under the {least:.2f} from which the low-quality rule helps.</source>
<translation>{reach}，低于低质量规则起作用的 {least:.2f}。</translation></message>
<message><source>{reach}, under {negative:.2f}, and here such an anchor is negative whatever it is best for.</source>
<translation>{reach}，低于 {negative:.2f}，此处这样的锚框不论对谁最佳都为负。</translation></message>
<message><source>{reach}, which is not enough for a positive anchor under this recipe.</source>
<translation>{reach}，在此配方下不足以有正锚框。</translation></message>
<message><source>{reach}. But that anchor is given to {other}, which claims it too.</source>
<translation>{reach}。但该锚框给了也声明它的 {other}。</translation></message>
<message><source>{reach}. But that anchor overlaps {other} {how_much} and is trained towards that one.</source>
<translation>{reach}。但该锚框与 {other} 重叠{how_much}以后者为训练目标。</translation></message>
<message><source>{reach}; {ties:,} anchors tie there</source>
<translation>{reach}；{ties:,} 个锚框并列</translation></message>
<message><source>{recipe}, {outputs}</source>
<translation>{recipe}, {outputs}</translation></message>
<message numerus="yes"><source>{said}; after contests and cuts {n} are its own.</source>
<translation><numerusform>{said}；争用和截断后 {n} 个归它所有。</numerusform></translation></message>
<message><source>{said}; all of them are its own.</source>
<translation>{said}；都归它所有。</translation></message>
<message><source>{said}; it is its own.</source>
<translation>{said}；归它所有。</translation></message>
<message><source>{share} % of the positives changed at the last step.</source>
<translation>上一步 {share} % 的正样本改变。</translation></message>
<message><source>{short} drawn</source>
<translation>抽取 {short}</translation></message>
<message numerus="yes"><source>{shown} of {n} foreground proposals</source>
<translation><numerusform>{n} 个前景提议框中的 {shown} 个</numerusform></translation></message>
<message numerus="yes"><source>{shown} of {n} positives</source>
<translation><numerusform>{shown} / {n} 个正样本</numerusform></translation></message>
<message numerus="yes"><source>{shown} of {n} proposals</source>
<translation><numerusform>{n} 个提议框中的 {shown} 个</numerusform></translation></message>
<message><source>{shown} of {total}</source>
<translation>{shown} / {total}</translation></message>
<message><source>{side} px</source>
<translation>{side} px</translation></message>
<message><source>{side}, drawn</source>
<translation>{side}，抽取</translation></message>
<message><source>{sizes} sizes and {ratios} ratios, the smallest size at the finest level</source>
<translation>{sizes} 个尺寸和 {ratios} 个比例，最小尺寸在最细层级</translation></message>
<message><source>{sizes}: width and height exchanged, or the picture turned by EXIF?</source>
<translation>{sizes}：宽高颠倒，或图片被 EXIF 旋转？</translation></message>
<message><source>{size} at h/w {ratio} is {was}; {rounding}: {now}.</source>
<translation>h/w {ratio} 的 {size} 原为 {was}；{rounding}：{now}。</translation></message>
<message><source>{some} and {last}</source>
<translation>{some} 和 {last}</translation></message>
<message><source>{some} and {more}</source>
<translation>{some}，且{more}</translation></message>
<message><source>{some} or {more}</source>
<translation>{some} 或 {more}</translation></message>
<message><source>{some}, and {n} more formats</source>
<translation>{some} 及另外 {n} 种格式</translation></message>
<message><source>{some}, {more}</source>
<translation>{some}, {more}</translation></message>
<message><source>{some}; {more}</source>
<translation>{some}；{more}</translation></message>
<message><source>{source}: no grid of the recipe has as many anchors</source>
<translation>{source}：配方没有锚框数如此的网格</translation></message>
<message><source>{stage} box</source>
<translation>{stage} 框</translation></message>
<message><source>{stage} box loss</source>
<translation>框损失（{stage}）</translation></message>
<message><source>{stage} class</source>
<translation>{stage} 类别</translation></message>
<message><source>{stage} class loss</source>
<translation>类别损失（{stage}）</translation></message>
<message><source>{stage}, box</source>
<translation>{stage}，框</translation></message>
<message><source>{stage}, class</source>
<translation>{stage}，类别</translation></message>
<message><source>{stage}, proposal {n}</source>
<translation>{stage}，提议框 {n}</translation></message>
<message><source>{stage}, whole stage</source>
<translation>{stage}，整个阶段</translation></message>
<message><source>{stage}_logits has {rows} rows, as many as proposals and as sampled boxes: taken for the sampled boxes, as no mode (train or eval) is recorded</source>
<translation>{stage}_logits 有 {rows} 行，与提议框和采样框一样多：因未记录模式（train 或 eval），视为采样框</translation></message>
<message><source>{tag} · {what}</source>
<translation>{tag} · {what}</translation></message>
<message><source>{text}. Click to list those lost here.</source>
<translation>{text}。点击列出在此丢失的。</translation></message>
<message><source>{text}: is no path of a file or folder</source>
<translation>{text}：不是文件或文件夹的路径</translation></message>
<message><source>{then}; an audit counts it as zero-size alone</source>
<translation>{then}；审计只把它计为零尺寸</translation></message>
<message><source>{url}: is not a file on this computer; download it first</source>
<translation>{url}：不是本机文件；请先下载</translation></message>
<message><source>{what} (Ctrl+{number})</source>
<translation>{what} (Ctrl+{number})</translation></message>
<message><source>{what} For example {example}</source>
<translation>{what} 例如 {example}</translation></message>
<message><source>{what} for ground truth {a} in A, for {b} in B</source>
<translation>{what}：A 中对真值框 {a}，B 中对 {b}</translation></message>
<message><source>{what} in both</source>
<translation>二者皆 {what}</translation></message>
<message><source>{what} in training</source>
<translation>训练中 {what}</translation></message>
<message><source>{what}, by:</source>
<translation>{what}，按：</translation></message>
<message><source>{what}.
</source>
<translation>{what}.
</translation></message>
<message><source>{what}: ground truth {numbers}</source>
<translation>{what}：真值框 {numbers}</translation></message>
<message><source>{what}: reload (F5)</source>
<translation>{what}：重新加载 (F5)</translation></message>
<message><source>{what}: {effect}</source>
<translation>{what}: {effect}</translation></message>
<message><source>{what}: {list}</source>
<translation>{what}：{list}</translation></message>
<message><source>{what}; {source} names it</source>
<translation>{what}；{source} 提到它</translation></message>
<message><source>{whole:,} of {all:,} boxes are of whole px: detectron2's loader cuts those to whole network px, as a recipe with whole_boxes = cut does</source>
<translation>{all:,} 个框中有 {whole:,} 个为整数 px：detectron2 的加载器会截断为整数网络 px，与 whole_boxes = cut 的配方相同</translation></message>
<message><source>{whole} + {joined} GT</source>
<translation>{whole} + 真值框 {joined}</translation></message>
<message><source>{whose} at IoU {iou}</source>
<translation>{whose}，IoU {iou}</translation></message>
<message><source>{why}, and no size is annotated</source>
<translation>{why}，也没有标注尺寸</translation></message>
<message><source>{words} But ground truth {value}, listed later, falls into the same anchor and stands.</source>
<translation>{words}但后列出的真值框 {value} 落入同一锚框并生效。</translation></message>
<message numerus="yes"><source>{words} But in {n} of them ground truths listed later stand: {list}.</source>
<translation><numerusform>{words} 但其中 {n} 个由后列的真值框占用：{list}。</numerusform></translation></message>
<message><source>{words} No other layer learns it.</source>
<translation>{words}没有其他层学它。</translation></message>
<message><source>{words} On {shared:,} the objectness follows another ground truth.</source>
<translation>{words}其中 {shared:,} 个的目标性跟随另一真值框。</translation></message>
<message><source>{words} at step {step}</source>
<translation>{words}，第 {step} 步</translation></message>
<message><source>{words} fits no better than {other}</source>
<translation>{words}并不比{other}更符合</translation></message>
<message><source>{words} leads {other} by {margin} only, and {least} is wanted</source>
<translation>{words}仅领先{other} {margin}，需要 {least}</translation></message>
<message><source>{words} {pairs:,} of them count twice, since its centre lies on a line between cells.</source>
<translation>{words}其中 {pairs:,} 个计两次，因其中心在单元格分界线上。</translation></message>
<message><source>{words} · stopped before the end</source>
<translation>{words} · 提前停止</translation></message>
<message><source>{words}, and no box predicted here can overlap one by more than {ignore:.2f}.</source>
<translation>{words}，且此处预测的框与任何真值框的重叠都不能超过 {ignore:.2f}。</translation></message>
<message><source>{words}, and what it predicts overlaps none by more than {ignore:.2f}: at best {value:.4f}.</source>
<translation>{words}，且其预测与任何真值框的重叠都不超过 {ignore:.2f}：最多 {value:.4f}。</translation></message>
<message><source>{words}, but positives score above {share} of negatives only</source>
<translation>{words}，但正样本分数仅高于 {share} 的负样本</translation></message>
<message><source>{words}, but so the best boxes have IoU {mean} with the ground truths on average, and {given} as the recipe reads them</source>
<translation>{words}，但如此最佳框与真值框平均 IoU 为 {mean}，按配方读则为 {given}</translation></message>
<message><source>{words}, but the deltas are t* times {found}, not {own}</source>
<translation>{words}，但增量是 t* 乘以 {found}，而非 {own}</translation></message>
<message><source>{words}, but the deltas explain {share} of t* only</source>
<translation>{words}，但增量仅解释 t* 的 {share}</translation></message>
<message><source>{words}, but the deltas explain {share} of t* only, and {least} is wanted for that</source>
<translation>{words}，但增量仅解释 t* 的 {share}，为此需要 {least}</translation></message>
<message><source>{words}, but the factors are known as {found} only; more pictures tell more</source>
<translation>{words}，但系数仅知为 {found}；图像越多越清楚</translation></message>
<message><source>{words}, but the factors may be {found}; more pictures tell more</source>
<translation>{words}，但系数可能为 {found}；图像越多越清楚</translation></message>
<message><source>{words}, but {rival}, explains the deltas better; more pictures tell more</source>
<translation>{words}，但{rival}更能解释增量；图像越多越清楚</translation></message>
<message><source>{words}, but {wrong}</source>
<translation>{words}，但{wrong}</translation></message>
<message><source>{words}, but {wrong}: the deltas are coded in a way not tried here</source>
<translation>{words}，但{wrong}：增量的编码方式此处未尝试</translation></message>
<message><source>{words}, for itself.</source>
<translation>{words}，归它自己。</translation></message>
<message><source>{words}, more or less</source>
<translation>{words}，大致如此</translation></message>
<message><source>{words}, no raw outputs, so no t</source>
<translation>{words}，没有原始输出，因此没有 t</translation></message>
<message><source>{words}. This one is trained towards {owner}, {most}.</source>
<translation>{words}。此锚框以 {owner} 为目标，{most}。</translation></message>
<message><source>{words}; where they stand, R@0.5 is {half:.0f} % and R@0.7 {seven:.0f} %</source>
<translation>{words}；其所在处 R@0.5 为 {half:.0f} %，R@0.7 为 {seven:.0f} %</translation></message>
<message><source>{word} · {describe}</source>
<translation>{word} · {describe}</translation></message>
<message><source>{word} · {describe} · IoU {overlap:.4f}</source>
<translation>{word} · {describe} · IoU {overlap:.4f}</translation></message>
<message><source>{word} · {describe} · {why}</source>
<translation>{word} · {describe} · {why}</translation></message>
<message><source>{wrong}: width and height exchanged</source>
<translation>{wrong}：宽高颠倒</translation></message>
<message><source>{wrong}; labels and anchors are those of another grid</source>
<translation>{wrong}；标签和锚框属于另一网格</translation></message>
<message><source>{w} x {h} px</source>
<translation>{w} x {h} px</translation></message>
<message><source>{w} x {h} px at x {x:g}, y {y:g}</source>
<translation>{w} x {h} px（x {x:g}、y {y:g}）</translation></message>
<message><source>÷ N</source>
<translation>÷ N</translation></message>
<message><source>Δ is the cost of the distance, by its angle, and Ω that of the shape.</source>
<translation>Δ 是距离的代价，按其角度；Ω 是形状的代价。</translation></message>
<message><source>α</source>
<translation type="vanished">α</translation></message>
<message><source>α = {a}, γ = {g}, β = {b}</source>
<translation>α = {a}, γ = {g}, β = {b}</translation></message>
<message><source>α_s</source>
<translation>α_s</translation></message>
<message><source>β</source>
<translation>β</translation></message>
<message><source>β = 0: plain L1</source>
<translation>β = 0：纯 L1</translation></message>
<message><source>β = {beta}</source>
<translation>β = {beta}</translation></message>
<message><source>β R(d)</source>
<translation>β R(d)</translation></message>
<message><source>β_o</source>
<translation>β_o</translation></message>
<message><source>λ = {l}, N = 1: the sums are divided by nothing.</source>
<translation>λ = {l}，N = 1：和不除以任何数。</translation></message>
<message><source>λ = {l}, N_cls = N_reg = N = {n}.</source>
<translation>λ = {l}，N_cls = N_reg = N = {n}。</translation></message>
<message><source>λ = {l}, {all}.</source>
<translation>λ = {l}, {all}.</translation></message>
<message><source>λ = {w}, for ground truth {n}.</source>
<translation>λ = {w}，对真值框 {n}。</translation></message>
<message><source>ρ is the distance of the centres, c the diagonal of the smallest box around both.</source>
<translation>ρ 是中心距离，c 是包围二者的最小框的对角线。</translation></message>
<message><source>σ(t) − t*</source>
<translation>σ(t) − t*</translation></message>
<message><source>↑ ↓ choose     Enter run     Ctrl+Enter assign a key     Esc close</source>
<translation>↑ ↓ 选择     Enter 运行     Ctrl+Enter 指定按键     Esc 关闭</translation></message>
<message><source>√area</source>
<translation>√面积</translation></message>
<message><source>√area in network px; double click or Enter: look at it</source>
<translation>√面积，网络 px；双击或 Enter：查看</translation></message>
<message><source>√area of the ground truth, network px; verticals: anchor sizes; hollow: under 10 boxes</source>
<translation>真值框 √面积，网络 px；竖线：锚框尺寸；空心：少于 10 个框</translation></message>
<message><source>√area of the ground truth, network px; verticals: strides; hollow: under 10 boxes</source>
<translation>真值框 √面积，网络 px；竖线：步长；空心：少于 10 个框</translation></message>
<message><source>√area {low} to {high} px</source>
<translation>√面积 {low} 至 {high} px</translation></message>
<message><source>√area ≥ {low} px</source>
<translation>√面积 ≥ {low} px</translation></message>
<message><source>√area, network px</source>
<translation>√面积，网络 px</translation></message>
<message><source>√area, px</source>
<translation>√面积，px</translation></message>
<message><source>≥ mean + std</source>
<translation>≥ 均值 + 标准差</translation></message>
<message numerus="yes"><source>⚠ {n} warnings</source>
<translation><numerusform>⚠ {n} 条警告</numerusform></translation></message>
<message><source>⚠ {what}.</source>
<translation>⚠ {what}。</translation></message>
</context>
</TS>
