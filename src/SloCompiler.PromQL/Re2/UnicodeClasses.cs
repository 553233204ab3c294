using System.Collections.Frozen;
using SloCompiler.PromQL.Types;

namespace SloCompiler.PromQL.Re2;

/// <summary>The names that may stand in <c>\p{…}</c>: Unicode's categories and scripts, as Go knows them.</summary>
internal static class UnicodeClasses
{
    private static readonly string[] Categories =
    [
        "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd",
        "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs", "Any",
    ];

    private static readonly string[] Scripts =
    [
        "Adlam", "Ahom", "Anatolian_Hieroglyphs", "Arabic", "Armenian", "Avestan", "Balinese", "Bamum", "Bassa_Vah", "Batak", "Bengali",
        "Bhaiksuki", "Bopomofo", "Brahmi", "Braille", "Buginese", "Buhid", "Canadian_Aboriginal", "Carian", "Caucasian_Albanian",
        "Chakma", "Cham", "Cherokee", "Chorasmian", "Common", "Coptic", "Cuneiform", "Cypriot", "Cyrillic", "Deseret", "Devanagari",
        "Dives_Akuru", "Dogra", "Duployan", "Egyptian_Hieroglyphs", "Elbasan", "Elymaic", "Ethiopic", "Georgian", "Glagolitic",
        "Gothic", "Grantha", "Greek", "Gujarati", "Gunjala_Gondi", "Gurmukhi", "Han", "Hangul", "Hanifi_Rohingya", "Hanunoo", "Hatran",
        "Hebrew", "Hiragana", "Imperial_Aramaic", "Inherited", "Inscriptional_Pahlavi", "Inscriptional_Parthian", "Javanese", "Kaithi",
        "Kannada", "Katakana", "Kayah_Li", "Kharoshthi", "Khitan_Small_Script", "Khmer", "Khojki", "Khudawadi", "Lao", "Latin",
        "Lepcha", "Limbu", "Linear_A", "Linear_B", "Lisu", "Lycian", "Lydian", "Mahajani", "Makasar", "Malayalam", "Mandaic",
        "Manichaean", "Marchen", "Masaram_Gondi", "Medefaidrin", "Meetei_Mayek", "Mende_Kikakui", "Meroitic_Cursive",
        "Meroitic_Hieroglyphs", "Miao", "Modi", "Mongolian", "Mro", "Multani", "Myanmar", "Nabataean", "Nandinagari", "New_Tai_Lue",
        "Newa", "Nko", "Nushu", "Nyiakeng_Puachue_Hmong", "Ogham", "Ol_Chiki", "Old_Hungarian", "Old_Italic", "Old_North_Arabian",
        "Old_Permic", "Old_Persian", "Old_Sogdian", "Old_South_Arabian", "Old_Turkic", "Oriya", "Osage", "Osmanya", "Pahawh_Hmong",
        "Palmyrene", "Pau_Cin_Hau", "Phags_Pa", "Phoenician", "Psalter_Pahlavi", "Rejang", "Runic", "Samaritan", "Saurashtra",
        "Sharada", "Shavian", "Siddham", "SignWriting", "Sinhala", "Sogdian", "Sora_Sompeng", "Soyombo", "Sundanese", "Syloti_Nagri",
        "Syriac", "Tagalog", "Tagbanwa", "Tai_Le", "Tai_Tham", "Tai_Viet", "Takri", "Tamil", "Tangut", "Telugu", "Thaana", "Thai",
        "Tibetan", "Tifinagh", "Tirhuta", "Ugaritic", "Vai", "Wancho", "Warang_Citi", "Yezidi", "Yi", "Zanabazar_Square",
    ];

    private static readonly string[] ScriptsOfUnicode15 =
        ["Cypro_Minoan", "Kawi", "Nag_Mundari", "Old_Uyghur", "Tangsa", "Toto", "Vithkuqi"];

    private static readonly string[] LongNames =
    [
        "ASCII", "Assigned", "Cn", "LC", "Cased_Letter", "Close_Punctuation", "Cntrl", "Combining_Mark", "Connector_Punctuation",
        "Control", "Currency_Symbol", "Dash_Punctuation", "Decimal_Number", "Digit", "Enclosing_Mark", "Final_Punctuation", "Format",
        "Initial_Punctuation", "Letter", "Letter_Number", "Line_Separator", "Lowercase_Letter", "Mark", "Math_Symbol",
        "Modifier_Letter", "Modifier_Symbol", "Nonspacing_Mark", "Number", "Open_Punctuation", "Other", "Other_Letter",
        "Other_Number", "Other_Punctuation", "Other_Symbol", "Paragraph_Separator", "Private_Use", "Punct", "Punctuation",
        "Separator", "Space_Separator", "Spacing_Mark", "Surrogate", "Symbol", "Titlecase_Letter", "Unassigned", "Uppercase_Letter",
    ];

    private static readonly FrozenSet<string> Old = Categories.Concat(Scripts).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfUnicode15 = ScriptsOfUnicode15.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Loose = Categories.Concat(Scripts).Concat(ScriptsOfUnicode15).Concat(LongNames)
        .Select(name => Canonical(name))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a dialect knows a name.</summary>
    public static bool Contains(ReadOnlySpan<char> name, Re2Dialect dialect)
    {
        var text = name.ToString();
        return Old.Contains(text)
            || (dialect.HasUnicode15 && OfUnicode15.Contains(text))
            || (dialect.HasLongClassNames && Loose.Contains(Canonical(text)));
    }

    /// <summary>The name that was probably meant.</summary>
    public static string? HelpFor(ReadOnlySpan<char> name)
        => NearestName.Find(name.ToString(), Scripts.Concat(ScriptsOfUnicode15)) is { } nearest ? $"Did you mean \\p{{{nearest}}}?" : null;

    // Since Go 1.25, case does not count, and neither do these.
    private static string Canonical(string name) => string.Concat(name.Where(c => c is not ('_' or '-' or ' ')));
}
