/// The page behind an unsubscribe link. The form posts to the page's own address; its token is the authority.
/// "Everything" is chosen, because that is what somebody who came here meant; nothing else is (gdpr.md A7.2). Consents
/// are withdrawn beside it, not by it: the one is about mail, the other about data (Art. 7(3)).
enum LandingTemplate {
    static let text = """
        {{<layout}}{{$content}}<h1>{{title}}</h1>
        {{#suppressed}}<p class="note">{{already}}</p>
        {{/suppressed}}<form method="post">
        <input type="hidden" name="confirm" value="1">
        <fieldset>
        <legend>{{intro}}</legend>
        <label class="choice"><input type="radio" name="scope" value="everything" checked>
        <span>{{everything}}</span></label>
        <label class="choice"><input type="radio" name="scope" value="automatic"> <span>{{automatic}}</span></label>
        {{#ticket}}<label class="choice"><input type="radio" name="scope" value="ticket"> \
        <span>{{ticket}}</span></label>
        {{/ticket}}</fieldset>
        {{#keeps}}<div class="note">
        <p>{{keeps}}</p>
        <label class="choice plain"><input type="checkbox" name="drop" value="1"> <span>{{drop}}</span></label>
        </div>
        {{/keeps}}<button type="submit">{{button}}</button>
        </form>
        <p class="small">{{stillSent}}</p>
        {{#consents}}<section>
        <h2>{{title}}</h2>
        <p>{{intro}}</p>
        {{#offers}}<form method="post" data-consent="withdraw">
        <input type="hidden" name="withdraw" value="{{purpose}}">
        <button type="submit" class="quiet">{{label}}</button>
        </form>
        {{/offers}}</section>
        {{/consents}}{{/content}}{{/layout}}
        """
}
