/// How the pages of an export look: the colours of the public pages, readable on paper and in the dark.
enum ExportStyle {
    static let text = """
        :root { color-scheme: light dark;
          --ground: #f3f4f6; --card: #ffffff; --text: #1b2430; --quiet: #48525f; --line: #d4d9e0; --accent: #1d4ed8;
          --yours: #eef3fd; --note: #fdf6e3; --band: #1d4ed8; --on-band: #ffffff; }
        @media (prefers-color-scheme: dark) { :root {
          --ground: #101418; --card: #191f26; --text: #eef1f4; --quiet: #b4bec9; --line: #323b46; --accent: #8ab4ff;
          --yours: #1f2a3a; --note: #2b2618; --band: #1b2a4a; --on-band: #eef3fd; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
        body { margin: 0; background: var(--ground); color: var(--text); overflow-wrap: anywhere;
          font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        .skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--card); }
        .skip:focus { left: .5rem; top: .5rem; z-index: 1; }
        .top { background: var(--band); color: var(--on-band); padding: 2.25rem 0 2rem; }
        .top > div { padding: 0 2.25rem; }
        .top > div, main, footer { max-width: 56rem; margin: 0 auto; }
        .top p { margin: 0; }
        .top a, .top .quiet { color: inherit; }
        h1 { margin: .25rem 0 .5rem; font-size: clamp(1.5rem, 4.5vw, 2.125rem); line-height: 1.2; text-wrap: balance; }
        h2 { margin: 0 0 .75rem; font-size: 1.25rem; line-height: 1.35; }
        h3 { margin: 1.25rem 0 .25rem; font-size: 1.0625rem; }
        p { margin: 0 0 .75rem; text-wrap: pretty; }
        main { padding: 1.25rem 1rem 0; }
        section, nav, article { background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
          padding: 1.25rem 1.25rem; margin: 0 0 1rem; }
        section > :last-child, article > :last-child { margin-bottom: 0; }
        nav ul { margin: 0; padding: 0; list-style: none; columns: 17rem; column-gap: 2rem; }
        nav li { padding: .125rem 0; break-inside: avoid; }
        a { color: var(--accent); text-underline-offset: .2em; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
        .figures { font-weight: 600; }
        .quiet, footer { color: var(--quiet); font-size: .9375rem; }
        .top .quiet { color: var(--on-band); }
        .warning { border-left: .25rem solid var(--accent); padding-left: .875rem; }
        dl { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: .375rem 1.25rem; margin: 0; }
        dt { font-weight: 600; }
        dd { margin: 0; white-space: pre-wrap; }
        .scroll { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: 1rem; }
        th, td { padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); text-align: left;
          vertical-align: top; white-space: pre-wrap; overflow-wrap: break-word; }
        thead th { border-top: 0; color: var(--quiet); font-size: .9375rem; white-space: nowrap; }
        tbody th { font-weight: 600; }
        article header { margin: 0 0 .75rem; }
        article h2 { font-size: 1.0625rem; margin: 0; }
        article dl { grid-template-columns: 6rem 1fr; gap: 0 1rem; margin: 0 0 .75rem; font-size: 1rem; }
        article.yours { background: var(--yours); border-left: .25rem solid var(--accent); }
        article.about-you { background: var(--note); border-left: .25rem solid #b58900; }
        .writing { white-space: pre-wrap; margin: 0 0 .75rem; }
        .files { margin: 0 0 .5rem; padding-left: 1.25rem; }
        .pages { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
        footer { padding: .5rem 1rem 2.5rem; }
        @media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 .5rem; } }
        @media print { body { background: none; } section, article, nav { border: 0; padding: 0; }
          .top { background: none; color: inherit; padding: 0 1rem; } .skip { display: none; } }

        """
}
