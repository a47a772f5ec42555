/** Carriers whose parcels can be followed, by the API's names. */
export const COURIERS = [["CJ", "CJ대한통운"], ["EPOST", "우체국택배"], ["HANJIN", "한진택배"], ["LOTTE", "롯데택배"], ["LOGEN", "로젠택배"]] as const;
