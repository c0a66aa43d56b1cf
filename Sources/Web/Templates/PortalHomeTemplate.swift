/// The first page of somebody who is signed in: what is kept, in numbers, and how their requests stand.
enum PortalHomeTemplate {
    static let text = """
        {{<layout}}{{$bar}}{{>portal-bar}}{{/bar}}{{$content}}<h1>{{title}}</h1>
        <p>{{who}}</p>
        <dl class="figures">
        {{#figures}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>
        {{/figures}}</dl>
        {{#hasRequests}}<section>
        <h2>{{requestsTitle}}</h2>
        <ul class="list">
        {{#requests}}<li><p class="lead">{{what}}</p><p class="small">{{how}}</p></li>
        {{/requests}}</ul>
        </section>
        {{/hasRequests}}{{/content}}{{/layout}}
        """
}
