// Tags of site generators and note-takers among Markdown.
#include <doctest/doctest.h>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

int count_of(const Reading& reading, std::string_view code) {
  int count = 0;
  for (const Diagnostic& item : reading.diagnostics.items()) count += item.code == code ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("what only a site can show is reported, left out and never printed") {
  for (const char* tag :
       {"{% include menu.html %}", "{{ site.motto }}", "{{< carousel dir=\"a\" >}}",
        "{{% include \"x.md\" %}}", "{%- render 'card', a: b -%}", "{{<\n  carousel\n>}}"}) {
    CAPTURE(std::string(tag));
    const Reading reading = read_as_markdown("Before.\n\n" + std::string(tag) + "\n\nAfter.\n");
    REQUIRE(count_of(reading, "site-tag") == 1);
    CHECK(reading.diagnostics.items().front().range.begin_line == 3);
    const std::string body = body_of(reading.document);
    CHECK(body.find("text \"{") == std::string::npos);
    CHECK(body.find("dropped ") != std::string::npos);
    CHECK(body.find("text \"After.\"") != std::string::npos);
  }
}

TEST_CASE("a tag among words takes nothing of them with it") {
  CHECK(markdown_body("Of *{{ site.name }}* and {{< icon \"a_b_c\" >}}x_y_z.") ==
        "paragraph\n  text \"Of and x_y_z.\"\n"
        "dropped \"{{ site.name }}\" because \"a tag that only its site can fill\"\n"
        "dropped \"{{< icon \\\"a_b_c\\\" >}}\" because \"a tag that only its site can fill\"\n");
}

TEST_CASE("in code and math a tag is what it looks like") {
  const MarkdownCase cases[] = {
      {"`{{ x }}` and $a_{{i}}$",
       "paragraph\n  code \"{{ x }}\"\n  text \" and \"\n  math inline \"a_{{i}}\"\n"},
      {"```\n{% x %}\n{{< y >}} [[z]]\n```", "code block \"{% x %}\\n{{< y >}} [[z]]\\n\"\n"},
      {"    {{ x }} {% y %}", "code block \"{{ x }} {% y %}\\n\"\n"},
      {"<pre>{{ x }}</pre>", "code block \"{{ x }}\\n\"\n"},
      {"\\{{ x }} and \\[[y]]", "paragraph\n  text \"{{ x }} and [[y]]\"\n"},
      {"\\frac{{a}}{b}", "paragraph\n  text \"\\\\frac{{a}}{b}\"\n"},
      {"{% raw %}{{ x }} {% y %}{% endraw %}",
       "paragraph\n  text \"{{ x }} {% y %}\"\n"
       "dropped \"{% raw %}\" because \"a tag of the site, which shows nothing by itself\"\n"},
      {"{{</* figure */>}}", "paragraph\n  text \"{{< figure >}}\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("code between tags is code in its language") {
  for (const char* text :
       {"{% highlight cpp linenos %}\n*a*\n\n  {{ b }}\n{% endhighlight %}",
        "{{< highlight cpp \"linenos=table\" >}}\n*a*\n\n  {{ b }}\n{{< / highlight >}}",
        "{{% code lang=\"cpp\" %}}\n*a*\n\n  {{ b }}\n{{% /code %}}"}) {
    CAPTURE(std::string(text));
    CHECK(markdown_body(text) == "code block language=\"cpp\" \"*a*\\n\\n  {{ b }}\\n\"\n");
  }
}

TEST_CASE("fenced code between tags keeps its fence's meaning, and its title stands above it") {
  const std::string body =
      markdown_body("{% code title=\"x.py\" %}\n```python\nprint(1)\n```\n{% endcode %}");
  CHECK(body.find("code block language=\"python\" \"print(1)\\n\"") != std::string::npos);
  CHECK(body.find("x.py") < body.find("code block"));
}

TEST_CASE("pictures, callouts, details and quotations in tags become themselves") {
  const std::string figure =
      "figure\n  paragraph\n    image \"a_b.png\" alternative=\"Alt\"\n  caption\n    paragraph\n"
      "      text \"A \"\n      emphasis\n        text \"pier\"\n";
  const std::string callout =
      "callout tip\n  title\n    text \"Well\"\n  list bullet tight\n    item\n      paragraph\n"
      "        text \"a\"\n";
  struct Kind {
    std::string body;
    std::vector<const char*> texts;
  };
  const Kind kinds[] = {
      {figure,
       {"{{< figure src=\"a_b.png\" alt=\"Alt\" caption=\"A *pier*\" >}}",
        "{{< figure\n  src=\"a_b.png\"\n  alt=\"Alt\"\n  caption=\"A *pier*\"\n>}}",
        "{% include image.html url=\"a_b.png\" alt=\"Alt\" description=\"A *pier*\" %}"}},
      {callout,
       {"{{% notice tip \"Well\" %}}\n- a\n{{% /notice %}}",
        "{{< alert color=\"tip\" title=\"Well\" >}}\n- a\n{{< /alert >}}",
        "{% tip title=\"Well\" %}\n\n- a\n\n{% endtip %}"}},
      {"callout details\n  title\n    text \"More\"\n  paragraph\n    text \"x\"\n",
       {"{{< details \"More\" >}}\nx\n{{< /details >}}",
        "{{% expand title=\"More\" %}}\nx\n{{% /expand %}}"}},
      {"block quotation\n  paragraph\n    text \"x\"\n  attribution\n    text \"Ada\"\n",
       {"{{< quote author=\"Ada\" >}}\nx\n{{< /quote >}}"}},
  };
  for (const Kind& kind : kinds) {
    for (const char* text : kind.texts) {
      CAPTURE(std::string(text));
      CHECK(markdown_body(text) == kind.body);
    }
  }
}

TEST_CASE("the title and the caption of a figure stand apart") {
  CHECK(markdown_body("{{< figure src=\"a.png\" title=\"One\" caption=\"Two *x*\" >}}") ==
        "figure\n  paragraph\n    image \"a.png\"\n  caption\n    paragraph\n      text \"One\"\n"
        "    paragraph\n      text \"Two \"\n      emphasis\n        text \"x\"\n");
}

TEST_CASE("what stands between tags without a meaning stays") {
  const std::string body = markdown_body(
      "{{< tabs >}}\n{{< tab \"One\" >}}\nfirst\n{{< /tab >}}\n{{< /tabs >}}\n\n"
      "{% if a %}\nsecond\n{% endif %}\n\nPress {{< kbd >}}K{{< /kbd >}}.");
  for (const char* words : {"\"One\"", "\"first\"", "\"second\"", "\"Press K.\""}) {
    CAPTURE(std::string(words));
    CHECK(body.find(words) != std::string::npos);
  }
}

TEST_CASE("tags in addresses become addresses") {
  const MarkdownCase cases[] = {
      {"[a]({{< ref \"b.md#c\" >}})", "b.md#c"},
      {"[a]({{ site.baseurl }}/about/)", "/about/"},
      {"[a]({% post_url 2024-05-01-tide %})", "2024-05-01-tide.md"},
      {"[a]({% link notes/b.md %})", "/notes/b.md"},
      {"[a]({{ \"/b.html\" | relative_url }})", "/b.html"},
      {"[a]\n\n[a]: {{ site.url }}/b", "/b"},
  };
  for (const MarkdownCase& entry : cases) {
    CAPTURE(std::string(entry.markdown));
    CHECK(markdown_body(entry.markdown) ==
          "paragraph\n  link \"" + std::string(entry.body) + "\"\n    text \"a\"\n");
  }
}

TEST_CASE("values of the front matter stand where the text asks for them") {
  CHECK(markdown_body("---\ntitle: Tides\nport: Ayr\n---\n{{ page.title }} at {{ page.port }}") ==
        "paragraph\n  text \"Tides at Ayr\"\n");
}

TEST_CASE("links and pictures of note-takers are links and pictures") {
  const MarkdownCase cases[] = {
      {"[[Low Tide]]", "paragraph\n  link \"Low Tide\"\n    text \"Low Tide\"\n"},
      {"[[Tide#Ebb|the ebb]]", "paragraph\n  link \"Tide#Ebb\"\n    text \"the ebb\"\n"},
      {"[[#Ebb]]", "paragraph\n  link \"#Ebb\"\n    text \"Ebb\"\n"},
      {"a ![[b.png|Pier|200]]",
       "paragraph\n  text \"a \"\n  image \"b.png\" alternative=\"Pier\" width=\"150pt\"\n"},
      {"| a |\n|---|\n| [[b\\|c]] |",
       "table default\n  head row\n    cell header\n      paragraph\n        text \"a\"\n  row\n"
       "    cell\n      paragraph\n        link \"b\"\n          text \"c\"\n"},
      {"see [[1]] and [[2]](b)",
       "paragraph\n  text \"see [[1]] and \"\n  link \"b\"\n    text \"[2]\"\n"},
      {"[[a]]\n\n[a]: b", "paragraph\n  text \"[\"\n  link \"b\"\n    text \"a\"\n  text \"]\"\n"},
  };
  check_bodies(cases);
  CHECK(read_as_markdown("![[Other note]]").has("embedded-note"));
}

TEST_CASE("comments and lists of contents are left out with their reason") {
  for (const char* text : {"a %%hid *den*%%", "a\n\n%%\nhidden\n\nwords\n%%", "a {# hidden #}",
                           "a\n\n{% comment %}\nhidden\n\n- words\n{% endcomment %}", "a\n\n[TOC]",
                           "a\n\n[[toc]]", "a\n\n* TOC\n{:toc}", "{{< toc >}}\n\na"}) {
    CAPTURE(std::string(text));
    const Reading reading = read_as_markdown(text);
    const std::string body = body_of(reading.document);
    CHECK(body.find("text \"a\"") != std::string::npos);
    CHECK(body.find("dropped ") != std::string::npos);
    CHECK(body.find("text \"hidden") == std::string::npos);
    CHECK_FALSE(reading.has("site-tag"));
  }
  CHECK(markdown_body("100%% sure, 50%% not") == "paragraph\n  text \"100%% sure, 50%% not\"\n");
}

TEST_CASE("tags without an end, and ends without a tag, lose no text") {
  for (const char* text : {"{{< note >}}\n\nkept", "{{< /note >}}\n\nkept", "{% raw %} kept",
                           "{% highlight c %}\nkept", "{% comment %}\nkept", "{{< note kept",
                           "[[kept", "%%\nkept", "{{% a %}} kept {{% /b %}}"}) {
    CAPTURE(std::string(text));
    CHECK(dump(read_as_markdown(text).document).find("kept") != std::string::npos);
  }
}

TEST_CASE("the shortcodes of Zola and the included files of Jekyll mean what they are called") {
  const MarkdownCase cases[] = {
      {"{% quote(author=\"Ann\") %}\n\nWords.\n\n{% end %}",
       "block quotation\n  paragraph\n    text \"Words.\"\n  attribution\n    text \"Ann\"\n"},
      {"{{ image(src=\"a.png\", alt=\"A\") }}",
       "figure\n  paragraph\n    image \"a.png\" alternative=\"A\"\n"},
      {"{% include note.html content=\"Take *care*.\" %}",
       "callout note\n  paragraph\n    text \"Take \"\n    emphasis\n      text \"care\"\n"
       "    text \".\"\n"},
      {"{% include figure.html src=\"a.png\" caption=\"C\" %}",
       "figure\n  paragraph\n    image \"a.png\"\n  caption\n    paragraph\n      text \"C\"\n"},
  };
  check_bodies(cases);
}
