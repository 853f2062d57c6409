/* One order in the window's list: two lines, which fit any width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-row.h"

#include "bright-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MARGIN_X 10
#define MARGIN_Y 7
#define BETWEEN_LINES 3
#define BETWEEN_TEXTS 8
#define LEAST_WIDTH 240
#define NATURAL_WIDTH 380
#define SMALL 0.82
#define DIM 0.55

typedef enum
{
  TEXT_NUMBER,
  TEXT_CUSTOMER,
  TEXT_TOTAL,
  TEXT_STATE,
  TEXT_WHY,
  TEXT_AGE,
  N_TEXTS
} Text;

static const struct
{
  gboolean is_bold;
  gboolean is_small;
  gboolean is_dim;
} looks[N_TEXTS] = {
  [TEXT_NUMBER] = { TRUE, FALSE, FALSE }, [TEXT_CUSTOMER] = { FALSE, FALSE, FALSE },
  [TEXT_TOTAL] = { FALSE, FALSE, FALSE }, [TEXT_STATE] = { TRUE, TRUE, FALSE },
  [TEXT_WHY] = { FALSE, TRUE, TRUE },     [TEXT_AGE] = { FALSE, TRUE, TRUE },
};

struct _BrightOrderRow
{
  GtkWidget parent_instance;

  BrightOrderItem *item; /* (owned) (nullable) */
  char *texts[N_TEXTS];  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (BrightOrderRow, bright_order_row, GTK_TYPE_WIDGET)

/* ---- Texts ---- */

/* The list's, which all rows share; each of them would have to make one of its own. */
static PangoContext *
get_context (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);

  return gtk_widget_get_pango_context (list != NULL ? list : widget);
}

/* Figures have one width, so that they can be compared from row to row. */
static PangoAttrList *
make_attributes (Text text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (looks[text].is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (looks[text].is_small)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  return attributes;
}

static PangoLayout *
make_layout (PangoContext *context, Text text, const char *words)
{
  static PangoAttrList *attributes[N_TEXTS];
  PangoLayout *layout = pango_layout_new (context);

  if (attributes[text] == NULL)
    attributes[text] = make_attributes (text);
  pango_layout_set_attributes (layout, attributes[text]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, words, -1);
  return layout;
}

static int
measure_line (PangoContext *context, Text text)
{
  g_autoptr (PangoLayout) layout = make_layout (context, text, "Ay");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* All rows are as high as each other; it is worked out once for each font. */
static const int *
get_heights (GtkWidget *widget)
{
  static PangoContext *known;
  static guint serial;
  static int heights[2];
  PangoContext *context = get_context (widget);

  if (context != known || pango_context_get_serial (context) != serial)
    {
      known = context;
      serial = pango_context_get_serial (context);
      heights[0] = measure_line (context, TEXT_NUMBER);
      heights[1] = measure_line (context, TEXT_STATE);
    }
  return heights;
}

static int
get_height (GtkWidget *widget)
{
  const int *heights = get_heights (widget);

  return 2 * MARGIN_Y + heights[0] + BETWEEN_LINES + heights[1];
}

/* ---- Drawing ---- */

/* Where a line still has room, from its beginning to its end. */
typedef struct
{
  BrightOrderRow *row;
  GtkSnapshot *snapshot;
  PangoContext *context;
  GdkRGBA color;
  gboolean is_mirrored;
  int width;
  int y;
  int begin;
  int end;
} Line;

static void
draw_layout (const Line *line, PangoLayout *layout, int x, int width, gboolean is_dim)
{
  GdkRGBA color = line->color;
  int natural;

  pango_layout_get_pixel_size (layout, &natural, NULL);
  if (is_dim && !adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    color.alpha *= (float)DIM;
  if (line->is_mirrored)
    x = line->width - x - MIN (natural, width);
  gtk_snapshot_save (line->snapshot);
  gtk_snapshot_translate (line->snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)line->y));
  gtk_snapshot_append_layout (line->snapshot, layout, &color);
  gtk_snapshot_restore (line->snapshot);
}

/* Draws a text at the line's beginning or its end, and takes the room from it. */
static void
draw_text (Line *line, Text text, gboolean at_end)
{
  const char *words = line->row->texts[text];
  int room = line->end - line->begin;
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (words == NULL || words[0] == '\0' || room <= 0)
    return;
  layout = make_layout (line->context, text, words);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    {
      pango_layout_set_width (layout, room * PANGO_SCALE);
      /* Aligned as the row is, whatever is written in it. */
      pango_layout_set_auto_dir (layout, FALSE);
      width = room;
    }
  draw_layout (line, layout, at_end ? line->end - width : line->begin, width, looks[text].is_dim);
  if (at_end)
    line->end -= width + BETWEEN_TEXTS;
  else
    line->begin += width + BETWEEN_TEXTS;
}

static void
draw_line (Line *line, int y, Text first, Text middle, Text last)
{
  line->y = y;
  line->begin = MARGIN_X;
  line->end = line->width - MARGIN_X;
  draw_text (line, first, FALSE);
  draw_text (line, last, TRUE);
  draw_text (line, middle, FALSE);
}

static void
bright_order_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Line line = {
    .row = BRIGHT_ORDER_ROW (widget),
    .snapshot = snapshot,
    .context = get_context (widget),
    .is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .width = gtk_widget_get_width (widget),
  };

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &line.color);
  draw_line (&line, MARGIN_Y, TEXT_NUMBER, TEXT_CUSTOMER, TEXT_TOTAL);
  draw_line (&line, MARGIN_Y + get_heights (widget)[0] + BETWEEN_LINES, TEXT_STATE, TEXT_WHY,
             TEXT_AGE);
}

