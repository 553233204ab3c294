using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace SloCompiler.Packages.Tests;

/// <summary>Writes the public surface of an assembly, one member on a line, by ordinal order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{KindOf(type)} {type.FullName}\n");
            foreach (var line in MembersOf(type).Select(m => Describe(type, m)).Order(StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>All types that somebody must know to use the surface.</summary>
    public static IEnumerable<Type> TypesIn(Assembly assembly) => assembly.GetExportedTypes()
        .SelectMany(t => MembersOf(t).SelectMany(TypesOf).Append(t.BaseType ?? t).Concat(t.GetInterfaces()))
        .SelectMany(t => t.GetGenericArguments().Append(t))
        .Distinct();

    // What the compiler adds to records says nothing, and neither do the accessors of properties.
    private static IEnumerable<MemberInfo> MembersOf(Type type) => type.GetMembers(Declared)
        .Where(m => IsVisible(m) && !m.IsDefined(typeof(CompilerGeneratedAttribute)) && m is not MethodInfo { IsSpecialName: true } && m.Name != "value__");

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: false).Length > 0,
        FieldInfo field => field.IsPublic || field.IsFamily,
        Type => false,
        _ => true,
    };

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static string KindOf(Type type) => type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsSealed ? "sealed class" : "class";

    private static string Describe(Type type, MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{type.Name}({Parameters(constructor)})",
        MethodInfo method => $"{Static(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{Name(property.PropertyType)}{Mark(Nullability.Create(property))} {property.Name} {{ {Accessors(property)} }}",
        FieldInfo field when type.IsEnum => string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.GetRawConstantValue()}"),
        _ => member.ToString() ?? member.Name,
    };

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Accessors(PropertyInfo property)
        => string.Join(' ', ((string[])[property.GetMethod is { IsPublic: true } ? "get;" : "", property.SetMethod is { IsPublic: true } ? "init;" : "", property.IsDefined(typeof(RequiredMemberAttribute)) ? "required" : ""]).Where(s => s.Length > 0));

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)}{Mark(Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? " = default" : "")}"));

    private static string Mark(NullabilityInfo nullability)
        => !nullability.Type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "";

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
