/* An order as a row of the window's list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-item.h"

struct _BrightOrderItem
{
  GObject parent_instance;

  gint64 number;
  BrightSubject *subject; /* (owned) (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightOrderItem, bright_order_item, G_TYPE_OBJECT)

static void
bright_order_item_finalize (GObject *object)
{
  bright_subject_free (BRIGHT_ORDER_ITEM (object)->subject);
  G_OBJECT_CLASS (bright_order_item_parent_class)->finalize (object);
}

static void
bright_order_item_class_init (BrightOrderItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bright_order_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", BRIGHT_TYPE_ORDER_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bright_order_item_init (BrightOrderItem *self)
{
}

BrightOrderItem *
bright_order_item_new (gint64 number)
{
  BrightOrderItem *self = g_object_new (BRIGHT_TYPE_ORDER_ITEM, NULL);

  self->number = number;
  return self;
}

gint64
bright_order_item_get_number (BrightOrderItem *self)
{
  g_return_val_if_fail (BRIGHT_IS_ORDER_ITEM (self), 0);

  return self->number;
}

const BrightSubject *
bright_order_item_get_subject (BrightOrderItem *self)
{
  g_return_val_if_fail (BRIGHT_IS_ORDER_ITEM (self), NULL);

  return self->subject;
}

/* Whether a row shows the same of both. */
static gboolean
looks_alike (const BrightSubject *one, const BrightSubject *other)
{
  return one->attention == other->attention && one->amount == other->amount
         && one->placed_at == other->placed_at && g_str_equal (one->state, other->state)
         && g_str_equal (one->message, other->message) && g_str_equal (one->title, other->title)
         && g_str_equal (one->email, other->email) && g_str_equal (one->currency, other->currency);
}

void
bright_order_item_take_subject (BrightOrderItem *self, BrightSubject *subject)
{
  g_autoptr (BrightSubject) before = NULL;

  g_return_if_fail (BRIGHT_IS_ORDER_ITEM (self) && subject != NULL);

  before = self->subject;
  self->subject = subject;
  if (before == NULL || !looks_alike (before, subject))
    g_signal_emit (self, signals[CHANGED], 0);
}
