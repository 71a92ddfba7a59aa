import { Grid } from 'antd';

/** Whether the screen is wide enough for tables. */
export const useWide = (): boolean => Grid.useBreakpoint().md ?? true;
