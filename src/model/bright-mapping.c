/* One row of a map between the two platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-mapping.h"

struct _BrightMapping
{
  GObject parent_instance;

  char *left;          /* (owned) */
  char *right;         /* (owned) */
  gint64 left_number;  /* 0 if left is no number */
  gint64 right_number; /* 0 if right is no number */
  JsonObject *unknown; /* (owned) (nullable) */
};

enum
{
  PROP_0,
  PROP_LEFT,
  PROP_RIGHT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BrightMapping, bright_mapping, G_TYPE_OBJECT)

static void
bright_mapping_finalize (GObject *object)
{
  BrightMapping *self = BRIGHT_MAPPING (object);

  g_free (self->left);
  g_free (self->right);
  g_clear_pointer (&self->unknown, json_object_unref);
  G_OBJECT_CLASS (bright_mapping_parent_class)->finalize (object);
}

static void
bright_mapping_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrightMapping *self = BRIGHT_MAPPING (object);

  switch (id)
    {
    case PROP_LEFT:
      g_value_set_string (value, self->left);
      break;
    case PROP_RIGHT:
      g_value_set_string (value, self->right);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bright_mapping_class_init (BrightMappingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bright_mapping_finalize;
  object_class->get_property = bright_mapping_get_property;
  properties[PROP_LEFT]
      = g_param_spec_string ("left", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_RIGHT]
      = g_param_spec_string ("right", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bright_mapping_init (BrightMapping *self)
{
}

static gint64
number_of (const char *text)
{
  gint64 number = 0;

  g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL);
  return number;
}

BrightMapping *
bright_mapping_new (const char *left, const char *right)
{
  return bright_mapping_new_with_unknown (left, right, NULL);
}

BrightMapping *
bright_mapping_new_with_unknown (const char *left, const char *right, JsonObject *unknown)
{
  BrightMapping *self;

  g_return_val_if_fail (left != NULL && right != NULL, NULL);

  self = g_object_new (BRIGHT_TYPE_MAPPING, NULL);
  self->left = g_strdup (left);
  self->right = g_strdup (right);
  self->left_number = number_of (left);
  self->right_number = number_of (right);
  self->unknown = unknown == NULL ? NULL : json_object_ref (unknown);
  return self;
}

const char *
bright_mapping_get_left (BrightMapping *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAPPING (self), NULL);

  return self->left;
}

const char *
bright_mapping_get_right (BrightMapping *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAPPING (self), NULL);

  return self->right;
}

gint64
bright_mapping_get_left_number (BrightMapping *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAPPING (self), 0);

  return self->left_number;
}

gint64
bright_mapping_get_right_number (BrightMapping *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAPPING (self), 0);

  return self->right_number;
}

JsonObject *
bright_mapping_get_unknown (BrightMapping *self)
{
  g_return_val_if_fail (BRIGHT_IS_MAPPING (self), NULL);

  return self->unknown;
}
