/* The menu of the icon in the tray.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-tray-menu.h"

#include "bright-tray-entries.h"

struct _BrightTrayMenu
{
  GObject parent_instance;

  BrightTrayMenuAct act;
  gpointer user_data;
  GDBusConnection *connection; /* (owned) (nullable): where it is exported */
  guint registration;
  BrightTrayState state;
};

G_DEFINE_FINAL_TYPE (BrightTrayMenu, bright_tray_menu, G_TYPE_OBJECT)

static const char introspection[]
    = "<node><interface name='com.canonical.dbusmenu'>"
      "<property name='Version' type='u' access='read'/>"
      "<property name='TextDirection' type='s' access='read'/>"
      "<property name='Status' type='s' access='read'/>"
      "<property name='IconThemePath' type='as' access='read'/>"
      "<method name='GetLayout'><arg type='i' name='parentId' direction='in'/>"
      "<arg type='i' name='recursionDepth' direction='in'/>"
      "<arg type='as' name='propertyNames' direction='in'/>"
      "<arg type='u' name='revision' direction='out'/>"
      "<arg type='(ia{sv}av)' name='layout' direction='out'/></method>"
      "<method name='GetGroupProperties'><arg type='ai' name='ids' direction='in'/>"
      "<arg type='as' name='propertyNames' direction='in'/>"
      "<arg type='a(ia{sv})' name='properties' direction='out'/></method>"
      "<method name='GetProperty'><arg type='i' name='id' direction='in'/>"
      "<arg type='s' name='name' direction='in'/>"
      "<arg type='v' name='value' direction='out'/></method>"
      "<method name='Event'><arg type='i' name='id' direction='in'/>"
      "<arg type='s' name='eventId' direction='in'/><arg type='v' name='data' direction='in'/>"
      "<arg type='u' name='timestamp' direction='in'/></method>"
      "<method name='EventGroup'><arg type='a(isvu)' name='events' direction='in'/>"
      "<arg type='ai' name='idErrors' direction='out'/></method>"
      "<method name='AboutToShow'><arg type='i' name='id' direction='in'/>"
      "<arg type='b' name='needUpdate' direction='out'/></method>"
      "<method name='AboutToShowGroup'><arg type='ai' name='ids' direction='in'/>"
      "<arg type='ai' name='updatesNeeded' direction='out'/>"
      "<arg type='ai' name='idErrors' direction='out'/></method>"
      "<signal name='ItemsPropertiesUpdated'><arg type='a(ia{sv})' name='updatedProps'/>"
      "<arg type='a(ias)' name='removedProps'/></signal>"
      "<signal name='LayoutUpdated'><arg type='u' name='revision'/>"
      "<arg type='i' name='parent'/></signal>"
      "<signal name='ItemActivationRequested'><arg type='i' name='id'/>"
      "<arg type='u' name='timestamp'/></signal>"
      "</interface></node>";

static void
get_layout (BrightTrayMenu *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autofree const char **wanted = NULL;
  gint32 id;
  gint32 depth;

  g_variant_get (parameters, "(ii^a&s)", &id, &depth, &wanted);
  if (bright_tray_is_entry (id))
    g_dbus_method_invocation_return_value (
        invocation, g_variant_new ("(u@(ia{sv}av))", 1,
                                   bright_tray_make_layout (&self->state, id, depth, wanted)));
  else
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
                                           "there is no entry %d", id);
}

static void
get_group_properties (BrightTrayMenu *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  static const gint32 all[] = { 0, 1, 2, 3, 4, 5, 6, 7 };
  g_autoptr (GVariant) ids = NULL;
  g_autofree const char **wanted = NULL;
  const gint32 *asked;
  gsize n_asked;

  g_variant_get (parameters, "(@ai^a&s)", &ids, &wanted);
  asked = g_variant_get_fixed_array (ids, &n_asked, sizeof (gint32));
  g_dbus_method_invocation_return_value (
      invocation,
      g_variant_new ("(@a(ia{sv}))",
                     n_asked > 0
                         ? bright_tray_make_group (&self->state, asked, n_asked, wanted)
                         : bright_tray_make_group (&self->state, all, G_N_ELEMENTS (all), wanted)));
}

static void
get_one_property (BrightTrayMenu *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  static const char *const all[] = { NULL };
  g_autoptr (GVariant) properties = NULL;
  g_autoptr (GVariant) value = NULL;
  const char *name;
  gint32 id;

  g_variant_get (parameters, "(i&s)", &id, &name);
  if (bright_tray_is_entry (id))
    {
      properties = g_variant_ref_sink (bright_tray_make_properties (&self->state, id, all));
      value = g_variant_lookup_value (properties, name, NULL);
    }
  if (value != NULL)
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(v)", value));
  else
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS,
                                           "entry %d has no %s", id, name);
}

static void
take_event (BrightTrayMenu *self, gint32 id, const char *event)
{
  const char *action;

  if (!bright_tray_is_entry (id) || g_strcmp0 (event, "clicked") != 0)
    return;
  action = bright_tray_get_action (&self->state, id);
  if (action != NULL)
    self->act (action, self->user_data);
}

