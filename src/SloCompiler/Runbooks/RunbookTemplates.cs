using HandlebarsDotNet;

namespace SloCompiler.Runbooks;

/// <summary>
/// The texts of runbooks, as Handlebars templates. The only home of Handlebars.Net, which is slow to start: nothing on the path of
/// <c>check</c> and <c>compile</c> may touch this class. Models are dictionaries, because plain objects need reflection.
/// </summary>
internal static class RunbookTemplates
{
    private const string Skeleton = """
        # {{title}}

        ## Meaning

        What has happened when somebody is sent here: one or two sentences.

        ## Impact

        What users notice, and what happens if nobody acts.

        ## Diagnosis

        - What to look at first, and what it tells.

        ## Mitigation

        - What to do, most effective first.

        """;

    private const string Links = """
        ## Links

        {{#each uses}}
        - {{purpose}}{{#if slo}}, SLO `{{service}}/{{slo}}`: {{objective}} over {{window}}{{else}} of `{{service}}`{{/if}}
        {{#if bad}}
          - bad: {{bad}}
          - total: {{total}}
        {{/if}}
        {{#if expression}}
          - expression: `{{expression}}`
        {{/if}}
        {{#if dashboard}}
          - dashboard: {{dashboard}}
        {{/if}}
          - spec: `{{spec}}`
        {{/each}}
        """;

    private static readonly IHandlebars Engine = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });

    /// <summary>A new page without its generated block.</summary>
    public static string WriteSkeleton(string title)
        => Engine.Compile(Skeleton)(new Dictionary<string, object?>(StringComparer.Ordinal) { ["title"] = title });

    /// <summary>The inside of the generated block.</summary>
    /// <param name="uses">What names the runbook; one dictionary each.</param>
    public static string WriteLinks(IReadOnlyList<Dictionary<string, object?>> uses)
        => Engine.Compile(Links)(new Dictionary<string, object?>(StringComparer.Ordinal) { ["uses"] = uses });
}