static void
bright_order_row_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : get_height (widget);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : *minimum;
}

static GtkSizeRequestMode
bright_order_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static gboolean
bright_order_row_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean by_keyboard,
                                GtkTooltip *tooltip)
{
  const char *why = BRIGHT_ORDER_ROW (widget)->texts[TEXT_WHY];

  if (why == NULL || why[0] == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, why);
  return TRUE;
}

/* ---- What it shows ---- */

/* What can be focused is the list's own row around this one, which has no name by itself. */
static void
name (BrightOrderRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  /* Translators: what a screen reader says of an order: its number, the customer, the total, the
   * state and the reason. */
  g_autofree char *words = g_strdup_printf (
      _ ("Order %s, %s, %s, %s, %s"), self->texts[TEXT_NUMBER], self->texts[TEXT_CUSTOMER],
      self->texts[TEXT_TOTAL], self->texts[TEXT_STATE], self->texts[TEXT_WHY]);

  gtk_accessible_update_property (parent != NULL ? GTK_ACCESSIBLE (parent) : GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
clear_texts (BrightOrderRow *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
}

static void
fill_texts (BrightOrderRow *self, const BrightSubject *subject)
{
  self->texts[TEXT_CUSTOMER]
      = g_strdup (subject->title[0] != '\0' ? subject->title : subject->email);
  self->texts[TEXT_TOTAL] = bright_words_for_money (subject->amount, subject->currency);
  self->texts[TEXT_STATE]
      = g_strdup_printf ("%s %s", bright_words_symbol (subject->state, subject->attention),
                         bright_words_for_place (subject->state, subject->attention));
  self->texts[TEXT_WHY] = g_strdup (subject->message);
  self->texts[TEXT_AGE]
      = bright_words_for_age (subject->placed_at, g_get_real_time () / G_USEC_PER_SEC);
}

static void
show_item (BrightOrderRow *self)
{
  const BrightSubject *subject = bright_order_item_get_subject (self->item);

  clear_texts (self);
  self->texts[TEXT_NUMBER]
      = g_strdup_printf ("%" G_GINT64_FORMAT, bright_order_item_get_number (self->item));
  if (subject != NULL)
    fill_texts (self, subject);
  else
    self->texts[TEXT_STATE] = g_strdup (_ ("Loading…"));
  for (guint i = 0; i < N_TEXTS; i++)
    if (self->texts[i] == NULL)
      self->texts[i] = g_strdup ("");
  name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- The widget ---- */

static void
bright_order_row_dispose (GObject *object)
{
  bright_order_row_set_item (BRIGHT_ORDER_ROW (object), NULL);
  G_OBJECT_CLASS (bright_order_row_parent_class)->dispose (object);
}

static void
bright_order_row_finalize (GObject *object)
{
  clear_texts (BRIGHT_ORDER_ROW (object));
  G_OBJECT_CLASS (bright_order_row_parent_class)->finalize (object);
}

static void
bright_order_row_class_init (BrightOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bright_order_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bright_order_row_finalize;
  widget_class->measure = bright_order_row_measure;
  widget_class->get_request_mode = bright_order_row_get_request_mode;
  widget_class->snapshot = bright_order_row_snapshot;
  widget_class->query_tooltip = bright_order_row_query_tooltip;
}

static void
bright_order_row_init (BrightOrderRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bright_order_row_new (void)
{
  return g_object_new (BRIGHT_TYPE_ORDER_ROW, NULL);
}

BrightOrderItem *
bright_order_row_get_item (BrightOrderRow *self)
{
  g_return_val_if_fail (BRIGHT_IS_ORDER_ROW (self), NULL);

  return self->item;
}

void
bright_order_row_set_item (BrightOrderRow *self, BrightOrderItem *item)
{
  g_return_if_fail (BRIGHT_IS_ORDER_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}
