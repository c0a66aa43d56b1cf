/// Copies: those there are, with what to do with each, and one button for each kind that can be asked for.
enum PortalExportsTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        {{#hasCopies}}<section>
        <h2>{{copiesTitle}}</h2>
        <ul class="list">
        {{#copies}}<li><p class="lead">{{name}}</p><p class="small">{{how}}</p>
        {{#ready}}<div class="acts"><a class="act" href="{{root}}my/exports/{{id}}" download>{{fetch}}</a>
        <form method="post" action="{{root}}my/exports/{{id}}/end">
        <input type="hidden" name="key" value="{{key}}">
        <button type="submit" class="quiet" aria-label="{{endThis}}">{{end}}</button>
        </form></div>{{/ready}}</li>
        {{/copies}}</ul>
        <p class="small">{{warning}}</p>
        </section>
        {{/hasCopies}}{{#shared}}<p>{{shared}}</p>
        {{/shared}}{{#hasKinds}}<p>{{intro}}</p>
        {{/hasKinds}}{{#kinds}}<section>
        <h2>{{name}}</h2>
        <p>{{about}}</p>
        <form method="post" action="{{root}}my/exports">
        <input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="kind" value="{{value}}">
        <button type="submit">{{button}}</button>
        </form>
        </section>
        {{/kinds}}{{/content}}{{/layout}}
        """
}
