/** What Teams puts around and into a card in its light theme. */
export const teamsStyles = `
body{margin:0;background:#f5f5f5;font-family:"Segoe UI",Selawik,"Source Sans 3",Arial,sans-serif;font-size:14px}
section{box-sizing:border-box;padding:12px}
section.desktop{width:640px}
section.phone{width:344px}
.card{background:#fff;border:1px solid #e0e0e0;border-radius:6px;margin-bottom:10px;overflow:hidden}
.ac-pushButton{font:600 14px/20px inherit;font-family:inherit;background:#fff;border:1px solid #d1d1d1;border-radius:4px;padding:5px 14px;margin-bottom:6px;overflow:hidden;text-overflow:ellipsis;color:#242424}
.ac-pushButton.style-positive{background:#5b5fc7;border-color:#5b5fc7;color:#fff}
.ac-pushButton.style-destructive{color:#c4314b;border-color:#c4314b}
.phone .ac-pushButton{min-height:38px;width:100%}
.ac-input{font:inherit;box-sizing:border-box;width:100%;border:1px solid #d1d1d1;border-bottom-color:#616161;border-radius:4px;padding:6px 10px;background:#fff}
.ac-multichoiceInput,.ac-choiceSetInput-expanded,div.ac-input{border:0;padding:0;background:none}
.ac-input input[type=radio],.ac-input input[type=checkbox]{margin-right:6px}
select.ac-input,.ac-choiceSetInput-filtered input,.ac-input.ac-choiceSetInput-filtered{border:1px solid #d1d1d1;border-bottom-color:#616161;border-radius:4px;padding:6px 10px;width:100%;box-sizing:border-box;background:#fff}
textarea.ac-input{min-height:64px}
table.ac-table,.ac-table table{border-collapse:collapse}
`;
