/** Forms' elements and the ways to name them, for comparing our roles and names with axe-core's. */
export const FORM_CATALOGUE = `<!doctype html>
<html lang="en"><head><title>Catalogue</title></head><body><main>
  <h1>A <em>heading</em><br>of two lines</h1>
  <a href="#x">A link</a> <a>No link</a>
  <a href="#y" aria-label="Named link">x</a> <a href="#i"><img src="data:," alt="Picture link"></a>
  <button>Plain</button> <button aria-label="Labelled">x</button>
  <button title="Titled"></button> <button><span aria-hidden="true">✕</span> Close</button>
  <button><div>Two</div><div>blocks</div></button> <button disabled>Off</button>
  <button style="display: none">Gone</button> <button hidden>Gone</button>
  <div inert><button>Gone</button></div> <div aria-hidden="true"><p>Gone</p></div>
  <input type="submit" value="Send"> <input type="hidden" value="x">
  <label for="by-for">By for</label> <input id="by-for">
  <label>By wrapping <input></label>
  <label>Expires in <input type="number" value="7"> days</label>
  <label>Keep <select><option>1</option><option selected>2</option></select> weeks</label>
  <span id="one">By</span> <span id="two" hidden>reference</span> <input aria-labelledby="one two">
  <input placeholder="By placeholder"> <input title="By title">
  <label for="twice">First</label> <label for="twice">second</label> <input id="twice">
  <label>Date <input type="date"></label> <label>Search <input type="search"></label>
  <label>Amount <input type="range"></label> <label>Mail <input type="email"></label>
  <label>Notes <textarea>not the name</textarea></label>
  <label>Listed <input list="options"></label><datalist id="options"><option value="a"></datalist>
  <label>Many <select multiple><option>One</option><option>Two</option></select></label>
  <fieldset><legend>Permissions</legend>
    <label><input type="checkbox" checked> Read <small>GET</small></label>
    <input type="radio" id="radio" name="r"><label for="radio">Radio</label>
  </fieldset>
  <fieldset aria-label="Labelled group"><legend>not this</legend></fieldset>
  <div role="alert">Wrong</div> <p role="status">Done</p> <output>42</output>
  <div role="switch" aria-checked="true" tabindex="0">Switch</div>
  <div role="radiogroup" aria-labelledby="one"><div role="radio" aria-checked="false">Pick</div></div>
  <div role="dialog" aria-label="Question"><button>Yes</button></div>
  <ul><li>Item</li></ul> <nav aria-label="Pages"><a href="#z">Z</a></nav>
  <img src="data:," alt="A picture"> <img src="data:," alt="">
  <table><caption>Tokens</caption><tr><th>Name</th></tr><tr><td>one</td></tr></table>
  <progress aria-label="Sending"></progress>
</main></body></html>`;
