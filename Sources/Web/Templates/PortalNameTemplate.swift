/// Correcting one's name, and the way to have other things corrected.
enum PortalNameTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1{{#saved}} class="good"{{/saved}}>{{title}}</h1>
        {{#saved}}<p class="note" role="status">{{saved}}</p>
        {{/saved}}<p>{{intro}}</p>
        {{#problem}}<p class="problem" role="alert" id="problem">{{problem}}</p>
        {{/problem}}<form method="post">
        <input type="hidden" name="key" value="{{key}}">
        <label class="field" for="name">{{label}}</label>
        <input class="text" type="text" id="name" name="name" autocomplete="name" required maxlength="200" \
        value="{{typed}}"{{#problem}} aria-invalid="true" aria-describedby="problem"{{/problem}}>
        <button type="submit">{{button}}</button>
        </form>
        <p class="small">{{note}} <a href="{{root}}my/requests">{{other}}</a></p>{{/content}}{{/layout}}
        """
}
