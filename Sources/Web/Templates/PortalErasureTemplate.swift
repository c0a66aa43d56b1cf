/// Erasing: what it would remove and what stays; or how long it waits, and the way back. Nothing is ticked.
enum PortalErasureTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        {{#paragraphs}}<p>{{.}}</p>
        {{/paragraphs}}{{#button}}<form method="post" action="{{root}}my/{{action}}">
        <input type="hidden" name="key" value="{{key}}">
        {{#sure}}<label class="choice"><input type="checkbox" name="sure" value="1" required> \
        <span>{{sure}}</span></label>
        {{/sure}}<button type="submit">{{button}}</button>
        </form>
        {{/button}}{{#small}}<p class="small">{{small}}</p>
        {{/small}}{{/content}}{{/layout}}
        """
}
