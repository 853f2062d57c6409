/* A day of the proof as a row of its table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-proof-item.h"

#include "bright-moment.h"
#include "bright-words.h"

#include <glib/gi18n.h>

struct _BrightProofItem
{
  GObject parent_instance;

  char *texts[BRIGHT_N_PROOF_COLUMNS]; /* (owned) */
};

G_DEFINE_FINAL_TYPE (BrightProofItem, bright_proof_item, G_TYPE_OBJECT)

static void
bright_proof_item_finalize (GObject *object)
{
  BrightProofItem *self = BRIGHT_PROOF_ITEM (object);

  for (guint i = 0; i < BRIGHT_N_PROOF_COLUMNS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (bright_proof_item_parent_class)->finalize (object);
}

static void
bright_proof_item_class_init (BrightProofItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_proof_item_finalize;
}

static void
bright_proof_item_init (BrightProofItem *self)
{
}

/* A line for each currency. */
static char *
describe_money (const BrightProofDay *day, gboolean of_store)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; day->money != NULL && i < day->money->len; i++)
    {
      const BrightProofMoney *money = g_ptr_array_index (day->money, i);
      g_autofree char *amount
          = bright_words_for_money (of_store ? money->store : money->brightpearl, money->currency);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", amount);
    }
  return g_string_free (text, FALSE);
}

BrightProofItem *
bright_proof_item_new (const BrightProofDay *day)
{
  BrightProofItem *self = g_object_new (BRIGHT_TYPE_PROOF_ITEM, NULL);

  self->texts[BRIGHT_PROOF_DAY] = bright_moment_day (day->day);
  self->texts[BRIGHT_PROOF_STORE] = g_strdup_printf ("%u", day->store);
  self->texts[BRIGHT_PROOF_LINKED] = g_strdup_printf ("%u", day->linked);
  self->texts[BRIGHT_PROOF_FILTERED] = g_strdup_printf ("%u", day->filtered);
  self->texts[BRIGHT_PROOF_HELD] = g_strdup_printf ("%u", day->held);
  self->texts[BRIGHT_PROOF_ATTENTION] = g_strdup_printf ("%u", day->attention);
  self->texts[BRIGHT_PROOF_MONEY_STORE] = describe_money (day, TRUE);
  self->texts[BRIGHT_PROOF_MONEY_BRIGHTPEARL] = describe_money (day, FALSE);
  self->texts[BRIGHT_PROOF_COMPLETE]
      = g_strdup (day->is_complete ? _ ("✓ Complete") : _ ("! Incomplete"));
  return self;
}

const char *
bright_proof_item_get_text (BrightProofItem *self, BrightProofColumn column)
{
  g_return_val_if_fail (BRIGHT_IS_PROOF_ITEM (self) && column < BRIGHT_N_PROOF_COLUMNS, "");

  return self->texts[column];
}
