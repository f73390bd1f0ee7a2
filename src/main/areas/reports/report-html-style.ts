/** A4 as in the drawing of the shift report: 9.5 pt, hairlines, title readable from a metre away. */
export const pageStyle = `
@page{size:A4;margin:14mm 15mm 18mm}
*{box-sizing:border-box}
body{max-width:180mm;margin:0 auto;background:#fff;color:#111;font:9.5pt/1.35 Inter,"Segoe UI","Noto Sans","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei UI",sans-serif;font-variant-numeric:tabular-nums}
@media screen{body{padding:14mm 0}}
@media print{body{display:flex;flex-direction:column;min-height:264mm;max-width:none}body>*{flex:none}footer{display:none!important}}
h1{margin:0;font-size:18pt;line-height:1.2}
h2{margin:3.4mm 0 .8mm;font-size:10pt;break-after:avoid}
i{color:#555;font-size:8pt;font-style:normal;font-weight:400}
p{margin:0}
header{border-bottom:1.4pt solid #111;padding-bottom:2.5mm}
header p{margin-top:.8mm;color:#333}
header p:nth-of-type(1){font-size:11.5pt}
.key{display:grid;grid-auto-flow:column;grid-template-rows:auto auto;break-inside:avoid;margin:3.4mm .4mm 0 0;border:.5pt solid #999}
.key div{display:grid;overflow-wrap:break-word;min-width:0;word-break:keep-all;grid-row:span 2;grid-template-rows:subgrid;align-items:end;padding:1.8mm 2.2mm;border-right:.5pt solid #ccc}
.key div:last-child{border:0}
.key dt{color:#555;font-size:8pt}
.key dd{margin:0;align-self:start}
.key i{display:block;white-space:normal}
.key b{font-size:14pt;font-weight:650;white-space:nowrap}
.key b.none{font-size:9.5pt;font-weight:400;color:#555}
table{width:100%;border-collapse:collapse}
th,td{padding:.75mm 1.6mm;border-bottom:.4pt solid #ccc;text-align:right;font-weight:400;vertical-align:baseline}
thead{display:table-header-group}
thead th{border-bottom:.7pt solid #777;color:#444;font-size:8pt}
th[scope=row],.l{text-align:left}
td:not(.l){white-space:nowrap}
td i{display:block}
.figures{table-layout:fixed}
.figures td:not(.l),.figures thead th{padding-right:1.2mm;padding-left:.4mm}
.figures thead th{width:17mm;vertical-align:bottom}
.many{font-size:9pt}
.many tbody :is(th,td){padding-top:.6mm;padding-bottom:.6mm}
.many thead th{width:15.6mm;font-size:7.6pt}
.figures thead th:first-child{width:auto}
thead i{display:block;overflow-wrap:break-word;font-size:7pt;white-space:pre-line;word-break:keep-all}
.apart{margin-top:3mm}
td.base{color:#555}
tr,.figures tbody:not(:first-of-type){break-inside:avoid}
.of-which th{padding-left:6mm;color:#444}
.sum th,.sum td{border-top:.7pt solid #777;border-bottom:.7pt solid #777;font-weight:700}
.typed .l{color:#444;font-size:8pt}
.unit th{padding-top:1.6mm;text-align:left;font-size:8pt;font-weight:600}
.none{color:#555}
td.none{font-size:8pt}
.many td.none{font-size:7pt}
.unit,.parted{break-after:avoid}
.parted td,.parted th{border-bottom:0}
.sum{break-before:avoid}
.mark{display:inline-block;width:0;font-weight:400}
.notes{color:#444;font-size:8pt;break-inside:avoid}
.notes h2{color:#111}
.notes ol,.notes ul{margin:0;padding-left:4.5mm}
.staffing td.none{font-size:9.5pt}
.staffing,.annex{break-inside:avoid}
.staffing-table tr,.staffing-table h2{break-inside:avoid}
.staffing-table h2{break-after:avoid}
.staffing-table+.staffing-table{break-before:page}
.staffing-table table:last-of-type tbody th{white-space:nowrap}
.staffing-table th,.staffing-table td{padding-top:.35mm;padding-bottom:.35mm}
.times{white-space:nowrap}
.gap{margin-top:1.4mm}
.handover .staffing th,.handover .staffing td{padding-right:.8mm;padding-left:.8mm}
.handover :is(th,td):first-child{padding-left:0}
.handover .of-which th:first-child{padding-left:4mm}
.tight h2{margin-top:2.4mm}
.tight tbody :is(th,td){padding-top:.35mm;padding-bottom:.35mm;line-height:1.15}
.tight .handover table{font-size:9pt}
.handover .trade .figures thead th:not(:first-child){width:13.5mm}
.handover .trade .figures thead th:last-child:not(:first-child){width:17mm}
.handover .trade td.none{font-size:7pt}
.tight .unit th{padding-top:1mm}
.tight .apart{margin-top:1.4mm}
.tight .key{margin-top:2.4mm}
.tight .key div{padding-top:1.2mm;padding-bottom:1.2mm}
.tight .sign{padding-top:3mm}
.tight .sign div{height:11mm}
.tight .sign div:last-child{padding-top:3mm}
:lang(kk).tight{font-size:8.8pt}
:lang(kk).tight .many{font-size:8.6pt}
:lang(kk).tight .many thead th:not(:first-child){width:14.2mm}
:lang(kk).tight .apart :is(th:first-child,.l){white-space:nowrap}
.tight .handover :is(thead th,h2 i){font-size:7.4pt}
.handover{display:grid;grid-template-columns:1fr 1fr;gap:6mm}
.handover ul{margin:0;padding-left:4.5mm}
.handover li{margin:.4mm 0;overflow-wrap:anywhere;white-space:pre-line}
.statement{margin-top:3.4mm;line-height:1.45}
.trade-figures{font-size:8.5pt}
.trade-figures.many{font-size:7.5pt}
.trade-figures thead th{font-size:7.6pt;vertical-align:bottom}
.trade-figures :is(th,td):not(:first-child){padding-right:1mm;padding-left:1mm}
.trade-figures thead i{white-space:pre}
.sign{display:grid;break-before:avoid;margin-right:.4mm;grid-auto-flow:column;grid-auto-columns:1fr;gap:5mm;margin-top:auto;padding-top:6mm;break-inside:avoid}
.sign div{height:15mm;padding-top:1mm;border-top:.7pt solid #111;color:#444;font-size:8.5pt}
.sign div:last-child{border:.7pt dashed #999;padding-top:4mm;color:#666;text-align:center}
footer{display:flex;justify-content:space-between;gap:6mm;margin-top:5mm;padding-top:1.4mm;border-top:.4pt solid #bbb;color:#555;font-size:7.3pt}
`
