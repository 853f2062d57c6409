/* An order as a row of the window's list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-item.h"

#include "bright-words.h"

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_CUSTOMER,
  PROP_TOTAL,
  PROP_STATE,
  PROP_WHY,
  N_PROPS
};

struct _BrightOrderItem
{
  GObject parent_instance;

  char *texts[N_PROPS]; /* (owned): by property */
};

G_DEFINE_FINAL_TYPE (BrightOrderItem, bright_order_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
bright_order_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  BrightOrderItem *self = BRIGHT_ORDER_ITEM (object);

  if (id > PROP_0 && id < N_PROPS)
    g_value_set_string (value, self->texts[id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
bright_order_item_finalize (GObject *object)
{
  BrightOrderItem *self = BRIGHT_ORDER_ITEM (object);

  for (guint id = PROP_0; id < N_PROPS; id++)
    g_free (self->texts[id]);
  G_OBJECT_CLASS (bright_order_item_parent_class)->finalize (object);
}

static void
bright_order_item_class_init (BrightOrderItemClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_NUMBER] = "number", [PROP_CUSTOMER] = "customer", [PROP_TOTAL] = "total",
    [PROP_STATE] = "state",   [PROP_WHY] = "why",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bright_order_item_get_property;
  object_class->finalize = bright_order_item_finalize;
  for (guint id = PROP_NUMBER; id < N_PROPS; id++)
    properties[id] = g_param_spec_string (names[id], NULL, NULL, NULL,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_order_item_init (BrightOrderItem *self)
{
}

static const char *
first_given (const char *one, const char *other)
{
  return one != NULL && *one != '\0' ? one : other;
}

BrightOrderItem *
bright_order_item_new (const BrightSubject *subject)
{
  BrightOrderItem *self = g_object_new (BRIGHT_TYPE_ORDER_ITEM, NULL);

  self->texts[PROP_NUMBER] = g_strdup_printf ("%" G_GINT64_FORMAT, subject->number);
  self->texts[PROP_CUSTOMER] = g_strdup (first_given (subject->title, subject->email));
  self->texts[PROP_TOTAL] = bright_words_for_money (subject->amount, subject->currency);
  self->texts[PROP_STATE]
      = g_strdup_printf ("%s %s", bright_words_symbol (subject->state, subject->attention),
                         bright_words_for_state (subject->state));
  self->texts[PROP_WHY] = g_strdup (subject->message);
  return self;
}
