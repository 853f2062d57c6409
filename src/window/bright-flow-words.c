/* Flows, verbs and platforms in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-flow-words.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *words;
} Words;

const char *const bright_flow_names[] = {
  "orders", "customers", "statuses", "notes", "shipments", "payments", "refunds", "stock", NULL,
};

static const Words flows[] = {
  { "orders", N_ ("Orders") },   { "customers", N_ ("Customers") }, { "statuses", N_ ("Statuses") },
  { "notes", N_ ("Notes") },     { "shipments", N_ ("Shipments") }, { "payments", N_ ("Payments") },
  { "refunds", N_ ("Refunds") }, { "stock", N_ ("Stock") },         { NULL, NULL },
};

static const Words groups[] = {
  { "orders", N_ ("Orders") },     { "fulfillment", N_ ("Fulfillment") }, { "notes", N_ ("Notes") },
  { "payments", N_ ("Payments") }, { "inventory", N_ ("Inventory") },     { NULL, NULL },
};

static const Words verbs[] = {
  { "create", N_ ("Create") },       { "update", N_ ("Update") },
  { "adopt", N_ ("Link") },          { "reserve", N_ ("Reserve") },
  { "release", N_ ("Release") },     { "set-status", N_ ("Set status") },
  { "set-note", N_ ("Set note") },   { "ship", N_ ("Ship") },
  { "pay", N_ ("Book payment") },    { "refund", N_ ("Book refund") },
  { "set-stock", N_ ("Set stock") }, { NULL, NULL },
};

static const Words platforms[] = {
  { "bigcommerce", "BigCommerce" },
  { "brightpearl", "Brightpearl" },
  { NULL, NULL },
};

/* A word that is new here is better shown as it is than not at all. */
static const char *
find (const Words *table, const char *name)
{
  for (; table->name != NULL; table++)
    if (strcmp (table->name, name) == 0)
      return table->words;
  return NULL;
}

const char *
bright_flow_words (const char *flow)
{
  const char *words = find (flows, flow);

  return words != NULL ? _ (words) : flow;
}

const char *
bright_group_words (const char *group)
{
  const char *words = find (groups, group);

  return words != NULL ? _ (words) : group;
}

const char *
bright_verb_words (const char *verb)
{
  const char *words = find (verbs, verb);

  return words != NULL ? _ (words) : verb;
}

const char *
bright_platform_words (const char *platform)
{
  const char *words = find (platforms, platform);

  return words != NULL ? words : platform;
}

char *
bright_subject_words (const char *subject)
{
  /* Translators: %s is the number or code of the thing */
  static const Words kinds[] = {
    { "sales order ", N_ ("Sales order %s") },
    { "order ", N_ ("Order %s") },
    { "product ", N_ ("Product %s") },
    { NULL, NULL },
  };

  for (const Words *kind = kinds; kind->name != NULL; kind++)
    if (g_str_has_prefix (subject, kind->name))
      {
        g_auto (GStrv) halves = g_strsplit (_ (kind->words), "%s", 2);

        return g_strconcat (halves[0], subject + strlen (kind->name), halves[1], NULL);
      }
  return strcmp (subject, "stock") == 0 ? g_strdup (_ ("Stock")) : g_strdup (subject);
}
