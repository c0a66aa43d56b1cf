/// Restricting: what stands, and the grounds there are. None is chosen before somebody chooses.
enum PortalRestrictionTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#hasStanding}}<ul class="list">
        {{#standing}}<li><p class="lead">{{name}}</p><p class="small">{{since}}</p></li>
        {{/standing}}</ul>
        {{/hasStanding}}<form method="post">
        <input type="hidden" name="key" value="{{key}}">
        <fieldset>
        <legend>{{kind}}</legend>
        {{#grounds}}<label class="choice"><input type="radio" name="ground" value="{{value}}" required> \
        <span>{{name}}</span></label>
        {{/grounds}}</fieldset>
        <label class="field" for="words">{{words}}</label>
        <textarea class="text" id="words" name="words" rows="4" maxlength="2000"></textarea>
        <button type="submit">{{button}}</button>
        </form>
        <p class="small">{{note}}</p>{{/content}}{{/layout}}
        """
}