static void
take_events (BrightTrayMenu *self, GVariant *parameters, GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariantIter) events = NULL;
  const char *event;
  gint32 id;

  g_variant_get (parameters, "(a(isvu))", &events);
  g_dbus_method_invocation_return_value (
      invocation, g_variant_new ("(@ai)", g_variant_new_array (G_VARIANT_TYPE_INT32, NULL, 0)));
  while (g_variant_iter_next (events, "(i&svu)", &id, &event, NULL, NULL))
    take_event (self, id, event);
}

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  BrightTrayMenu *self = user_data;

  if (g_strcmp0 (method, "GetLayout") == 0)
    get_layout (self, parameters, invocation);
  else if (g_strcmp0 (method, "GetGroupProperties") == 0)
    get_group_properties (self, parameters, invocation);
  else if (g_strcmp0 (method, "GetProperty") == 0)
    get_one_property (self, parameters, invocation);
  else if (g_strcmp0 (method, "EventGroup") == 0)
    take_events (self, parameters, invocation);
  else if (g_strcmp0 (method, "AboutToShow") == 0)
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", FALSE));
  else if (g_strcmp0 (method, "AboutToShowGroup") == 0)
    g_dbus_method_invocation_return_value (
        invocation, g_variant_new ("(@ai@ai)", g_variant_new_array (G_VARIANT_TYPE_INT32, NULL, 0),
                                   g_variant_new_array (G_VARIANT_TYPE_INT32, NULL, 0)));
  else
    {
      const char *event;
      gint32 id;

      g_variant_get (parameters, "(i&svu)", &id, &event, NULL, NULL);
      /* Answered first: the action may end the program. */
      g_dbus_method_invocation_return_value (invocation, NULL);
      take_event (self, id, event);
    }
}

static GVariant *
get_property_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *name,
                 GError **error,
                 gpointer user_data)
{
  if (g_strcmp0 (name, "Version") == 0)
    return g_variant_new_uint32 (3);
  if (g_strcmp0 (name, "IconThemePath") == 0)
    return g_variant_new_strv (NULL, 0);
  return g_variant_new_string (g_strcmp0 (name, "Status") == 0 ? "normal" : "ltr");
}

static const GDBusInterfaceVTable vtable
    = { .method_call = called_cb, .get_property = get_property_cb };

static void
bright_tray_menu_dispose (GObject *object)
{
  bright_tray_menu_unexport (BRIGHT_TRAY_MENU (object));
  G_OBJECT_CLASS (bright_tray_menu_parent_class)->dispose (object);
}

static void
bright_tray_menu_finalize (GObject *object)
{
  g_free (BRIGHT_TRAY_MENU (object)->state.line);
  G_OBJECT_CLASS (bright_tray_menu_parent_class)->finalize (object);
}

static void
bright_tray_menu_class_init (BrightTrayMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_tray_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_tray_menu_finalize;
}

static void
bright_tray_menu_init (BrightTrayMenu *self)
{
  self->state.line = g_strdup ("");
}

BrightTrayMenu *
bright_tray_menu_new (BrightTrayMenuAct act, gpointer user_data)
{
  BrightTrayMenu *self = g_object_new (BRIGHT_TYPE_TRAY_MENU, NULL);

  self->act = act;
  self->user_data = user_data;
  return self;
}

gboolean
bright_tray_menu_export (BrightTrayMenu *self, GDBusConnection *connection, GError **error)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);

  g_return_val_if_fail (BRIGHT_IS_TRAY_MENU (self) && self->registration == 0, FALSE);

  self->registration = g_dbus_connection_register_object (
      connection, BRIGHT_TRAY_MENU_PATH, node->interfaces[0], &vtable, self, NULL, error);
  if (self->registration == 0)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

void
bright_tray_menu_unexport (BrightTrayMenu *self)
{
  g_return_if_fail (BRIGHT_IS_TRAY_MENU (self));

  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}

void
bright_tray_menu_show (BrightTrayMenu *self,
                       const char *line,
                       gboolean is_working,
                       gboolean is_paused)
{
  static const gint32 changing[] = { BRIGHT_TRAY_STATUS, BRIGHT_TRAY_SYNC_NOW, BRIGHT_TRAY_PAUSE };
  static const char *const all[] = { NULL };

  g_return_if_fail (BRIGHT_IS_TRAY_MENU (self));

  if (g_strcmp0 (self->state.line, line) == 0 && self->state.is_working == is_working
      && self->state.is_paused == is_paused)
    return;
  g_free (self->state.line);
  self->state.line = g_strdup (line);
  self->state.is_working = is_working;
  self->state.is_paused = is_paused;
  if (self->registration != 0)
    g_dbus_connection_emit_signal (
        self->connection, NULL, BRIGHT_TRAY_MENU_PATH, "com.canonical.dbusmenu",
        "ItemsPropertiesUpdated",
        g_variant_new (
            "(@a(ia{sv})a(ias))",
            bright_tray_make_group (&self->state, changing, G_N_ELEMENTS (changing), all), NULL),
        NULL);
}
