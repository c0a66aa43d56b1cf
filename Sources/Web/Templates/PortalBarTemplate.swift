/// What stands above every page of somebody who is signed in: the way back and the way out.
enum PortalBarTemplate {
    static let text = """
        <nav class="bar">{{#back}}<a href="{{root}}my">{{back}}</a>{{/back}}
        <form method="post" action="{{root}}my/sign-out">
        <input type="hidden" name="key" value="{{key}}">
        <button type="submit" class="quiet">{{signOut}}</button>
        </form></nav>

        """
}
