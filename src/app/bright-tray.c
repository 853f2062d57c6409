/* An icon in the tray, on desktops that have one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-tray.h"

#include "bright-tray-menu.h"

#include <glib/gi18n.h>

#define APPLICATION_ID "com.example.BrightConnect"
#define ICON APPLICATION_ID "-symbolic"
#define PATH "/StatusNotifierItem"
#define INTERFACE "org.kde.StatusNotifierItem"
#define WATCHER "org.kde.StatusNotifierWatcher"

struct _BrightTray
{
  GObject parent_instance;

  GDBusConnection *connection; /* (owned) */
  BrightTrayAct act;
  gpointer user_data;
  BrightTrayMenu *menu; /* (owned) */
  guint watch;
  guint registration; /* 0 while there is no watcher */
  char *token;        /* (nullable): for the window that is raised next */
  char *line;
  BrightStatusLevel level;
};

G_DEFINE_FINAL_TYPE (BrightTray, bright_tray, G_TYPE_OBJECT)

static const char introspection[]
    = "<node><interface name='" INTERFACE "'>"
      "<property name='Category' type='s' access='read'/>"
      "<property name='Id' type='s' access='read'/>"
      "<property name='Title' type='s' access='read'/>"
      "<property name='Status' type='s' access='read'/>"
      "<property name='WindowId' type='i' access='read'/>"
      "<property name='IconName' type='s' access='read'/>"
      "<property name='IconPixmap' type='a(iiay)' access='read'/>"
      "<property name='IconThemePath' type='s' access='read'/>"
      "<property name='OverlayIconName' type='s' access='read'/>"
      "<property name='OverlayIconPixmap' type='a(iiay)' access='read'/>"
      "<property name='AttentionIconName' type='s' access='read'/>"
      "<property name='AttentionIconPixmap' type='a(iiay)' access='read'/>"
      "<property name='AttentionMovieName' type='s' access='read'/>"
      "<property name='ToolTip' type='(sa(iiay)ss)' access='read'/>"
      "<property name='ItemIsMenu' type='b' access='read'/>"
      "<property name='Menu' type='o' access='read'/>"
      "<method name='ContextMenu'><arg type='i' name='x' direction='in'/>"
      "<arg type='i' name='y' direction='in'/></method>"
      "<method name='Activate'><arg type='i' name='x' direction='in'/>"
      "<arg type='i' name='y' direction='in'/></method>"
      "<method name='SecondaryActivate'><arg type='i' name='x' direction='in'/>"
      "<arg type='i' name='y' direction='in'/></method>"
      "<method name='Scroll'><arg type='i' name='delta' direction='in'/>"
      "<arg type='s' name='orientation' direction='in'/></method>"
      "<method name='ProvideXdgActivationToken'>"
      "<arg type='s' name='token' direction='in'/></method>"
      "<signal name='NewTitle'/><signal name='NewIcon'/><signal name='NewAttentionIcon'/>"
      "<signal name='NewOverlayIcon'/><signal name='NewToolTip'/>"
      "<signal name='NewStatus'><arg type='s' name='status'/></signal>"
      "</interface></node>";

static const char *
get_status (BrightTray *self)
{
  switch (self->level)
    {
    case BRIGHT_STATUS_PASSIVE:
      return "Passive";
    case BRIGHT_STATUS_NEEDS_ATTENTION:
      return "NeedsAttention";
    case BRIGHT_STATUS_ACTIVE:
    default:
      return "Active";
    }
}

static void
act (BrightTray *self, const char *action)
{
  g_autofree char *token = g_steal_pointer (&self->token);

  self->act (action, token, self->user_data);
}

