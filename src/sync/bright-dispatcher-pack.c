/* Steps that travel together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-dispatcher-pack.h"

void
bright_pack_entry_free (gpointer data)
{
  BrightPackEntry *entry = data;

  bright_step_free (entry->step);
  g_free (entry);
}

BrightPack *
bright_pack_new (BrightDispatcher *dispatcher)
{
  BrightPack *pack = g_new0 (BrightPack, 1);

  pack->dispatcher = g_object_ref (dispatcher);
  pack->entries = g_ptr_array_new_with_free_func (bright_pack_entry_free);
  pack->steps = g_ptr_array_new ();
  return pack;
}

void
bright_pack_free (gpointer data)
{
  BrightPack *pack = data;

  g_ptr_array_unref (pack->steps);
  g_ptr_array_unref (pack->entries);
  g_object_unref (pack->dispatcher);
  g_free (pack);
}
