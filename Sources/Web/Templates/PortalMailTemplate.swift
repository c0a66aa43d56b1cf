/// Which mail somebody wants of us. What holds now is chosen.
enum PortalMailTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1{{#saved}} class="good"{{/saved}}>{{title}}</h1>
        {{#saved}}<p class="note" role="status">{{saved}}</p>
        {{/saved}}<form method="post">
        <input type="hidden" name="key" value="{{key}}">
        <fieldset>
        <legend>{{intro}}</legend>
        {{#choices}}<label class="choice"><input type="radio" name="mail" value="{{value}}"{{#chosen}} \
        checked{{/chosen}}> <span>{{name}}</span></label>
        {{/choices}}</fieldset>
        <button type="submit">{{button}}</button>
        </form>
        <p class="small">{{stillSent}}</p>{{/content}}{{/layout}}
        """
}
