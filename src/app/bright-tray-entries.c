/* The entries of the menu in the tray.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-tray-entries.h"

#include <glib/gi18n.h>

gboolean
bright_tray_is_entry (gint32 id)
{
  return id >= BRIGHT_TRAY_ROOT && id < BRIGHT_TRAY_N_ENTRIES;
}

static const char *
get_label (const BrightTrayState *state, BrightTrayEntry entry)
{
  switch (entry)
    {
    case BRIGHT_TRAY_STATUS:
      return state->line;
    case BRIGHT_TRAY_OPEN:
      return _ ("_Open BrightConnect");
    case BRIGHT_TRAY_SYNC_NOW:
      return _ ("_Sync Now");
    case BRIGHT_TRAY_PAUSE:
      return state->is_paused ? _ ("_Resume Syncing") : _ ("_Pause Syncing");
    case BRIGHT_TRAY_QUIT:
      return _ ("_Quit");
    default:
      return NULL;
    }
}

const char *
bright_tray_get_action (const BrightTrayState *state, BrightTrayEntry entry)
{
  switch (entry)
    {
    case BRIGHT_TRAY_OPEN:
      return "open";
    case BRIGHT_TRAY_SYNC_NOW:
      return "sync-now";
    case BRIGHT_TRAY_PAUSE:
      return state->is_paused ? "resume" : "pause";
    case BRIGHT_TRAY_QUIT:
      return "quit";
    default:
      return NULL;
    }
}

static void
add_property (GVariantDict *dict, const char *const *wanted, const char *name, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  if (*wanted == NULL || g_strv_contains (wanted, name))
    g_variant_dict_insert_value (dict, name, owned);
}

/* An underscore in a line about the state is no mnemonic. */
static char *
double_underscores (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
add_label (const BrightTrayState *state,
           GVariantDict *dict,
           const char *const *wanted,
           BrightTrayEntry entry)
{
  g_autofree char *escaped = NULL;
  const char *label = get_label (state, entry);

  if (entry == BRIGHT_TRAY_STATUS)
    label = escaped = double_underscores (label);
  add_property (dict, wanted, "label", g_variant_new_string (label));
}

/* The properties of an entry that are asked for (all where nothing is); floating. */
GVariant *
bright_tray_make_properties (const BrightTrayState *state,
                             BrightTrayEntry entry,
                             const char *const *wanted)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  if (entry == BRIGHT_TRAY_ROOT)
    add_property (&dict, wanted, "children-display", g_variant_new_string ("submenu"));
  else if (get_label (state, entry) == NULL)
    add_property (&dict, wanted, "type", g_variant_new_string ("separator"));
  else
    {
      gboolean is_enabled = bright_tray_get_action (state, entry) != NULL
                            && !(entry == BRIGHT_TRAY_SYNC_NOW && state->is_working);

      add_label (state, &dict, wanted, entry);
      add_property (&dict, wanted, "enabled", g_variant_new_boolean (is_enabled));
      add_property (&dict, wanted, "visible", g_variant_new_boolean (TRUE));
    }
  return g_variant_dict_end (&dict);
}

GVariant *
bright_tray_make_layout (const BrightTrayState *state,
                         BrightTrayEntry entry,
                         gint32 depth,
                         const char *const *wanted)
{
  GVariantBuilder children;

  g_variant_builder_init (&children, G_VARIANT_TYPE ("av"));
  if (entry == BRIGHT_TRAY_ROOT && depth != 0)
    for (BrightTrayEntry child = BRIGHT_TRAY_ROOT + 1; child < BRIGHT_TRAY_N_ENTRIES; child++)
      g_variant_builder_add (&children, "v", bright_tray_make_layout (state, child, 0, wanted));
  return g_variant_new ("(i@a{sv}av)", (gint32)entry,
                        bright_tray_make_properties (state, entry, wanted), &children);
}

GVariant *
bright_tray_make_group (const BrightTrayState *state,
                        const gint32 *ids,
                        gsize n_ids,
                        const char *const *wanted)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ia{sv})"));
  for (gsize i = 0; i < n_ids; i++)
    if (bright_tray_is_entry (ids[i]))
      g_variant_builder_add (&builder, "(i@a{sv})", ids[i],
                             bright_tray_make_properties (state, ids[i], wanted));
  return g_variant_builder_end (&builder);
}
