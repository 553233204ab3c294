namespace SloCompiler.Plan.Dashboards;

/// <summary>Names of dashboard variables: what a link to a dashboard sets with <c>var-name=value</c>.</summary>
public static class DashboardVariable
{
    /// <summary>The variable that holds the data source.</summary>
    public const string DataSource = "datasource";

    /// <summary>The variable that chooses values of a <c>by</c> label: the label's name, unless that name is taken.</summary>
    public static string ForLabel(string label) => label == DataSource ? DataSource + "_label" : label;
}
