/* The map between the statuses of both platforms.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-status-map.h"

static gint64
look_up (GPtrArray *map,
         gint64 (*get_from) (BrightMapping *row),
         gint64 (*get_to) (BrightMapping *row),
         gint64 status,
         gint64 fallback,
         gboolean *is_mapped)
{
  for (guint i = 0; i < map->len; i++)
    if (get_from (map->pdata[i]) == status)
      {
        if (is_mapped != NULL)
          *is_mapped = TRUE;
        return get_to (map->pdata[i]);
      }
  if (is_mapped != NULL)
    *is_mapped = FALSE;
  return fallback;
}

gint64
bright_status_map_to_brightpearl (const BrightOrdersValues *orders,
                                  gint64 bigcommerce,
                                  gboolean *is_mapped)
{
  return look_up (orders->status_map, bright_mapping_get_left_number,
                  bright_mapping_get_right_number, bigcommerce,
                  orders->default_brightpearl_status, is_mapped);
}

gint64
bright_status_map_to_bigcommerce (const BrightOrdersValues *orders,
                                  gint64 brightpearl,
                                  gboolean *is_mapped)
{
  return look_up (orders->status_map, bright_mapping_get_right_number,
                  bright_mapping_get_left_number, brightpearl,
                  orders->default_bigcommerce_status, is_mapped);
}

gboolean
bright_status_map_pairs (const BrightOrdersValues *orders, gint64 bigcommerce, gint64 brightpearl)
{
  for (guint i = 0; i < orders->status_map->len; i++)
    {
      BrightMapping *row = orders->status_map->pdata[i];

      if (bright_mapping_get_left_number (row) == bigcommerce
          && bright_mapping_get_right_number (row) == brightpearl)
        return TRUE;
    }
  return FALSE;
}
