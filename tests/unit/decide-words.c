/* Plans and decisions in words, for tables of tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-words.h"

#include <string.h>

static void
describe_row (GString *text, const BrightpearlRow *row)
{
  char net[BRIGHT_MONEY_FORMAT_SIZE];
  char tax[BRIGHT_MONEY_FORMAT_SIZE];

  if (row->product_id != 0)
    g_string_append_printf (text, "#%" G_GINT64_FORMAT, row->product_id);
  else
    g_string_append (text, row->name);
  g_string_append_printf (text, " x%" G_GINT64_FORMAT " %s+%s %s",
                          row->quantity / BRIGHT_MONEY_UNIT, bright_money_format (row->net, net),
                          bright_money_format (row->tax, tax), row->tax_code);
  if (row->nominal_code[0] != '\0')
    g_string_append_printf (text, "/%s", row->nominal_code);
}

static void
describe_verdict (GString *text, const BrightVerdict *verdict)
{
  g_string_append (text, verdict->state);
  if (verdict->code != NULL)
    g_string_append_printf (text, " %s", verdict->code);
  if (verdict->setting != NULL)
    g_string_append_printf (text, " %s", verdict->setting);
  if (verdict->attention)
    g_string_append_c (text, '!');
}

char *
decide_describe_plan (const BrightOrderPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (plan->hold != NULL)
    {
      describe_verdict (text, &plan->hold->verdict);
      return g_strdup (text->str);
    }
  for (guint i = 0; i < plan->parts->len; i++)
    {
      const BrightPartPlan *part = plan->parts->pdata[i];

      if (i > 0)
        g_string_append (text, " | ");
      for (guint j = 0; j < part->rows->len; j++)
        {
          if (j > 0)
            g_string_append (text, "; ");
          describe_row (text, part->rows->pdata[j]);
        }
    }
  return g_strdup (text->str);
}

static const struct
{
  BrightFreshness level;
  const char *name;
} levels_in_words[] = {
  { BRIGHT_FRESHNESS_ALL, "all" },           { BRIGHT_FRESHNESS_KNOWN, "known" },
  { BRIGHT_FRESHNESS_ADDED, "added" },       { BRIGHT_FRESHNESS_REVIEWED, "reviewed" },
  { BRIGHT_FRESHNESS_SEARCHED, "searched" }, { BRIGHT_FRESHNESS_NONE, "none" },
};

static BrightFreshness
parse_level (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, "+", -1);
  BrightFreshness level = BRIGHT_FRESHNESS_NONE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint row = 0;

      while (row < G_N_ELEMENTS (levels_in_words)
             && strcmp (levels_in_words[row].name, words[i]) != 0)
        row++;
      g_assert_cmpuint (row, <, G_N_ELEMENTS (levels_in_words));
      level |= levels_in_words[row].level;
    }
  return level;
}

void
decide_parse_freshness (const char *words, BrightFreshness freshness[3])
{
  g_auto (GStrv) levels = g_strsplit (words, " ", -1);

  g_assert_cmpuint (g_strv_length (levels), ==, 3);
  for (guint i = 0; i < 3; i++)
    freshness[i] = parse_level (levels[i]);
}

static void
describe_level (GString *text, BrightFreshness level)
{
  guint left = level;

  for (guint i = 0; i < G_N_ELEMENTS (levels_in_words); i++)
    {
      guint bits = levels_in_words[i].level;

      if ((left & bits) != bits || (bits == 0 && level != 0))
        continue;
      g_string_append_printf (text, "%c%s", left == level ? ' ' : '+', levels_in_words[i].name);
      left &= ~bits;
    }
}

static void
describe_levels (GString *text, const BrightFreshness levels[3])
{
  for (guint i = 0; i < 3; i++)
    describe_level (text, levels[i]);
}

static void
describe_need (GString *text, const BrightDecision *decision)
{
  static const char *const needs[] = {
    [BRIGHT_NEED_MIRRORS] = "",
    [BRIGHT_NEED_SALES_ORDERS] = " sales orders",
    [BRIGHT_NEED_RESERVATION] = " reservation",
    [BRIGHT_NEED_CONTACT] = " contact",
  };

  g_string_append_printf (text, "read%s", needs[decision->need]);
  if (decision->need == BRIGHT_NEED_CONTACT)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, decision->id);
  if (decision->need == BRIGHT_NEED_MIRRORS)
    describe_levels (text, decision->levels);
}

static void
describe_step (GString *text, const BrightStep *step)
{
  g_string_append_printf (text, "%s %s %s", step->kind, step->method, step->path);
  if (step->version != 0)
    g_string_append_printf (text, " If-Match %" G_GINT64_FORMAT, step->version);
}

char *
decide_describe (const BrightDecision *decision)
{
  g_autoptr (GString) text = g_string_new (NULL);

  switch (decision->kind)
    {
    case BRIGHT_DECISION_SETTLED:
      describe_verdict (text, &decision->verdict);
      break;
    case BRIGHT_DECISION_STEP:
      describe_step (text, decision->step);
      break;
    case BRIGHT_DECISION_NEED:
      describe_need (text, decision);
      break;
    case BRIGHT_DECISION_WAIT:
      g_string_append_printf (text, "wait for %s", decision->waits_for);
      break;
    case BRIGHT_DECISION_ADOPT:
      g_string_append_printf (text, "adopt %" G_GINT64_FORMAT, decision->id);
      break;
    case BRIGHT_DECISION_ACCEPT:
      g_string_append (text, "accept");
      break;
    case BRIGHT_DECISION_RESERVED:
    default:
      g_string_append_printf (text, "reserved %s", decision->reservation);
      break;
    }
  if (decision->part > 0)
    g_string_append_printf (text, " (part %u)", decision->part + 1);
  return g_strdup (text->str);
}
