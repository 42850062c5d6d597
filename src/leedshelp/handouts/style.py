"""How the page of a call sheet looks, on paper first."""

STYLE = """\
@page { size: A4; margin: 8mm 12mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #fff; color: #000; font: 8.5pt/1.18 Arial, Helvetica, "Liberation Sans", sans-serif; }
main { display: flex; flex-direction: column; gap: 1.6mm; max-width: 186mm; min-height: 280mm; }
main { margin: 0 auto; }
.title { float: right; font-weight: bold; margin-left: 5mm; }
h1 { font-size: 14pt; line-height: 1.1; }
h2 { font-size: 10pt; border-bottom: 1.5pt solid; margin-bottom: 0.8mm; }
h3 { font-size: 8.5pt; }
a { color: inherit; text-decoration: none; white-space: nowrap; }
ol, ul { list-style: none; }
section, header, .calls > li { break-inside: avoid; }
header { border-bottom: 3pt solid; padding-bottom: 1.2mm; }
.danger { border: 1.5pt solid; padding: 0.5mm 2mm; margin: 0.8mm 0; font-size: 11pt; font-weight: bold; }
.until { font-weight: bold; }
.calls { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5mm; }
.calls > li { border: 0.75pt solid; padding: 0.8mm 1.6mm; }
.calls > li:first-child { border-width: 2.25pt; }
.calls a { display: block; font-size: 15pt; line-height: 1.1; }
.about li { display: inline; }
.number { white-space: nowrap; }
.about li + li::before { content: " \\2022\\00a0 "; }
.about, .own { font-size: 0.88em; line-height: 1.15; }
footer { font-size: 6.5pt; line-height: 1.15; border-top: 0.5pt solid; padding-top: 0.6mm; }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 5mm; }
.grows { flex: 1 1 auto; }
section { display: flex; flex-direction: column; }
.write, .write li { display: flex; flex-direction: column; flex: 1 1 auto; }
.write { counter-reset: item; }
.write li { padding-top: 0.5mm; }
.write span::before { counter-increment: item; content: counter(item) ". "; }
.room { flex: 1 1 4.6mm; min-height: 4.6mm; border-bottom: 0.5pt solid; }
.fill { display: flex; align-items: flex-end; min-height: 5mm; gap: 1mm; }
.fills { display: flex; gap: 2mm; margin-bottom: 0.5mm; }
.fills .fill { flex: 1 1 auto; }
.fill i { flex: 1; border-bottom: 0.5pt solid; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1mm 0; }
th { text-align: left; font-size: 7.5pt; }
th:nth-child(2) { width: 50%; }
th, td { border: 0.5pt solid; padding: 0 1mm; }
td { height: 5mm; }
@media screen and (max-width: 40em) { .calls, .pair { grid-template-columns: 1fr; } }
"""