static void
menu_cb (const char *action, gpointer user_data)
{
  act (user_data, action);
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
  BrightTray *self = user_data;

  if (g_strcmp0 (method, "ProvideXdgActivationToken") == 0)
    {
      g_free (self->token);
      g_variant_get (parameters, "(s)", &self->token);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
  if (g_strcmp0 (method, "Activate") == 0 || g_strcmp0 (method, "SecondaryActivate") == 0)
    act (self, "open");
}

/* What is neither a text nor told below is empty: pictures come from the icon theme. */
static GVariant *
get_property_cb (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *name,
                 GError **error,
                 gpointer user_data)
{
  BrightTray *self = user_data;
  const struct
  {
    const char *name;
    const char *value;
  } texts[] = {
    { "Category", "ApplicationStatus" }, { "Id", APPLICATION_ID }, { "Title", _ ("BrightConnect") },
    { "Status", get_status (self) },     { "IconName", ICON },     { "AttentionIconName", ICON },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (name, texts[i].name) == 0)
      return g_variant_new_string (texts[i].value);
  if (g_str_has_suffix (name, "Pixmap"))
    return g_variant_new_array (G_VARIANT_TYPE ("(iiay)"), NULL, 0);
  if (g_strcmp0 (name, "ToolTip") == 0)
    return g_variant_new ("(sa(iiay)ss)", ICON, NULL, _ ("BrightConnect"), self->line);
  if (g_strcmp0 (name, "Menu") == 0)
    return g_variant_new_object_path (BRIGHT_TRAY_MENU_PATH);
  if (g_strcmp0 (name, "WindowId") == 0)
    return g_variant_new_int32 (0);
  if (g_strcmp0 (name, "ItemIsMenu") == 0)
    return g_variant_new_boolean (FALSE);
  return g_variant_new_string ("");
}

static const GDBusInterfaceVTable vtable
    = { .method_call = called_cb, .get_property = get_property_cb };

static void
emit (BrightTray *self, const char *signal, GVariant *parameters)
{
  g_dbus_connection_emit_signal (self->connection, NULL, PATH, INTERFACE, signal, parameters, NULL);
}

static void
registered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL)
    g_debug ("the tray does not take the icon: %s", error->message);
}

static void
watcher_vanished_cb (GDBusConnection *connection, const char *name, gpointer user_data)
{
  BrightTray *self = user_data;

  if (self->registration == 0)
    return;
  g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  bright_tray_menu_unexport (self->menu);
}

static void
watcher_appeared_cb (GDBusConnection *connection,
                     const char *name,
                     const char *owner,
                     gpointer user_data)
{
  BrightTray *self = user_data;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GError) error = NULL;

  if (self->registration == 0)
    self->registration = g_dbus_connection_register_object (connection, PATH, node->interfaces[0],
                                                            &vtable, self, NULL, &error);
  if (self->registration == 0 || !bright_tray_menu_export (self->menu, connection, &error))
    {
      g_warning ("no icon in the tray: %s", error->message);
      watcher_vanished_cb (connection, name, self);
      return;
    }
  /* By path, which every watcher takes, and which needs no name that a sandbox forbids. */
  g_dbus_connection_call (connection, owner, "/StatusNotifierWatcher", WATCHER,
                          "RegisterStatusNotifierItem", g_variant_new ("(s)", PATH), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, registered_cb, NULL);
}

static void
bright_tray_dispose (GObject *object)
{
  BrightTray *self = BRIGHT_TRAY (object);

  if (self->watch != 0)
    g_bus_unwatch_name (self->watch);
  self->watch = 0;
  if (self->menu != NULL)
    watcher_vanished_cb (NULL, NULL, self);
  g_clear_object (&self->menu);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (bright_tray_parent_class)->dispose (object);
}

static void
bright_tray_finalize (GObject *object)
{
  BrightTray *self = BRIGHT_TRAY (object);

  g_free (self->token);
  g_free (self->line);
  G_OBJECT_CLASS (bright_tray_parent_class)->finalize (object);
}

static void
bright_tray_class_init (BrightTrayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bright_tray_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_tray_finalize;
}

static void
bright_tray_init (BrightTray *self)
{
  self->line = g_strdup ("");
  self->menu = bright_tray_menu_new (menu_cb, self);
}

BrightTray *
bright_tray_new (GDBusConnection *connection, BrightTrayAct act_function, gpointer user_data)
{
  BrightTray *self = g_object_new (BRIGHT_TYPE_TRAY, NULL);

  self->connection = g_object_ref (connection);
  self->act = act_function;
  self->user_data = user_data;
  self->watch
      = g_bus_watch_name_on_connection (connection, WATCHER, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                        watcher_appeared_cb, watcher_vanished_cb, self, NULL);
  return self;
}

void
bright_tray_show (BrightTray *self,
                  const char *line,
                  BrightStatusLevel level,
                  gboolean is_working,
                  gboolean is_paused)
{
  gboolean is_other_line;
  gboolean is_other_level;

  g_return_if_fail (BRIGHT_IS_TRAY (self));

  is_other_line = g_strcmp0 (self->line, line) != 0;
  is_other_level = self->level != level;
  g_free (self->line);
  self->line = g_strdup (line);
  self->level = level;
  bright_tray_menu_show (self->menu, line, is_working, is_paused);
  if (self->registration == 0)
    return;
  if (is_other_line)
    emit (self, "NewToolTip", NULL);
  if (is_other_level)
    emit (self, "NewStatus", g_variant_new ("(s)", get_status (self)));
}
