/* What the settings offer to choose from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync-service-private.h"

#include <string.h>

struct _BrightChoice
{
  GObject parent_instance;

  gint64 id;
  char *code;
  char *name;
  char *detail;
  gboolean inactive;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_CODE,
  PROP_NAME,
  PROP_DETAIL,
  PROP_INACTIVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightChoice, bright_choice, G_TYPE_OBJECT)

static void
bright_choice_finalize (GObject *object)
{
  BrightChoice *self = BRIGHT_CHOICE (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->detail);
  G_OBJECT_CLASS (bright_choice_parent_class)->finalize (object);
}

static void
bright_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrightChoice *self = BRIGHT_CHOICE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_INACTIVE:
      g_value_set_boolean (value, self->inactive);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bright_choice_class_init (BrightChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = bright_choice_finalize;
  object_class->get_property = bright_choice_get_property;
  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "", flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", flags);
  properties[PROP_INACTIVE] = g_param_spec_boolean ("inactive", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_choice_init (BrightChoice *self)
{
}

BrightChoice *
bright_choice_new (gint64 id,
                   const char *code,
                   const char *name,
                   const char *detail,
                   gboolean inactive)
{
  BrightChoice *self = g_object_new (BRIGHT_TYPE_CHOICE, NULL);

  self->id = id;
  self->code = g_strdup (code != NULL ? code : "");
  self->name = g_strdup (name != NULL ? name : "");
  self->detail = g_strdup (detail != NULL ? detail : "");
  self->inactive = inactive != FALSE;
  return self;
}

gint64
bright_choice_get_id (BrightChoice *self)
{
  g_return_val_if_fail (BRIGHT_IS_CHOICE (self), 0);

  return self->id;
}

const char *
bright_choice_get_code (BrightChoice *self)
{
  g_return_val_if_fail (BRIGHT_IS_CHOICE (self), "");

  return self->code;
}

const char *
bright_choice_get_name (BrightChoice *self)
{
  g_return_val_if_fail (BRIGHT_IS_CHOICE (self), "");

  return self->name;
}

const char *
bright_choice_get_detail (BrightChoice *self)
{
  g_return_val_if_fail (BRIGHT_IS_CHOICE (self), "");

  return self->detail;
}

gboolean
bright_choice_get_inactive (BrightChoice *self)
{
  g_return_val_if_fail (BRIGHT_IS_CHOICE (self), FALSE);

  return self->inactive;
}
